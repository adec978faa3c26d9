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
  参见 详见 另见 并见 又见 参考 参阅 查阅 查看 查询 简称 下称 又称 所称 所述 所附 文号 字号 编号 来文
  来函 收文 标题 题为 名为 名称 内容 全文 正文 文本 附件 附表 附录 版本 文件 批文 精神 要求 规定 指示 部署 特此
  通过 批准 同意 收悉 收到 接到 关联 对应 函复 答复 来源 出处 提出 明确 强调 指出 上报 报送 呈报 抄送 主送
  以及 或者 并且 而且 同时 此外 另外 其中 包括 例如 比如 譬如 诸如 还有 还是 继续 自从 截至 直至 所有 现行 前述 上述
  下列 如下 已经 并经 业经 均经 现将 兹将 特将 现就 认真 严格 切实 全面 深入 坚决 进一步 抓好 做好 学校 单位 部门 上级 各级 我国
  全省 全市 全区 全县
`);

/** Words that lead up to a title and hardly stand in one. */
export const TITLE_LEADS = words(`
  根据 依据 按照 遵照 依照 参照 对照 基于 鉴于 违反 适用 学习 落实 贯彻 执行 传达 印发 下发 颁发 发布 公布 颁布 出台 制定 制订
  废止 引自 摘自 取自 来自 参见 详见 另见 参考 参阅 查阅 题为 名为 附件 收悉 收到 接到 通过 同意 结合 符合 如下 以及 或者 并且 其中 包括
`);

/**
 * Verbs of office prose: studying a document, carrying it out, citing it, handing it on, changing it. Like the words
 * above they end before the code wherever they stand; kept apart because this list grows with every new text.
 */
export const OFFICE_VERBS = words(`
  学习 领学 研学 导学 学透 学懂 弄懂 弄通 悟透 读懂 通读 精读 细读 详读 导读 品读 速读 重读 诵读 审阅 翻阅 批阅 传阅
  研讨 研判 探讨 商讨 讨论 宣讲 宣贯 讲解 讲授 传达 转达 下达 送达 传送 分送 抄报 抄录 摘抄 转录 转载 转述 转引 转递
  组织 带领 引领 督促 检查 抽查 自查 核查 排查 清查 检视 审视 查收 查照 查得 查到 查找 查询 查证 查验 找到 搜到
  对接 对标 对表 紧扣 紧跟 紧贴 紧密 切合 契合 吻合 衔接 承接 呼应 回应 顺应 适应 因应 策应 回复 批复 致函 来函 复信 反馈 报备 汇报
  申报 呈报 呈送 呈请 附送 选送 报请 提请 核对 校对 比对 参看 参酌 借鉴 仿照 效仿 沿袭 承袭 继承
  狠抓 抓紧 抓细 抓实 抓牢 做实 做细 做优 落细 落地 落到 压实 夯实 筑牢 细化 量化 深化 强化 固化 转化 内化 推动 推进 推开 加强 增强
  完善 健全 建立 构建 制作 印制 编制 编印 编写 汇编 摘编 选编 续编 拟定 拟订 拟制 草拟 订立 确立 设立 提炼 梳理 归纳 汇总 整理 收集 搜集 采集
  践行 履行 奉行 厉行 力行 现行 兑现 恪守 严守 信守 坚守 坚持 秉承 秉持 遵从 尊重 服从 听从 恪遵 谨遵 根植 扎根 立足 着眼 着力 聚焦 瞄准 锚定 把握
  吃透 摸清 理清 厘清 弄清 看清 认清 认准 认定 认同 赞同 支持 拥护 享受 获得 取得 获取 接受 承受 遭受 领取 领受 收受
  写入 载入 列入 归入 并入 编入 引入 融入 投入 进入 导入 录入 记入 转入 加入 写明 载明 注明 标明 表明 说明 申明 声明 证明 查明 讲明 阐明 指明 写有 载有 附有 印有 含有 具有 持有 拥有 没有 只有 还有
  引述 引证 援用 采用 选用 套用 使用 启用 停用 动用 准用 试用 运用 摘引 摘录 记述 记录 记载 登载 刊载 刊登 刊发 发表 发出 发送 发给 送给 寄送 交给 转给 返回 退回
  附发 补发 重发 另发 转批 会签 签署 签订 张贴 宣布 告知 周知 知悉 获悉 得知 据悉
  变更 变动 更正 更改 更换 改正 纠正 订正 勘误 增补 补正 添加 删除 删去 剔除 解除 免除 扣除 终止 中止 终结 作废 报废 废除 废弃 替换 置换 轮换 接替 顶替 顶格
  导致 造成 引起 产生 形成 源于 出于 囿于 限于 归于 载于 始于 早于 晚于 优于 低于 高于 等于 用于 便于 利于 有利 有助 不含 不包 不按 不依 不受 不及 不论 无论 即使 尽管 虽然 除了 除去 除非
  请问 请看 请按 请依 请照 请予 请各 须按 应按 应依 应照 可按 可依 可以 可见 仍按 仍依 仍然 均按 皆按 统按 暂按 改按 先按 再按 只按 不再 暂缓 随文 依托 依靠 依循 遵守 严遵
  见诸 付诸 诉诸 裁定 判定 断定 否定 肯定 约定 商定 议定 选定 指定
  逐条 逐项 逐一 逐级 逐步 分别 分批 分期 先后 陆续 相继 再次 多次 首次 随即 随后 立即 及时 迅速 尽快 尽早 努力 扎实 积极 主动 自觉 稳步 有序 大力 持续 统一 一并 一律 一如 一直 历来 依次 照旧 理应
  示范 函询 函告 函商 函请 函达 电告 电请 咨询 质询 问询 轮训 集训 活动 小组 教研员 全员 师生 班子 支部
  发放 分发 派发 体会 了解 筹建 着重 倚重 侧重 注重 偏重 重视 成立 确定 界定 厘定 敲定 圈定 锁定 突出 给出 作出 指出 提出 事关 攸关 关乎 有关 无关 联系 包含 蕴含 融合 整合 结合 配合 反映
  迎接 迎检 备检 备查 备考 存档 归档 存查 批示 阅示 明示 展示 揭示 提示 昭示 实行 施行 现行 试行 推行 进行 举行 发行 执行 暂行 明白 坦白 理顺 捋顺 借助 有助 资助 掌管 辨明 查明
  收入 计入 植入 嵌入 注入 渗入 深入 贯穿 植根 脱胎 发轫 文献 又名 本书 各校 各镇 各区 各县 三级 省级 市级 县级 校级 上级 下级 全体 班主任 备课组 教研组 年级组 学科组 初中
  复习 温习 重温 回望 盘点 背离 偏离 脱离 超出 宣告 影印 翻印 会商 协商 共商 首发 撤回 追回 贯通 组长 主任 能手 带头人 折射 牵涉 阐释 诠释 注释 划定 熟知 熟读 熟悉 牢记 铭记 谨记 谨守 涵盖 标注 备注 批注 脚注 一份 镇街 党组 党员 校长室 领悟 感悟 涉及 干涉 省市 市县 受领 各级 年级
  发文 行文 具文 会文 专文 递交 送请 送审 报审 呈阅 抄转 体悟 溯源 追溯 追记 承蒙 奉准 肇始 致力 钻研 转知 照转 附送 随附 另附
  教代会 行政会 省厅 市局 区局 县局 教研室 教科室 教导处 秘书处
