/**
 * Word lists that find the left edge of an agency code (机关代字) or of an issuer in running text. Data, not
 * logic: each list says what it is and why the edge may follow it. All are in folded form (see glyphs.ts).
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * Verbs, adverbs and nouns that lead up to a number (依据鲁教基字…, 文号…). None of them is part of an agency
 * code, so a code starts after them wherever they stand.
 */
export const LEADING_WORDS = words(`
  根据 依据 按照 遵照 参照 依照 比照 对照 遵循 遵守 遵行 遵从 凭借 基于 鉴于 关于 对于 由于 属于 有关 相关 涉及 针对 违反
  符合 适用 认真学习 深入学习 组织学习 传达学习 另有 现有 已有 落实 贯彻 执行 实施 推行 施行 试行 传达 领会 研读 解读 阅读 理解 响应 围绕 结合 配合 列入 纳入 收录
  转发 印发 下发 颁发 签发 制发 批转 发布 公布 颁布 颁行 出台 制定 制订 起草 修订 修改 修正 补充 作出 做出 出具 提交
  废止 失效 停止 撤销 取消 替代 代替 取代 更新 恢复 延续 沿用 引用 引自 摘自 取自 来自 源自 出自 选自 转自 援引
  参见 详见 另见 并见 又见 参考 参阅 查阅 查看 查询 载于 简称 下称 又称 所称 所述 所附 文号 字号 编号 来文
  来函 收文 标题 题为 名为 名称 内容 全文 正文 文本 附件 附表 附录 版本 文件 批文 精神 要求 规定 指示 部署 特此
  通过 批准 同意 收悉 收到 接到 关联 对应 函复 答复 来源 出处 提出 明确 强调 指出 上报 报送 呈报 抄送 主送
  以及 或者 并且 而且 同时 此外 另外 其中 包括 例如 比如 譬如 诸如 还有 还是 继续 自从 截至 直至 所有 现行 前述 上述
  下列 如下 已经 并经 业经 均经 现将 兹将 特将 现就 认真 严格 切实 全面 深入 坚决 进一步 抓好 做好 学校 单位 部门 上级 各级 我国
  全省 全市 全区 全县
`);

/**
 * Words that end a title or name a document (…的通知国办发…). None of them opens or fills a code; 函 is cut only
 * after 的, for it ends many codes (国办函).
 */
export const TITLE_ENDINGS = words(`
  通知 意见 决定 决议 命令 公报 通报 报告 请示 批复 复函 议案 纪要 通告 办法 方案 细则 条例 纲要 要点 总结 解释 解答
  规则 规程 指南 指引 目录 章程 措施 若干 事宜 的函 的复 暂行
`);

/** Words that end titles but also stand in codes (国卫规划发, 市监标准, 发改审批): cut only behind a long run. */
export const LATE_TITLE_ENDINGS = words(`
  规划 计划 标准 规范 制度 问题 事项 工作 政策 法规 规章 安排 审批 核准 备案 学习 宣传 管理 建设 教育 改革 发展 国家
`);
/** How many characters must stand before and in such a word, in UTF-16 units. */
export const LATE_ENDING_FROM = 10;

/**
 * Words that lead up to a number only where they are all that stands before it in the run (学习云教发…): elsewhere
 * their characters occur in codes, or in a name that belongs to one.
 */
export const RUN_OPENERS = words(`
  学习 宣传 组织 开展 检查 督查 督促 召开 参加 讨论 研究 安排 布置 学懂 吃透 把握 兑现 记载 记录 收集 整理 汇编 查找 检索
  复印 打印 张贴 公示 汇报 报告 会签 审核 批阅 采用 替换 更正 补发 重发 重申 强化 推进 加强 完善 细化 对标 依托 参看 检视
  看 查 读 抄
`);

/** Single characters that no agency code holds: particles, conjunctions, counters. */
export const NEVER_IN_CODE = new Set(
  '的号了是或等第据照按以及与之其此该这那为由在被把对就又也均因用们你您他它个着给往让使得称见至到现则如',
);

/**
 * Characters that lead up to a number but also open real codes (和政发, 自然资发, 京经信发 …). They are cut only at
 * the left end of a run, and only where what follows can stand alone as a code.
 */
export const WEAK_LEADS = new Set('和自将依原即从于经同含附并且凭我');

/** After a weak lead these need a region before them, so the lead belongs to the code: 自府发, 和政办发, 将政办. */
export const NEEDS_REGION = new Set('政府委党县区市然');

/** Weak leads that join parts of a sentence, so right after an opening bracket they open a code. */
export const REGION_LEADS = new Set('和自将从于依并且凭含同');

/** 经 before these is 经开区, 经信委, 经贸委 …, elsewhere a preposition. */
export const AFTER_ECONOMIC = new Set('开信济贸管');

/** Of these, the ones that do not open a line either; 自…起, 将…转发 and 依… do. */
export const NEVER_FIRST_LEADS = new Set('和于并且凭同');

/** Endings that cannot stand alone as a code: behind an issuer they show that the issuer belongs to the code. */
export const CODE_TAIL = new Set('发办函字厅电通告令文传内密联处室秘复规科基');

