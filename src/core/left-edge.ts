/** Finds where an agency code (机关代字) begins in the run of characters before its year bracket. */
import {
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
  SINGLE_CODES,
  TITLE_ENDINGS,
  WEAK_LEADS,
} from './edge-words.ts';
import { isHan, isSpace } from './glyphs.ts';

/** Longest run that is looked at: keeps the search linear and is far beyond any title before a glued code. */
const MAX_RUN = 64;
/** No real code is longer; what is longer after all cuts is prose. */
export const MAX_CODE = 14;
/** Codes longer than this are rare enough to look for a shorter one inside. */
const USUAL_CODE = 9;
const MAX_WORD = 14;

const CUT_WORDS: ReadonlySet<string> = new Set([...LEADING_WORDS, ...TITLE_ENDINGS]);
const LATE_WORDS: ReadonlySet<string> = new Set(LATE_TITLE_ENDINGS);
const ISSUER_NAMES: ReadonlySet<string> = new Set(CENTRAL_ISSUERS);
const CENTRAL: ReadonlySet<string> = new Set(CENTRAL_CODES);

/** Does one of the words end at `at` in the run? */
export function endsWithWord(run: string, at: number, wordSet: ReadonlySet<string>): boolean {
  for (let length = 1; length <= MAX_WORD && length <= at; length++) {
    if (wordSet.has(run.slice(at - length, at))) return true;
  }
  return false;
}

function isTailOnly(code: string): boolean {
  return Array.from(code).every((char) => CODE_TAIL.has(char));
}

/** Can this stand as a code after an ordinary word? Not when it lacks its head (发, 字, 办发). */
function standsAlone(code: string): boolean {
  if (code.length === 1) return SINGLE_CODES.has(code);
  return CENTRAL.has(code) || !(isTailOnly(code) || CUT_WORDS.has(code));
}

function isIssuerCut(run: string, at: number): boolean {
  const left = run.slice(Math.max(0, at - 16), at);
  return (
    endsWithWord(run, at, ISSUER_NAMES) || ISSUER_BEFORE_CODE.test(left) || isOwnRegion(left, run.charAt(at))
  );
}

/** 枣庄市枣政发, 峄城区峄教发: a place before a code that abbreviates it. */
function isOwnRegion(left: string, head: string): boolean {
  const place = /([一-龥]{2,6})[省市区县州旗]$/u.exec(left)?.[1];
  return place?.includes(head) ?? false;
}

function isStrongCut(run: string, at: number): boolean {
  if (NEVER_IN_CODE.has(run.charAt(at - 1)) || endsWithWord(run, at, CUT_WORDS)) return true;
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
  if (NEEDS_REGION.has(code.charAt(0)) || lead === '经') return false;
  if (opening === 'bracket') return !REGION_LEADS.has(lead);
  return opening !== 'line' || !NEVER_FIRST_LEADS.has(lead);
}

/**
 * Offset in a run of Han characters at which the code starts. After an opening bracket, and for some words at a
 * line start, a conjunction is unlikely.
 */