`);

/**
 * Words for kinds of work, which also name departments in codes (国土调查办发, 国办公开办函): they lead up to a code
 * only where more than an ending follows, and a code may end with them.
 */
export const WORK_WORDS = words(`
  督查 督导 指导 统筹 协同 宣传 备案 公开 公示 登记 调查 普查 巡查 考核 考察 评估 评价 评定 评审 评选 鉴定 验收 检测 监测
  利用 应用 推广 优化 促进 自学 重点 专题 专项 专门 培训 竞赛 会议 交流 审定 核定 推行 部署 谋划 处理 办理 受理 组建
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
  开展 召开 参加 研究 安排 布置 检索 复印 打印 报告 审核 重申
  标准 规划 计划 规范 制度 问题 事项 规章
  看 查 读 抄 有 按
`);

/** Single characters that neither a code nor an issuer's name holds: particles, conjunctions, counters. */
export const NEVER_IN_CODE = new Set(
  '的号了是或等第据照按以及与之其此该这那为由在被把对就又也均因们你您他它个着给往让使得称见至到现则如',
);

/**
 * What verbs and adverbs are written with. A character belongs here when it occurs neither in the name of a county
 * or city nor in that of a department, so that words nobody has listed (熟读, 抓实, 逐递) still end before the code.
 * Left out on purpose: 遵 (遵义), 诸 (诸城), 涉 (涉县), 释 (法释), 受 (受理), 知 (国知发), 记 (记协), 检, 审, 档, 考.
 */
export const VERB_CHARACTERS = new Set(
  '享须仅只很更再述摘抄循颁订废撤若而何些哪怎想够敢愿吗呢吧啊没勿否讨扣细拟眼馈彻各读诵谈问答看写录抓握捏拿拔拖抱挂插找抢扔扯挑捧挤扑折扭扮拍抽抬括拓悉忆忘怕惊惜恰恨念忽悬悖懈懂慢快晓显映昨晚早暂渐觉遍' +
    '违避迅速逐递送追逃迷透途逢缘纷绝继续紧约纠储限隐赖贯贴赶起超趋析牢凸突凹整散敲概锁铭错镜厘圈围侧倚仰借俗偏像值停假做似倒催傍兼冲决况凑击判别剖剩割努励劝劣劲匆匹却厌取变叙叮吃吓吩吵吸呀呈咱哭唤唯喊喝嘱' +
    '囊困坏块堆填墙夹套奔妥嫌孤害寄尊尝尤尽层属岂差己已帮幅幕床座庞弃弄弱彼必忌忍忙恢恪恶患悄惯愈慎慰憾懒戏扁扛抑抛披抵押拒择持捕损换掉探接措掌描援搞搬摆摸撑擦敌敏敬斜断既旁旋晒晰暗曾替最朋杂束框梳榜欢欲' +
    '歉止死毫求沉浪涨涵混添湿滚漏激炼热燃爬片牵状猜献玩瓶甚留略疑痛皆盯盼瞄瞧短砍础硬碍碰祝秉秒稍穷穿窗笑符签箱篇粗糊累缓缩缺罢翻耐聚肯背脱脸舍荐虑补裹触讶词话详误诺谅谋谓谢谨负败账赋赏走赴跃跑距跟跳践踏踪' +
    '较辑返迟适酌针钉键闲闻阐隔露靠顾飘骤默' +
    '溯榷磋琢磨揣摩仿誊撕破',
);

/** Names of places and offices that hold such a character, or begin with a weak lead: no cut falls inside or behind them. */
export const NAMES_WITH_PROSE = words(`
  日照 无为 东至 如皋 如东 就业 和田 和平 和顺 和龙 和静 和硕 自贡 即墨 含山 原阳 原平 凭祥 从化 从江 依安 依兰 于都 于洪 同心 同江 同德
  将乐 基础 储备 粮储 物储 土储 收储 留学 外留 司留 墙改 墙材 供热 燃气 湿地 减负 继教 法援 援藏 援疆 援青 慢病 控慢 基层
