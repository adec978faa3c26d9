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
  NEEDS_REGION,
  NEVER_FIRST_LEADS,
  NEVER_IN_CODE,
  PROVINCE_HEADS,
  REGION_LEADS,
  RUN_OPENERS,
  SINGLE_CODES,
  TITLE_ENDINGS,
  WEAK_LEADS,
} from './edge-words.ts';

/** Codes longer than this are rare enough to look for a shorter one inside. */
const USUAL_CODE = 9;
const MAX_WORD = 14;

const CUT_WORDS: ReadonlySet<string> = new Set([...LEADING_WORDS, ...TITLE_ENDINGS]);
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
  return (
    endsWithWord(run, at, ISSUER_NAMES) || ISSUER_BEFORE_CODE.test(left) || isOwnRegion(left, run.charAt(at))
  );
}

/** 枣庄市枣政发, 峄城区峄教发: a place before a code that abbreviates it. */
function isOwnRegion(left: string, head: string): boolean {
  const place = /((?:(?![部厅局委院署会办室])[一-龥]){2,4})[省市区县州旗]$/u.exec(left)?.[1];
  return !NEEDS_REGION.has(head) && (place?.includes(head) ?? false);
}

/** Does a word, an issuer or a title end at `at`, so that a code may start there? */
export function isStrongCut(run: string, at: number): boolean {
  if (NEVER_IN_CODE.has(run.charAt(at - 1)) || endsWithWord(run, at, CUT_WORDS)) return true;
  if (OPENERS.has(run.slice(0, at))) return true;
  return isIssuerCut(run, at) || (at >= LATE_ENDING_FROM && endsWithWord(run, at, LATE_WORDS));
}

/** What stands before a run: an opening bracket, the start of a line, or something else. */
export type Opening = 'bracket' | 'line' | 'text';

/** 和, 自, 将 …: cut at the left end of what is left, unless they open a code of their own (和政发, 自然资发). */
function isWeakCut(run: string, at: number, opening: Opening): boolean {
  const lead = run.charAt(at - 1);
  if (!WEAK_LEADS.has(lead)) return false;
  const code = run.slice(at);
  if (code.charAt(0) === lead) return true;
  if (CENTRAL.has(code) || PROVINCE_HEADS.has(code.charAt(0))) return true;
  if (NEEDS_REGION.has(code.charAt(0)) || lead === '同') return false;
  if (lead === '经') return !AFTER_ECONOMIC.has(code.charAt(0));
  if (opening === 'bracket') return !REGION_LEADS.has(lead);
  return opening !== 'line' || !NEVER_FIRST_LEADS.has(lead);
}

/** 来源|自然资发, not 来|源自|然资发: where two words share a weak lead, it is left to the weak cut. */
function beforeSharedLead(run: string, at: number): number {
  const shared = WEAK_LEADS.has(run.charAt(at - 1)) && !NEVER_IN_CODE.has(run.charAt(at - 1));
  return shared && endsWithWord(run, at - 1, CUT_WORDS) ? at - 1 : at;
}

/**
 * Offset in a run of Han characters at which the code starts. After an opening bracket, and for some words at a
 * line start, a conjunction is unlikely.
 */
export function cutRun(run: string, opening: Opening): number {
  let start = 0;
  for (let at = run.length - 1; at > 0; at--) {
    if (isStrongCut(run, at) && standsAlone(run.slice(at))) {
      start = beforeSharedLead(run, at);
      break;
    }
  }
  while (start + 1 < run.length) {
    const rest = run.slice(start);
    if (!isWeakCut(rest, 1, start === 0 ? opening : 'text') || !standsAlone(rest.slice(1))) break;
    start++;
  }
  return run.length - start > USUAL_CODE ? headStart(run, start) : start;
}

/**
 * Where the lists know nothing of the words before a code, the last provincial or national head of a code with a
 * sure ending is taken: 兹奉上峰训令鲁教基字 gives 鲁教基字. Otherwise all is kept.
 */
function headStart(run: string, start: number): number {
  for (let at = run.length - 3; at > start; at--) {
    const code = run.slice(at);
    if (CENTRAL.has(code) && !CENTRAL.has(run.slice(at - 1))) return at;
    if (code.length > USUAL_CODE) break;
    if (code.length > 2 && PROVINCE_HEADS.has(code.charAt(0)) && /[发字函办]$/u.test(code)) return at;
  }
  return start;
}

/** 根据〔2010〕…, 见公告〔2010〕…: a leading word is no code. */
export function isLeadingWord(code: string): boolean {
  return NEVER_IN_CODE.has(code.slice(-1)) || CUT_WORDS.has(code) || /^(?:公告|令|字)$/u.test(code);
}