export function cutRun(run: string, opening: Opening): number {
  let start = 0;
  for (let at = run.length - 1; at > 0; at--) {
    if (isStrongCut(run, at) && standsAlone(run.slice(at))) {
      start = at;
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

/** A code with the span it was printed in (UTF-16 offsets; `end` is exclusive). */
export interface CodeSpan {
  code: string;
  start: number;
  end: number;
}

/** An inner bracket such as the one of 法（研）发: returns the offset of its opening, or -1. */
function innerBracketStart(folded: string, close: number, floor: number, tail: string): number {
  if (tail.length === 0 || tail.length > 3) return -1;
  for (let open = close - 2; open >= close - 5 && open > floor; open--) {
    if (folded.charAt(open) === '〔') {
      const inner = folded.slice(open + 1, close);
      const outside = folded.charAt(open - 1);
      return Array.from(inner).every(isHan) && isHan(outside) && !NOT_INNER.has(inner) ? open : -1;
    }
  }
  return -1;
}

/** Round brackets that say something of a document, not of its agency. */
const NOT_INNER: ReadonlySet<string> = new Set([
  '试行',
  '暂行',
  '草案',
  '修订',
  '节选',
  '全文',
  '附件',
  '市',
  '县',
  '区',
]);

/** Walks left over Han characters and inner brackets. Returns the start of the run that ends at `end`. */
function runStart(folded: string, end: number, floor: number): number {
  let start = end;
  while (start > floor && end - start < MAX_RUN) {
    const char = folded.charAt(start - 1);
    if (isHan(char)) start--;
    else if (char === '〕') {
      const open = innerBracketStart(folded, start - 1, floor, folded.slice(start, end));
      if (open < 0) break;
      start = open;
    } else break;
  }
  return start;
}

/** 16日鲁教…, 二〇一八年四月鲁教…: what a date leaves at the left end of a run. */
const DATE_REST = /^(?:[〇零一二三四五六七八九十]+[年月日])+|^[〇零一二三四五六七八九十]+、/u;

function dateRest(folded: string, start: number, run: string): number {
  const chinese = DATE_REST.exec(run);
  if (chinese) return chinese[0].length;
  return isAfterDigit(folded, start) && /^[年月日条款项届级]/u.test(run) ? 1 : 0;
}

/** Does a digit stand before `start`, at most a few spaces away, as in 2018 年 4 月 16 日鲁教…? */
export function isAfterDigit(folded: string, start: number): boolean {
  return /[0-9] {0,3}$/.test(folded.slice(Math.max(0, start - 4), start));
}

function skipSpacesLeft(folded: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && end - at < 12 && isSpace(folded.charAt(at - 1))) at--;
  return at;
}

/** The code of one unspaced token that ends at `end`. */
function tokenCode(folded: string, end: number, floor: number): Token {
  let start = runStart(folded, end, floor);
  start += dateRest(folded, start, folded.slice(start, end));
  const before = start > 0 ? folded.charAt(start - 1) : '\n';
  const opening = /[〔〈]/.test(before) ? 'bracket' : before === '\n' ? 'line' : 'text';
  const cut = cutRun(folded.slice(start, end), opening);
  return { code: folded.slice(start + cut, end), start: start + cut, end, cut: cut > 0 };
}

/** Spaces and at most one line end may separate a lone tail from its head; single characters only spaces. */
function gapBefore(folded: string, start: number, floor: number): number {
  const end = skipSpacesLeft(folded, start, floor);
  return folded.slice(end, start).split('\n').length > 2 ? start : end;
}

type Token = CodeSpan & { cut: boolean };

/** Does the token before a space belong to the code? 教发 函, 国 办 发, 鲁 教基字; but not 见 国发, 财政部 财税. */
function belongs(left: Token, right: Token, spaced: boolean): boolean {
  if (left.code === '' || left.code.length > 5 || WEAK_LEADS.has(left.code)) return false;
  if (isStrongCut(left.code, left.code.length)) return false;
  if (isTailOnly(right.code) && !CENTRAL.has(right.code)) return true;
  const single = left.code.length === 1 && !left.cut;
  return (
    single && right.code.length <= 5 && (spaced || PROVINCE_HEADS.has(left.code)) && !CENTRAL.has(right.code)
  );
}

/** 教发 函[2006]: a lone tail belongs to the token before the space; so do single characters set apart. */
function joinOverSpaces(folded: string, token: Token, floor: number): Token {
  let joined = token;
  let spaced = token.code.length === 1;
  while (!joined.cut) {
    const end = gapBefore(folded, joined.start, floor);
    if (end === joined.start || end <= floor || !isHan(folded.charAt(end - 1))) break;
    if (!isTailOnly(joined.code) && folded.slice(end, joined.start).includes('\n')) break;
    const left = tokenCode(folded, end, floor);
    if (!belongs(left, joined, spaced)) break;
    spaced &&= left.code.length === 1;
    joined = { code: left.code + joined.code, start: left.start, end: joined.end, cut: left.cut };
  }
  return joined;
}

/** The longest known code that ends at `end`, spaces inside disregarded. */
function knownCodeAt(run: string, known: ReadonlySet<string>): string | undefined {
  for (let at = 0; at < run.length; at++) {
    if (known.has(run.slice(at))) return run.slice(at);
  }
  return undefined;
}

/**
 * A known code decides where the word lists are unsure: it is longer than what they left, or what they left
 * before it is more than the head of some longer code (峄教发 is not 教发).
 */
function preferKnown(folded: string, found: CodeSpan, floor: number, known: ReadonlySet<string>): CodeSpan {
  const start = runStart(folded, found.end, floor);
  const code = knownCodeAt(folded.slice(start, found.end), known);
  if (code === undefined || found.code.endsWith(code) === false || code === found.code) {
    return code !== undefined && code.length > found.code.length
      ? { code, start: found.end - code.length, end: found.end }
      : found;
  }
  const extra = found.code.length - code.length;
  return extra > 2 ? { code, start: found.end - code.length, end: found.end } : found;
}

/** 根据〔2010〕…, 见公告〔2010〕…: a leading word is no code. */
function isStrongEnd(code: string): boolean {
  return NEVER_IN_CODE.has(code.slice(-1)) || CUT_WORDS.has(code) || /^(?:公告|令|字)$/u.test(code);
}

/**
 * The agency code that ends before `bracket` (spaces between are skipped) and starts at or after `floor`.
 * Undefined when there is none.
 */
export function findCode(
  folded: string,
  bracket: number,
  floor: number,
  known: ReadonlySet<string>,
): CodeSpan | undefined {
  const end = skipSpacesLeft(folded, bracket, floor);
  const found = preferKnown(
    folded,
    joinOverSpaces(folded, tokenCode(folded, end, floor), floor),
    floor,
    known,
  );
  const named = found.code.length > 0 && !isStrongEnd(found.code);
  return named && found.code.length <= MAX_CODE ? found : undefined;
}