`);

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

/**
 * Verbs and particles of one character that stand glued before a code which is known without them (引云教发〔2010〕1号).
 * None is short for a city with districts of its own, and so the head of their codes, as 深 is of 深龙华教发; 新, 文,
 * 本, 遵, 同, 自 are, and stay.
 */
export const BEFORE_CODES: ReadonlySet<string> = new Set([
  ...'引凭参阅和转印改指旧按照据依以由因即而并与或对将经为在于至及把被给让请送报见查持循向学发',
]);

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
  /(?:人民政府|[省市区县州旗镇乡]政府|办公[厅室]|委员会|人民法院|检察院|总局|总署|人民银行|[省市区县州]委|(?:[省市区县]|学校|学院|大学)党委|(?:国家|[省市区县州])(?:教委|发改委|卫健委)|教育[部厅局]|[我本贵你该][院局部厅委校办省市区县]|(?:省|市|区|县|州|旗|国家)(?:(?![部厅局委院署府以])[一-龥]){2,10}[厅局委院署]|(?:管理|监督|监管|保障|财政|卫生|民政|公安|税务|物价|人事|劳动)[厅局]|(?:^|[一-龥]{2,8})(?:大学|学院|公司|中心)|(?:研究|考试)院|(?:研究|督导|教研)室|(?:教育|机关)工委|(?:教研|师训|基教|职教|人事|体卫艺)科|电教馆|装备站|招生办|进修学校)$/u;

/** What looks like code + year + number but is none: court cases, licences, certificates, tenders, rooms. */
export const LOOKALIKE_CODE =
  /(?:[民刑行执商知经破赔仲][一二三四五]?(?:[初终再抗]字?|[申监他提]字)|法执字|执[恢保异复监]字?|不动产权|房权证|鉴（?[一-龥]*）?字|证字|经营许可|生产许可|许可证|备字|准字|验字|评报字|网文|合同|协议|(?:^|[^教])(?:提案|建议)|议案|案例|教室|会议室|教学楼|楼|(?:^|[^体])竞字|竞[谈磋]|网复?审|剧审字|[影电]审[故数]?字|食健字|妆[特备准]字|卫水字|房地[一-龥]{0,2}字|集用|会师报字|委赔字?|[药械食]广审|医广|出证|招标|招字|投标|标书|劳人仲(?:案?[不裁]?字?|案)|仲[案裁]字|[商异]评字|国用|数?据?核字|名单|地块|宗地)$/u;

/** Court and notary codes that stand between a bracketed year and a number: （2012）曲中法执字第66号. */
export const CASE_CODE =
  /[民刑行执商知经破赔仲][一二三四五]?[初终再申监抗他复保异督特提辖裁撤]|[初终再提]字|[法民刑行一二三四]执|执字|法院|中法|高法|法[民刑行]|诉|仲|劳人|公证|证字|证[民经]字|委赔|检(?![发会])|不动产|案/u;
