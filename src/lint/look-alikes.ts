import { CharacterSieve } from '../core/character-sieve.ts';

/** A word that reading machines and old input methods get wrong, only where it can hardly be meant. */
export interface Confusion {
  /** The wrong form with what must and must not stand around it. Global, or sticky where a trigger finds the place. */
  pattern: RegExp;
  /** What was probably meant. */
  meant: string;
}

/** [wrong, meant, what must not stand before, what must or must not follow]: words that are no words of Chinese. */
type Entry = readonly [wrong: string, meant: string, notBefore?: string, after?: string];

/**
 * Shapes that are taken for each other. Each entry says where the wrong form is part of right words (自己经历,
 * 各自已经, 成人学校): there it passes.
 */
const WORDS: readonly Entry[] = [
  // 己 已 巳
  ['己经', '已经', '自知克律利各异', '(?![历营常验办手费济])'],
  ['自已', '自己', '各独亲擅私暗来源', '(?![经是有被在于将就取成达完建形纳列按依])'],
  ['巳', '已', '乙丁己辛癸上', '(?![时蛇年月日正初])'],
  // 末 未
  ['末成年', '未成年', '期周年月季岁学'],
  ['末来(?=[，。、的三五十年发])', '未来', '期周年月季岁学度本始'],
  ['未尾', '末尾'],
  ['末经', '未经', '期周年月季岁学', '(?=批准|许可|同意|审批|验收|登记|授权|允许|检疫|审查|核准|备案|教育)'],
  ['末(?=取得|履行|办理|依法|按照|按规定|达到要求|及时|满十)', '未', '期周年月季岁学度本始'],
  ['期未', '期末', '逾到过定限长短日', '(?=考试|考核|测试|检测|评价|总结|成绩|复习|质量)'],
  ['周未', '周末', '一两每数', '(?=活动|休息|补课|作业|托管|[、，。])'],
  // 人 入
  ['人学', '入学', '', '(?=率|年龄|通知书|考试|报名|条件|手续)(?<!成人学)'],
  ['(?<=经费|资金|财政|教育|加大|增加|专项)投人', '投入', '', '(?![手员力])'],
  ['投人(?=使用|运行|生产)', '投入'],
  ['纳人(?=规划|考核|计划|预算|范围|管理|目标|评价|体系|日程|重要)', '纳入', '缴接容'],
  ['深人(?=开展|推进|学习|贯彻|研究|实施|基层|细致|课堂|学校|一线|农村|实际|持久|调查|调研)', '深入'],
  ['列人(?=规划|计划|预算|考核|名单|目录|日程|议事)', '列入'],
  ['入民(?=政府|群众|代表大|法院|检察|日报|共和)', '人民', '收进介深引融流'],
  ['以入为(?=本)', '以人为'],
  ['入才(?=培养|队伍|强|工作|引进|[，。、])', '人才', '进加投引流融收'],
  ['十人(?=大精神|大报告|大以来)', '十八'],
  ['十入(?=大精神|大报告|大以来)', '十八'],
  ['收人(?=水平|分配|支出|来源|差距)', '收入', '接签征验回吸招'],
  ['进人(?=课堂|校园|学校|市场|社会|新)', '进入', '引'],
  // 日 曰 目
  ['曰期', '日期'],
  ['曰常', '日常'],
  ['(?<=每)曰(?=[，。、一常都])', '日'],
  ['(?<=[月\\d０-９今昨明节假生])曰', '日', '', '(?![：:“])'],
  ['项日', '项目', '事', '(?![常益期程前后])'],
  ['日标', '目标', '当每今工生明次末节假休', '(?![明准记注示志语出价])'],
  ['题日', '题目', '', '(?![期常程益])'],
  // 士 土
  ['士地', '土地', '人女护战烈博硕男院武勇壮骑学爵绅名', '(?![位区方点])'],
  ['(?<=国|领|本)士(?=资源|空间|整治|面积|文化|完整)', '土'],
  ['(?<=混凝|水)士(?=保持|流失|[，。、；])', '土'],
  ['(?<=博|硕|护|院|烈)土', '士', '', '(?=[，。、；生])'],
  ['人土', '人士', '', '(?=[，。、；参])'],
  // 千 干 于
  ['千部', '干部', '一二三四五六七八九十几数两上百近余', '(?!门)'],
  ['若千', '若干'],
  ['骨千', '骨干'],
  ['千预', '干预'],
  ['学生千(?=部)', '学生干'],
  ['千事', '干事', '几数两一二三四五六七八九上', '(?=[，。、）])'],
  ['若于(?=规定|问题|意见|措施|政策)', '若干'],
  // 育 肓, 间 问, 拨 拔, 候 侯, 辨 辩
  ['(?<!膏)肓', '育'],
  ['期问', '期间', '', '(?=[，。、；内的])'],
  ['空问', '空间', '', '(?=[，。、；内的])'],
  ['拔款', '拨款'],
  ['拔付', '拨付'],
  ['划拔', '划拨'],
  ['(?<=气|时)侯', '候'],
  ['侯选', '候选'],
  ['侯补', '候补'],
  ['(?<=[天征等问症])侯', '候', '', '(?![爵府王门孙])'],
  // Japanese and old glyphs that some fonts and tables put in the place of the common ones
  ['査', '查'],
  ['敎', '教'],
  ['硏', '研'],
  ['戸', '户'],
  ['値', '值'],
  ['歳', '岁'],
  ['単', '单'],
  ['帯', '带'],
  ['拡', '扩'],
  ['図', '图'],
  ['実', '实'],
  ['対', '对'],
  ['伝', '传'],
  ['気', '气'],
  ['発', '发'],
  ['経', '经'],
  ['総', '总'],
  ['観', '观'],
  // Shapes of parts: no word of Chinese has these pairs
  ['笫(?=[一二三四五六七八九十百\\d])', '第'],
  ['苐(?=[一二三四五六七八九十百\\d])', '第'],
  ['主耍', '主要'],
  ['需耍', '需要'],
  ['重耍', '重要'],
  ['重枧', '重视'],
  ['工怍', '工作'],
  ['工件(?=计划|总结|要点|方案|会议|安排|报告|任务|目标|思路)', '工作'],
  ['贯沏', '贯彻'],
  ['贯切(?=落实|执行)', '贯彻'],
  ['严恪', '严格'],
  ['改苹', '改革'],
  ['辈岀', '辈出'],
  ['岀', '出'],
  ['任努', '任务', '', '(?!力)'],
  ['口标', '目标', '出进入关港接窗', '(?=任务|管理|责任|[，。、])'],
  ['戊立', '成立'],
  ['完戊', '完成'],
  ['戊绩', '成绩'],
  ['生盲', '生育', '', '(?=[，。、率证])'],
  ['(?<=教|体|德|智|美|培|保)盲(?=[局部厅委工师])', '育'],
  ['牧育', '教育'],
  ['数育(?=局|部|厅|委|教学|工作|事业|质量|改革|系统|行政|督导|科研)', '教育'],
  ['敬育(?=局|部|厅|委|教学|工作|事业|质量|改革|系统|行政|督导|科研)', '教育'],
  ['数研(?=室|员|工作)', '教研'],
  ['数师', '教师', '无算人多少次', '(?=培训|队伍|节|进修|专业|发展)'],
  ['数学(?=楼|视导|督查|秩序)', '教学', '等小初高中学语'],
  ['课堂数学(?=质量|效率|效益|改革|模式|常规)', '课堂教学'],
  ['教育同(?=[，。])', '教育局'],
  ['贵任', '责任', '', '(?=制|书|人|区|心|感|目标|[，。、])'],
  ['负贵', '负责'],
  ['岗住', '岗位'],
  ['单住', '单位'],
  ['措旅', '措施'],
  ['实旅', '实施', '', '(?![游行馆社客程途])'],
  ['设旅', '设施', '', '(?![游行馆社客程途])'],
  ['组识', '组织'],
  ['知织', '知识'],
  ['部暑', '部署'],
  ['署假', '暑假'],
  ['竟赛', '竞赛'],
  ['竟争', '竞争', '', '(?![先相着吵论])'],
  ['家厅', '家庭', '', '(?=教育|作业|[，。、])'],
  ['歩', '步'],
  ['毎', '每'],
  ['徳', '德'],
  ['黒', '黑'],
  ['増', '增'],
];

