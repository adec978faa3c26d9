/** Finds the agency code (机关代字) that ends before a year bracket, and where it starts. */
import { cutRun, isStrongCut, type Opening } from './code-cuts.ts';
import { CENTRAL, isLeadingWord, lacksHead } from './cut-words.ts';
import { BEFORE_CODES, PROVINCE_HEADS, WEAK_LEADS } from './edge-words.ts';
import { isHan, isSpace } from './glyphs.ts';

/** Longest run that is looked at: keeps the search linear and is far beyond any title before a glued code. */
const MAX_RUN = 64;
/** No real code is longer; what is longer after all cuts is prose. */
const MAX_CODE = 18;

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

/** 1号文云教发…, 1号文件和云教发…: what the number before leaves at the left end of a run. */
function afterNumber(run: string): number {
  return /^(?:文件|文)?(?:以及|[和及与或](?![平田县静顺硕龙]?政))?/u.exec(run)?.[0].length ?? 0;
}

function skipSpacesLeft(folded: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && end - at < 12 && isSpace(folded.charAt(at - 1))) at--;
  return at;
}

/** The code of one unspaced token that ends at `end`. */
function tokenCode(folded: string, end: number, floor: number): Token {
  let start = runStart(folded, end, floor);
  if (start === floor && floor > 0) start += afterNumber(folded.slice(start, end));
  start += dateRest(folded, start, folded.slice(start, end));
  const before = start > 0 ? folded.charAt(start - 1) : '\n';
  const opening: Opening = /[〔〈]/.test(before) ? 'bracket' : before === '\n' ? 'line' : 'text';
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
  if (lacksHead(right.code)) return true;
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
    if (!lacksHead(joined.code) && folded.slice(end, joined.start).includes('\n')) break;
    const left = tokenCode(folded, end, floor);
    if (!belongs(left, joined, spaced)) break;
    spaced &&= left.code.length === 1;
    joined = { code: left.code + joined.code, start: left.start, end: joined.end, cut: left.cut };
  }
  return joined;
}

/** The longest known code that ends at `end`, also with its characters set apart: 云 教 发. */
function knownCodeAt(
  folded: string,
  end: number,
  floor: number,
  known: ReadonlySet<string>,
): CodeSpan | undefined {
  let longest: CodeSpan | undefined;
  let code = '';
  for (let at = end; at > floor && code.length < MAX_CODE; ) {
    const char = folded.charAt(at - 1);
    if (!isHan(char) && !/[〔〕]/.test(char)) break;
    code = char + code;
    at--;
    if (known.has(code)) longest = { code, start: at, end };
    const before = skipSpacesLeft(folded, at, floor);
    if (at - before <= MAX_SPACES && !folded.slice(before, at).includes('\n')) at = before;
  }
  return longest;
}

/** Between the characters of a code that is set apart. */
const MAX_SPACES = 2;

/**
 * A known code decides where the word lists are unsure: it is longer than what they left, or what they left
 * before it is more than the head of some longer code (峄教发 is not 教发).
 */
function preferKnown(folded: string, found: CodeSpan, floor: number, known: ReadonlySet<string>): CodeSpan {
  const certain = knownCodeAt(folded, found.end, floor, known);
  if (!certain || certain.code.length > found.code.length) return certain ?? found;
  // Both are known: the longer one is no prose before the shorter.
  if (known.has(found.code) || !found.code.endsWith(certain.code)) return found;
  const extra = found.code.slice(0, -certain.code.length);
  if (extra.length > 2) return certain;
  return !CENTRAL.has(certain.code) && (extra.length === 2 || BEFORE_CODES.has(extra)) ? certain : found;
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
  const named = found.code.length > 0 && (known.has(found.code) || !isLeadingWord(found.code));
  return named && found.code.length <= MAX_CODE ? found : undefined;
}
