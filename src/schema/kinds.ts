/** The 15 kinds of official document: 党政机关公文处理工作条例 (中办发〔2012〕14号), art. 8. */
const OFFICIAL_KINDS = [
  '决议',
  '决定',
  '命令（令）',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;

/** Kinds in use before July 2012, found on older papers. */
const FORMER_KINDS = ['会议纪要', '指示', '布告'] as const;

/** Working papers that are usually carried by a 通知 or 函, and 未知 for a record whose kind no source tells. */
const CARRIED_KINDS = [
  '办法',
  '方案',
  '规定',
  '规范',
  '细则',
  '标准',
  '纲要',
  '规划',
  '条例',
  '未知',
] as const;

/** What a document in `policies` may be. */
export const POLICY_KINDS = [...OFFICIAL_KINDS, ...FORMER_KINDS, ...CARRIED_KINDS] as const;

/** What a document in `plans` may be. */
export const PLAN_KINDS = ['工作计划', '专项计划', '实施方案', '工作要点'] as const;

/** What a document in `summaries` may be. */
export const SUMMARY_KINDS = ['工作总结', '专项总结', '工作报告'] as const;