/** What an entry is looked for by: the wrong form without what stands around it. */
const triggerOf = (wrong: string): string => wrong.replace(/\(\?[^)]*\)/g, '');

function confusion([wrong, meant, notBefore = '', after = '']: Entry): Confusion {
  const before = notBefore === '' ? '' : `(?<![${notBefore}])`;
  return { pattern: new RegExp(`${before}${wrong}${after}`, 'uy'), meant };
}

/** A wrong form with what says whether it is wrong at a place. */
interface Trigger {
  raw: string;
  confusions: readonly Confusion[];
}

/** The wrong forms by the first unit of each, the longer before the shorter. */
const TRIGGERS: ReadonlyMap<number, readonly Trigger[]> = Map.groupBy(
  [...Map.groupBy(WORDS, ([wrong]) => triggerOf(wrong))]
    .map(([raw, entries]): Trigger => ({ raw, confusions: entries.map(confusion) }))
    .sort((a, b) => b.raw.length - a.raw.length),
  ({ raw }) => raw.charCodeAt(0),
);

const RAW = [...TRIGGERS.values()].flat().map(({ raw }) => raw);
const [ALONE, FIRST, SECOND] = [1, 2, 4];
/** What a form of one character is, and with what a longer one begins and goes on. */
const UNITS = new CharacterSieve(
  [
    RAW.filter(({ length }) => length === 1),
    RAW.filter(({ length }) => length > 1).map((raw) => raw.charAt(0)),
    RAW.map((raw) => raw.charAt(1)),
  ].map((units) => new RegExp(`[${units.join('')}]`)),
);

/** The wrong forms in a text that are wrong where they stand. One pass for the forms, then few closer looks. */
export function confusedWords(text: string): { from: number; raw: string; meant: string }[] {
  const found: { from: number; raw: string; meant: string }[] = [];
  let next = UNITS.classesOf(text.charCodeAt(0));
  for (let at = 0; at < text.length; at++) {
    const own = next;
    next = UNITS.classesOf(text.charCodeAt(at + 1));
    if (!(own & ALONE || (own & FIRST && next & SECOND))) continue;
    const trigger = TRIGGERS.get(text.charCodeAt(at))?.find(({ raw }) => text.startsWith(raw, at));
    if (!trigger) continue;
    const right = trigger.confusions.find(({ pattern }) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (right) found.push({ from: at, raw: trigger.raw, meant: right.meant });
    at += trigger.raw.length - 1;
    next = UNITS.classesOf(text.charCodeAt(at + 1));
  }
  return found;
}
