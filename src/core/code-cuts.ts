/** Cuts leading words, issuers and titles from a run of Han characters that ends in an agency code (机关代字). */
import {
  AFTER_ECONOMIC,
  CENTRAL_CODES,
  CENTRAL_ISSUERS,
  CODE_TAIL,
  ISSUER_BEFORE_CODE,
  LATE_ENDING_FROM,
  LATE_TITLE_ENDINGS,
  LEADING_WORDS,
  NAMES_WITH_PROSE,
  NEEDS_REGION,
  NEVER_FIRST_LEADS,
  NEVER_IN_CODE,
  OFFICE_VERBS,
  PROVINCE_HEADS,
  REGION_LEADS,
  RUN_OPENERS,
  SINGLE_CODES,
  TITLE_ENDINGS,
  VERB_CHARACTERS,
  WEAK_LEADS,
  WORK_WORDS,
} from './edge-words.ts';

/** Codes longer than this are rare enough to look for a shorter one inside. */
const USUAL_CODE = 9;
const MAX_WORD = 14;

const CUT_WORDS: ReadonlySet<string> = new Set([
  ...LEADING_WORDS,
  ...OFFICE_VERBS,
  ...WORK_WORDS,
  ...TITLE_ENDINGS,
]);
/** National codes that end no longer one: whatever stands before them is prose. */
const NATIONAL_CODES: ReadonlySet<string> = new Set([
  '国发',
  '国函',
  '国办发',
  '国办函',
  '国办发明电',
  '国发明电',
]);
const NAMES: ReadonlySet<string> = new Set(NAMES_WITH_PROSE);
const PROSE: ReadonlySet<string> = new Set(OFFICE_VERBS.filter((word) => !CODE_TAIL.has(word.slice(-1))));
const OPENERS: ReadonlySet<string> = new Set(RUN_OPENERS);
const LATE_WORDS: ReadonlySet<string> = new Set(LATE_TITLE_ENDINGS);
const ISSUER_NAMES: ReadonlySet<string> = new Set(CENTRAL_ISSUERS);
/** Codes of central organs, for ties. */
export const CENTRAL: ReadonlySet<string> = new Set(CENTRAL_CODES);

/** Does one of the words end at `at` in the run? */
export function endsWithWord(run: string, at: number, wordSet: ReadonlySet<string>): boolean {
  for (let length = 1; length <= MAX_WORD && length <= at; length++) {
    if (wordSet.has(run.slice(at - length, at))) return true;
  }
  return false;
}

/** 发, 办函, 厅字: endings only, which need a head unless the code is one of the central ones (厅字). */
export function lacksHead(code: string): boolean {
  return !CENTRAL.has(code) && Array.from(code).every((char) => CODE_TAIL.has(char));
}

/** Can this stand as a code after an ordinary word? Not when it lacks its head (发, 字, 办发). */
function standsAlone(code: string): boolean {
  if (code.length === 1) return SINGLE_CODES.has(code);
  if (code.startsWith('〔')) return false;
  return !lacksHead(code) && !CUT_WORDS.has(code);
}

