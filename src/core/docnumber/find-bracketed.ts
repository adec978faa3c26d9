/** Numbers with a bracketed year: code〔year〕n号, lists of them, and the reversed old form 〔year〕code n号. */
import type { DocNumber, NumberSpan } from '../docnumber.ts';
import { CASE_CODE, LOOKALIKE_CODE } from './edge-words.ts';
import { kindOf } from './find-orders.ts';
import { findIssuer } from './issuer-edge.ts';
import { type CodeSpan, findCode } from './left-edge.ts';
import { type ListItem, readNumberList } from './number-list.ts';
import { isShortYear, parseYear, YEAR_BRACKET_SOURCE } from './year-bracket.ts';

const REVERSED_CODE = /[ \n]{0,6}([一-龥〔〕 ]{2,16}?)[ \n]{0,3}(?=第|[0-9])/y;
/** How codes end where the shape alone (a two-digit year, a reversed form) is not proof enough. */
const SURE_CODE = /(?:字|发|函|办|通|令|电|公告)$/u;

/** （京）医广〔2016〕…, （浙）剧审字〔2019〕…: a province in brackets before the code is the mark of licences and permits. */
const LICENCE_REGION =
  /(?:^|[^一-龥])〔[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵黔滇云陕甘青宁新藏蒙内]〕$/u;

/** Code characters only: inner brackets stay, in their usual full-width form; spaces go. */
function writeCode(printed: string): string {
  return printed.replace(/[ \n]/g, '').replace(/〔/g, '（').replace(/〕/g, '）');
}

function toSpans(items: readonly ListItem[], start: number, code: string, year: number): NumberSpan[] {
  return items.map((item, index) => ({
    start: index === 0 ? start : item.start,
    end: item.end,
    number: { kind: 'number', code, year: item.year ?? year, sequence: item.sequence },
  }));
}

/** 证监会公告〔2012〕31号, 中国人民银行令〔2016〕第3号: the code is an issuer's name and its kind. */
function issuerCode(folded: string, bracket: number, floor: number): CodeSpan | undefined {
  const kind = /(令|公告|通告)[ \n]{0,6}$/.exec(folded.slice(Math.max(0, bracket - 10), bracket));
  if (!kind) return undefined;
  const end = bracket - kind[0].length;
  const issuer = findIssuer(folded, end, floor);
  const code = issuer && `${issuer.name}${kind[1] ?? ''}`;
  return issuer && code ? { code, start: issuer.start, end: end + (kind[1] ?? '').length } : undefined;
}

/** 国家发改委〔2005〕第40号令 is an order of that year, not a number of an agency code. */
function asOrder(folded: string, bracket: number, floor: number, spans: NumberSpan[]): NumberSpan[] {
  const last = spans.at(-1);
  const word = last && /^[ \n]{0,3}(令|公告|通告)/.exec(folded.slice(last.end, last.end + 6));
  const issuer = word ? findIssuer(folded, bracket, floor) : undefined;
  if (!last || !word || !issuer) return spans;
  const kind = kindOf(word[1] ?? '');
  return spans.map(({ start, end, number }, index) => {
    const order: DocNumber = { ...number, ...kind, code: issuer.name };
    return {
      start: index === 0 ? issuer.start : start,
      end: end === last.end ? end + word[0].length : end,
      number: order,
    };
  });
}

function reversedSpans(folded: string, match: RegExpExecArray, year: number): NumberSpan[] {
  REVERSED_CODE.lastIndex = match.index + match[0].length;
  const middle = REVERSED_CODE.exec(folded);
  const code = writeCode(middle?.[1] ?? '');
  if (!middle || code.length < 2 || code.length > 10) return [];
  if (!SURE_CODE.test(code) || CASE_CODE.test(code) || LOOKALIKE_CODE.test(code)) return [];
  const items = readNumberList(folded, middle.index + middle[0].length);
  return items ? toSpans(items, match.index, code, year) : [];
}

/** All numbers that hang on one year bracket; `floor` is the end of the number before. */
function spansAt(
  folded: string,
  match: RegExpExecArray,
  floor: number,
  known: ReadonlySet<string>,
): NumberSpan[] {
  const year = parseYear(match[1] ?? '');
  if (year === undefined) return [];
  const items = readNumberList(folded, match.index + match[0].length);
  if (!items) return reversedSpans(folded, match, year);
  let bracket = match.index;
  while (bracket > floor && folded.charAt(bracket - 1) === '〔') bracket--;
  const found = issuerCode(folded, bracket, floor) ?? findCode(folded, bracket, floor, known);
  const code = writeCode(found?.code ?? '');
  if (!found || code === '' || LOOKALIKE_CODE.test(code)) return [];
  if (LICENCE_REGION.test(folded.slice(Math.max(0, found.start - 4), found.start))) return [];
  // QQ群（2010）12号: so short a run behind Latin letters is the rest of another word.
  if (code.length < 3 && /[A-Za-z]/.test(folded.charAt(found.start - 1))) return [];
  if (isShortYear(match[1] ?? '') && !SURE_CODE.test(code) && !known.has(code)) return [];
  return asOrder(folded, bracket, floor, toSpans(items, found.start, code, year));
}

/** Finds all numbers with a bracketed year in folded text, in order, without overlaps. */
export function findBracketed(folded: string, known: ReadonlySet<string>): NumberSpan[] {
  const spans: NumberSpan[] = [];
  const brackets = new RegExp(YEAR_BRACKET_SOURCE, 'g');
  let floor = 0;
  for (let match = brackets.exec(folded); match; match = brackets.exec(folded)) {
    const found = match.index < floor ? [] : spansAt(folded, match, floor, known);
    floor = found.at(-1)?.end ?? floor;
    spans.push(...found);
    // A mismatched closing bracket may be the opening one of the next year.
    brackets.lastIndex = Math.max(match.index + match[0].length - 1, floor);
  }
  return spans;
}