/** Codes of a single character. */
export const SINGLE_CODES = new Set('法');

/** First characters of provincial and national codes: enough to trust a cut before them. */
export const PROVINCE_HEADS = new Set(
  '国中京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵黔滇陕甘青宁新藏蒙内省市',
);

/** Codes of central organs that occur everywhere; used to break a tie, never to suppress another code. */
export const CENTRAL_CODES = words(`
  国发 国办发 国函 国办函 国发明电 国办发明电 中发 中办发 中办 厅字 教基 教基一 教基二 教发 教师 教体艺 教高 教职成 教学
  教办 教人 教财 教督 教政法 教研 教社科 教思政 教民 教材 教技 教督办 教基厅 教师厅 教体艺厅 教育厅 财税 财教 财综 财预
  财建 财会 财办 财税字 司发通 司法通 法释 法发 国税发 国税函 税总发 人社部发 劳部发 劳社部发 人发 国人部发 发改价格 发改办 卫发 建标 公通字
`);

/** Names of organs of the centre: nothing stands before them but 中华人民共和国, 国家, 中国 or 原. */
export const CENTRAL_ISSUERS = words(`
  国务院 国务院办公厅 中央军事委员会 中央军委 教育部 财政部 卫生部 公安部 民政部 司法部 人事部 监察部 建设部 铁道部 交通部
  水利部 农业部 商务部 文化部 国防部 外交部 能源部 物资部 林业部 地质矿产部 冶金工业部 化学工业部 煤炭工业部 机械工业部
  电子工业部 邮电部 纺织工业部 轻工业部 石油工业部 国内贸易部 电力工业部 电力部 对外贸易经济合作部 对外经济贸易部 对外贸易部 外经贸部 水利电力部 机械电子工业部 农牧渔业部 航空工业部
  航天工业部 核工业部 商业部 内务部 冶金部 粮食部
  广播电影电视部 劳动部 劳动人事部 劳动和社会保障部 人力资源和社会保障部 人力资源社会保障部 国土资源部 自然资源部
  生态环境部 环境保护部 环保部 农业农村部 文化和旅游部 交通运输部 住房和城乡建设部 住房城乡建设部 住建部 工业和信息化部
  信息产业部 科学技术部 科技部 应急管理部 退役军人事务部 国家安全部 城乡建设环境保护部 航空航天工业部 总后勤部 总政治部
  总参谋部 总装备部 中组部 中宣部 海关总署 审计署 新闻出版署 新闻出版总署 中国人民银行 国家税务总局 税务总局
  最高人民法院 最高人民检察院 证监会 银监会 保监会 银保监会 电监会 国资委 国家计委 国家教委 国家经贸委 国家发改委
  国家发展改革委 国家卫健委 团中央 全国总工会 全国妇联 中国科协
`);

/** How an issuer's name ends; anything else before 令 or 公告 (命令, 指令, 招标公告) is no issuer. */
export const ISSUER_ENDING =
  /(?:部|厅|局|委|院|署|行|会|府|办|室|社|处|站|所|校|海关|中心|公司|集团|大学|学会|协会|党组|军区|主席|省长|市长|县长|区长|州长|^国)$/u;

/** An issuer's name in full before a code: 教育部教发…, 山东省教育厅鲁教…, 我局峄教…. */
export const ISSUER_BEFORE_CODE =
  /(?:人民政府|[省市区县州旗镇乡]政府|办公[厅室]|委员会|人民法院|检察院|总局|总署|人民银行|[省市区县州]委|(?:[省市区县]|学校|学院|大学)党委|(?:国家|[省市区县州])(?:教委|发改委|卫健委)|教育[部厅局]|[我本贵你该][院局部厅委校办省市区县]|(?:省|市|区|县|州|旗|国家)(?:(?![部厅局委院署府以])[一-龥]){2,10}[厅局委院署]|(?:管理|监督|监管|保障|财政|卫生|民政|公安|税务|物价|人事|劳动)[厅局]|(?:^|[一-龥]{2,8})(?:大学|学院|公司|中心))$/u;

/** What looks like code + year + number but is none: court cases, licences, certificates, tenders, rooms. */
export const LOOKALIKE_CODE =
  /(?:[民刑行执商知经破赔仲][一二三四五]?(?:[初终再抗]字?|[申监他提]字)|法执字|执[恢保异复监]字?|不动产权|房权证|鉴（?[一-龥]*）?字|证字|经营许可|生产许可|许可证|备字|准字|验字|评报字|网文|合同|协议|提案|建议|议案|案例|教室|会议室|教学楼|楼|竞[字谈磋]|网复?审|招标|投标|标书|地块|宗地)$/u;

/** Court and notary codes that stand between a bracketed year and a number: （2012）曲中法执字第66号. */
export const CASE_CODE =
  /[民刑行执商知经破赔仲][一二三四五]?[初终再申监抗他复保异督特提辖裁撤]|[初终再提]字|[法民刑行一二三四]执|执字|法院|中法|高法|法[民刑行]|诉|仲|劳人|公证|证字|检(?![发会])|不动产|案/u;