function isIssuerCut(run: string, at: number): boolean {
  const left = run.slice(Math.max(0, at - 16), at);
  const commission = /(?:证|银|保|银保|电)监会$/u.exec(left)?.[0];
  if (commission !== undefined) return run.startsWith(commission.charAt(0), at);
  return (
    endsWithWord(run, at, ISSUER_NAMES) ||
    (!endsWithWord(run, at - 1, CUT_WORDS) &&
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

/** Does the run hold a character of prose before `at`, which no code holds, outside a name such as 日照 or 就业? */
function isProseBefore(run: string, at: number): boolean {
  const char = run.charAt(at - 1);
  if (!NEVER_IN_CODE.has(char) && !VERB_CHARACTERS.has(char)) return false;
  return !NAMES.has(run.slice(at - 2, at)) && !NAMES.has(run.slice(at - 1, at + 1));
}

/** Does a word, an issuer or a title end at `at`, so that a code may start there? */
export function isStrongCut(run: string, at: number): boolean {
  if (run.startsWith('发改', at - 1)) return false;
  if (isProseBefore(run, at) || endsWithWord(run, at, CUT_WORDS)) return true;
  if (OPENERS.has(run.slice(0, at))) return true;
  return isIssuerCut(run, at) || (at >= LATE_ENDING_FROM && endsWithWord(run, at, LATE_WORDS));
}

/** What stands before a run: an opening bracket, the start of a line, or something else. */
export type Opening = 'bracket' | 'line' | 'text';

/** 和, 自, 将 …: cut at the left end of what is left, unless they open a code of their own (和政发, 自然资发). */
function isWeakCut(run: string, at: number, opening: Opening): boolean {
  const lead = run.charAt(at - 1);
  if (!WEAK_LEADS.has(lead) || NAMES.has(run.slice(at - 1, at + 1))) return false;
  const code = run.slice(at);
  if (code.charAt(0) === lead) return true;
  if (PROVINCE_HEADS.has(code.charAt(0))) return true;
  if (NEEDS_REGION.has(code.charAt(0)) || lead === '同') return false;
  if (CENTRAL.has(code)) return true;
  if (lead === '经') return !AFTER_ECONOMIC.has(code.charAt(0));
  if (opening === 'bracket') return !REGION_LEADS.has(lead);
  return opening !== 'line' || !NEVER_FIRST_LEADS.has(lead);
}

/**
 * 来源|自然资发, not 来|源自|然资发, and 突出|台教发, not 突|出台|教发: where two words share a character, the first
 * takes it when a weak lead is shared, or when the first opens the run.
 */
function beforeShared(run: string, at: number): number {
  const last = run.charAt(at - 1);
  if (isProseBefore(run, at) || !standsAlone(run.slice(at - 1))) return at;
  if (WEAK_LEADS.has(last) && (endsWithWord(run, at - 1, CUT_WORDS) || isProseBefore(run, at - 1)))
    return at - 1;
  return CUT_WORDS.has(run.slice(0, at - 1)) && endsWithWord(run, at, CUT_WORDS) ? at - 1 : at;
}

/**
 * Offset in a run of Han characters at which the code starts. After an opening bracket, and for some words at a
 * line start, a conjunction is unlikely.
 */
export function cutRun(run: string, opening: Opening): number {
  let start = 0;
  for (let at = run.length - 1; at > 0; at--) {
    if (isStrongCut(run, at) && standsAlone(run.slice(at))) {
      start = beforeShared(run, at);
      break;
    }
  }
  while (start + 1 < run.length) {
    const rest = run.slice(start);
    if (!isWeakCut(rest, 1, start === 0 ? opening : 'text') || !standsAlone(rest.slice(1))) break;
    start++;
  }
  return headStart(run, start);
}

/**
 * Where the lists know nothing of the words before a code, a provincial or national head with a department and a
 * sure ending behind it is taken: 兹奉上峰训令鲁教基字 gives 鲁教基字. Otherwise all is kept.
 */
function headStart(run: string, start: number): number {
  for (let at = run.length - 2; at > start; at--) {
    const code = run.slice(at);
    if (NATIONAL_CODES.has(code)) return at;
    if (code.length > USUAL_CODE) break;
    if (opensProvincialCode(code) && isForeignTo(run.slice(start, at))) return at;
    if (run.length - start > USUAL_CODE && CENTRAL.has(code) && !CENTRAL.has(run.slice(at - 1))) return at;
  }
  return start;
}

/** 鲁教基字, 苏政办发: a province's or the state's head, a department, an ending. */
function opensProvincialCode(code: string): boolean {
  return (
    code.length > 2 &&
    PROVINCE_HEADS.has(code.charAt(0)) &&
    /[发字函办]$/u.test(code) &&
    !lacksHead(code.slice(1))
  );
}

/** Can these words not belong to the code behind them? A place has one or two characters here, a code departments. */
function isForeignTo(words: string): boolean {
  return words.length > 1 && !DEPARTMENTS.test(words);
}

/** Characters of departments: where one stands before a head, that head is inside a code (穗教中教字). */
const DEPARTMENTS = /[教财税政府委发改科卫农林建环经工信商民司法公交文体旅人社国土规水审统安应急市监质]/u;

/** 根据〔2010〕…, 见公告〔2010〕…, 静默返回〔2010〕…: words of prose are no code. */
export function isLeadingWord(code: string): boolean {
  if (Array.from(code).some((_, at) => isProseBefore(code, at + 1)) || endsWithWord(code, code.length, PROSE))
    return true;
  return CUT_WORDS.has(code) || /^(?:公告|令|字)$/u.test(code);
}
