/** Words and characters of prose that end before an agency code (机关代字), and what can stand as a code after them. */
import {
  CENTRAL_CODES,
  CODE_TAIL,
  LEADING_WORDS,
  NAMES_WITH_PROSE,
  NEVER_IN_CODE,
  OFFICE_VERBS,
  SINGLE_CODES,
  TITLE_ENDINGS,
  VERB_CHARACTERS,
  WORK_WORDS,
} from './edge-words.ts';

const MAX_WORD = 14;

/** Words after which a code may start wherever they stand. */
export const CUT_WORDS: ReadonlySet<string> = new Set([
  ...LEADING_WORDS,
  ...OFFICE_VERBS,
  ...WORK_WORDS,
  ...TITLE_ENDINGS,
]);
/** Words that no name of an organ ends with; those for kinds of work do (教育督导室). */
export const LEADS: ReadonlySet<string> = new Set([...LEADING_WORDS, ...OFFICE_VERBS]);
/** Words that no code ends with. */
const PROSE: ReadonlySet<string> = new Set(OFFICE_VERBS.filter((word) => !CODE_TAIL.has(word.slice(-1))));
/** Names inside which nothing is cut. */
export const NAMES: ReadonlySet<string> = new Set(NAMES_WITH_PROSE);
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
export function standsAlone(code: string): boolean {
  if (code.length === 1) return SINGLE_CODES.has(code);
  if (code.startsWith('〔')) return false;
  return !lacksHead(code) && !CUT_WORDS.has(code);
}

/** Is the character before `at` one of prose, which no code holds, and not part of a name such as 日照 or 就业? */
export function isProseBefore(run: string, at: number): boolean {
  const char = run.charAt(at - 1);
  if (!NEVER_IN_CODE.has(char) && !VERB_CHARACTERS.has(char)) return false;
  return !NAMES.has(run.slice(at - 2, at)) && !NAMES.has(run.slice(at - 1, at + 1));
}

/** 根据〔2010〕…, 见公告〔2010〕…, 静默返回〔2010〕…: words of prose are no code. */
export function isLeadingWord(code: string): boolean {
  if (Array.from(code).some((_, at) => isProseBefore(code, at + 1)) || endsWithWord(code, code.length, PROSE))
    return true;
  return CUT_WORDS.has(code) || /^(?:公告|令|字)$/u.test(code);
}
