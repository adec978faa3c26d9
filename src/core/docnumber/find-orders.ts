/** Orders (令) and public notices (公告, 通告), in the three orders of words in which they are cited. */
import type { IssuerNumber, NumberSpan } from '../docnumber.ts';
import { CHINESE_NUMERAL_CHARS, parseChineseNumeral } from '../numerals.ts';
import { findIssuer, type IssuerSpan } from './issuer-edge.ts';
import { type ListItem, readNumberList } from './number-list.ts';

/** What the word behind an issuer says of a number. */
export type IssuerKind = Pick<IssuerNumber, 'kind' | 'word'>;

export function kindOf(word: string): IssuerKind {
  if (word === '令') return { kind: 'order' };
  return word === '通告' ? { kind: 'notice', word } : { kind: 'notice' };
}

/** 国务院令第687号, 国务院令（第687号, 教育部公告2021年第3号: the number after the word. */
const FORWARD = /(令|公告|通告)[ \n]{0,6}〔?[ \n]{0,3}(?:([0-9]{4})[ \n]{0,3}年[ \n]{0,3})?(?=第|[0-9])/y;
/** 第59号令, 2011年第25号公告: the word after the number; the issuer stands before or between. */
const SEQUENCE = `第?[ \\n]{0,3}(?:[0-9]{1,6}|[${CHINESE_NUMERAL_CHARS}]{1,7})[ \\n]{0,3}`;
const WORD_BEHIND = /[ \n]{0,3}(令|公告|通告)|([一-龥、]{1,24}?)(令|公告|通告)(?![ \n]{0,3}第?[0-9])/y;
const NUMBER_BEFORE_WORD = new RegExp(
  `(?:〔?([0-9]{4})[ \\n]{0,3}年?〕?[ \\n]{0,3})?((?:${SEQUENCE}号?[ ]{0,2}[、和,][ ]{0,2}){0,5}${SEQUENCE})$`,
  'u',
);
const MAX_BACKWARD = 60;

function toSpans(
  items: readonly ListItem[],
  start: number,
  base: IssuerKind & { code: string; year: number | undefined },
): NumberSpan[] {
  return items.map((item, index) => {
    const year = item.year ?? base.year;
    return {
      start: index === 0 ? start : item.start,
      end: item.end,
      number: {
        kind: base.kind,
        code: base.code,
        sequence: item.sequence,
        ...(base.word === undefined ? {} : { word: base.word }),
        ...(year === undefined ? {} : { year }),
      },
    };
  });
}

function forwardSpans(folded: string, at: number, floor: number): NumberSpan[] {
  FORWARD.lastIndex = at;
  const match = FORWARD.exec(folded);
  if (!match) return [];
  const items = readNumberList(folded, match.index + match[0].length);
  if (!items) return [];
  const issuer = findIssuer(folded, match.index, floor);
  if (!issuer) return [];
  const year = match[2] === undefined ? undefined : Number(match[2]);
  return toSpans(items, issuer.start, { ...kindOf(match[1] ?? ''), code: issuer.name, year });
}

/** The items of 第48、49 before 号, with their offsets; `at` is where that text starts. */
function itemsBefore(printed: string, at: number): ListItem[] {
  const items: ListItem[] = [];
  const each = new RegExp(`第?[ \\n]{0,3}([0-9]{1,6}|[${CHINESE_NUMERAL_CHARS}]{1,7})[ \\n]{0,3}号?`, 'gu');
  for (const match of printed.matchAll(each)) {
    const digits = match[1] ?? '';
    const sequence = /^[0-9]+$/.test(digits) ? Number(digits) : parseChineseNumeral(digits);
    if (!sequence) return [];
    items.push({ start: at + match.index, end: at + match.index + match[0].trimEnd().length, sequence });
  }
  return items;
}

/** 国务院以第687号令公布: the preposition may stand between the issuer and the number. */
function issuerBefore(folded: string, end: number, floor: number): IssuerSpan | undefined {
  const direct = findIssuer(folded, end, floor);
  return direct || !/[以用]/.test(folded.charAt(end - 1)) ? direct : findIssuer(folded, end - 1, floor);
}

function backwardSpans(folded: string, sign: number, floor: number): NumberSpan[] {
  WORD_BEHIND.lastIndex = sign + 1;
  const word = WORD_BEHIND.exec(folded);
  const from = Math.max(floor, sign - MAX_BACKWARD);
  const before = word && NUMBER_BEFORE_WORD.exec(folded.slice(from, sign));
  if (!word || !before) return [];
  const at = from + before.index;
  const end = sign + 1 + word[0].length;
  const numbers = before[2] ?? '';
  const items = itemsBefore(numbers, sign - numbers.length);
  const last = items.at(-1);
  if (!last) return [];
  const year = before[1] === undefined ? undefined : Number(before[1]);
  last.end = end;
  if (word[1] !== undefined) {
    const issuer = issuerBefore(folded, at, floor);
    return issuer ? toSpans(items, issuer.start, { ...kindOf(word[1]), code: issuer.name, year }) : [];
  }
  const wordEnd = end - (word[3] ?? '').length;
  const issuer = findIssuer(folded, wordEnd, sign + 1);
  if (!issuer || issuer.start !== sign + 1) return [];
  return toSpans(items, at, { ...kindOf(word[3] ?? ''), code: issuer.name, year });
}

/**
 * Finds all orders and notices in folded text, in order; what overlaps a span of `taken` is left out.
 */
export function findOrders(folded: string, taken: readonly NumberSpan[]): NumberSpan[] {
  const spans: NumberSpan[] = [];
  const anchors = /(?:令|公告|通告)|号(?=[ \n]{0,3}[一-龥])/g;
  let floor = 0;
  let nextTaken = 0;
  for (let anchor = anchors.exec(folded); anchor; anchor = anchors.exec(folded)) {
    if (anchor.index < floor) continue;
    for (let span = taken[nextTaken]; span && span.end <= anchor.index; span = taken[nextTaken]) {
      floor = Math.max(floor, span.end);
      nextTaken++;
    }
    const isSign = anchor[0] === '号';
    const found = isSign
      ? backwardSpans(folded, anchor.index, floor)
      : forwardSpans(folded, anchor.index, floor);
    const blocking = taken[nextTaken];
    const end = found.at(-1)?.end;
    if (end === undefined || (blocking && blocking.start < end)) continue;
    spans.push(...found);
    floor = end;
  }
  return spans;
}
