/** Names of organs and places in full before an agency code: 教育部教发…, 山东省教育厅鲁教…, 枣庄市枣政发…. */
import { endsWithWord, LEADS } from './cut-words.ts';
import { CENTRAL_ISSUERS, ISSUER_BEFORE_CODE, NEEDS_REGION } from './edge-words.ts';

const ISSUER_NAMES: ReadonlySet<string> = new Set(CENTRAL_ISSUERS);
/** Longest issuer that is looked at, in UTF-16 units. */
const MAX_ISSUER = 16;

/** Does an issuer's name, or a place's, end at `at` in the run, so that a code may start there? */
export function isIssuerCut(run: string, at: number): boolean {
  const left = run.slice(Math.max(0, at - MAX_ISSUER), at);
  // Codes of the commissions begin like their names: 证监会证监发…, but 证监会计字 is one code.
  const commission = /(?:证|银|保|银保|电)监会$/u.exec(left)?.[0];
  if (commission !== undefined) return run.startsWith(commission.charAt(0), at);
  // No name ends in a word of prose and one character: 我区根据院教字 is not the code of a 区…院.
  return (
    endsWithWord(run, at, ISSUER_NAMES) ||
    (!endsWithWord(run, at - 1, LEADS) &&
      (ISSUER_BEFORE_CODE.test(left) || isOwnRegion(left, run.charAt(at))))
  );
}

/** 河南省 before 豫, 广西壮族自治区 before 桂: the abbreviation need not be a character of the name. */
const PROVINCE_NAME = /(?:[一-龥]{2}省|黑龙江省|自治区)$/u;
const ABBREVIATIONS = new Set('京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵黔滇云陕甘青宁新藏蒙内');

/** 枣庄市枣政发, 峄城区峄教发: a place before a code that abbreviates it. */
function isOwnRegion(left: string, head: string): boolean {
  const place = /((?:(?![部厅局委院署会办室])[一-龥]){2,4})[省市区县州旗]$/u.exec(left)?.[1];
  if (NEEDS_REGION.has(head)) return false;
  return (place?.includes(head) ?? false) || (PROVINCE_NAME.test(left) && ABBREVIATIONS.has(head));
}
