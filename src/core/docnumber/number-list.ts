/** Sequence numbers and lists of them (57、71号; 3号、4号和第11号; 〔2015〕9号) in folded text. */
import { CHINESE_NUMERAL_CHARS, parseChineseNumeral } from '../numerals.ts';
import { parseYear, YEAR_BRACKET_SOURCE } from './year-bracket.ts';

/** One number of a list; the first of all starts where its digits (or 第) do. Offsets are UTF-16 units. */
export interface ListItem {
  start: number;
  /** After 号, or after the digits where a later item bears the 号. */
  end: number;
  sequence: number;
  /** Set where the item prints its own year. */
  year?: number;
}

const SEQUENCE = new RegExp(
  `[ \\n]{0,6}第?[ \\n]{0,6}((?:0 ?){0,4}(?:[0-9OoIl] ?){0,5}[0-9OoIl]|[${CHINESE_NUMERAL_CHARS}]{1,7})`,
  'y',
);
/** A closing bracket may have slipped before 号, as in [2016]53）号. */
const NUMBER_SIGN = /[ \n]{0,6}[〕〉]?[ \n]{0,3}号/y;
const INNER_SEPARATOR = /[ \n]{0,3}(?:[、,/和及与至-]|以及)(?=[ \n]{0,3}第?[ \n]{0,3}[0-9])/y;
/** 国发〔2010〕1、国办发〔2010〕2号: the next number is whole, and bears the 号 for both. */
const WHOLE_NEXT =
  /[ \n]{0,3}(?:[、,和及与]|以及)[ \n]{0,3}[一-龥]{2,14}[ \n]{0,3}〔[0-9]{4}〕[ \n]{0,3}第?[0-9]{1,5}[ \n]{0,3}号/y;
/** 令第1号（某决定）、第2号: a remark may stand between the numbers of a list. */
const REMARK = /〔[^〔〕《》\n]{1,50}〕(?=[、和][ \n]{0,3}第)/y;
const OUTER_SEPARATOR = /(?:文件|文)?[ \n]{0,3}(?:[、,;/和及与至-]|以及)?[ \n]{0,3}/y;
const LIST_YEAR = new RegExp(`${YEAR_BRACKET_SOURCE}年?`, 'y');
/** 3号楼, 5号院: an address, not the next number of a list. */
const NOT_A_NUMBER = /^[楼院线店门馆厅室桌机井地房]/u;
/** 国发〔2010〕1号和第12号国务院令: the second number is an order's. */
const OTHER_ORDER = /^[一-龥]{0,18}?(?:[部局院府会署行委]|主席)(?:令|公告)/u;
/** What follows the 号 of rooms and plots of land. */
const NOT_A_DOCUMENT = /^(?:楼|教室|会议|地块|宗地)/u;
/** Far more than any real list; bounds the work on hostile text. */
const MAX_ITEMS = 60;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function sequenceValue(printed: string): number | undefined {
  const compact = printed.replace(/\s/g, '');
  if (!/[0-9]/.test(compact)) return /[OoIl]/.test(compact) ? undefined : parseChineseNumeral(compact);
  return Number(compact.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'));
}

/** 第 and digits at `at`; undefined for none and for zero. */
function readSequence(text: string, at: number): ListItem | undefined {
  const match = matchAt(SEQUENCE, text, at);
  if (!match) return undefined;
  const sequence = sequenceValue(match[1] ?? '');
  const blank = match[0].length - match[0].trimStart().length;
  return sequence ? { start: at + blank, end: at + match[0].length, sequence } : undefined;
}

/** One or more sequence numbers that share one 号: 57、71号. Undefined where no 号 follows, unless a whole number does. */
function readGroup(text: string, at: number): ListItem[] | undefined {
  const items: ListItem[] = [];
  let next = at;
  let through = false;
  while (items.length < MAX_ITEMS) {
    const item = readSequence(text, next);
    if (!item || (through && item.sequence <= (items.at(-1)?.sequence ?? 0))) return undefined;
    items.push(item);
    const sign = matchAt(NUMBER_SIGN, text, item.end);
    if (sign) {
      item.end += sign[0].length;
      return items;
    }
    const separator = matchAt(INNER_SEPARATOR, text, item.end);
    if (!separator) return matchAt(WHOLE_NEXT, text, item.end) ? items : undefined;
    const isRange = /[至-]/.test(separator[0]);
    // 07-01-0355 is one serial number, not a list.
    if (isRange && through) return undefined;
    through = isRange;
    next = item.end + separator[0].length;
  }
  return undefined;
}

/** The next group of a list after a 号, with its own year or after a separator. */
function readContinuation(text: string, at: number): ListItem[] | undefined {
  const from = at + (matchAt(REMARK, text, at)?.[0].length ?? 0);
  const separator = matchAt(OUTER_SEPARATOR, text, from)?.[0] ?? '';
  const after = from + separator.length;
  const yearMatch = matchAt(LIST_YEAR, text, after);
  if (!yearMatch && !/[、,;/和及与至-]/.test(separator)) return undefined;
  const year = yearMatch ? parseYear(yearMatch[1] ?? '') : undefined;
  if (yearMatch && year === undefined) return undefined;
  const group = readGroup(text, after + (yearMatch?.[0].length ?? 0));
  const first = group?.[0];
  const last = group?.at(-1);
  if (!group || !first || !last || NOT_A_NUMBER.test(text.slice(last.end, last.end + 1))) return undefined;
  if (!yearMatch && OTHER_ORDER.test(text.slice(last.end, last.end + 24))) return undefined;
  if (yearMatch) first.start = after;
  return group.map((item) => (year === undefined ? item : { ...item, year }));
}

/**
 * Reads the sequence number at `at` and the list that goes on after it. The items' `year` is set from the item
 * that prints one onwards. Undefined where no number with 号 stands at `at`.
 */
export function readNumberList(text: string, at: number): ListItem[] | undefined {
  const items = readGroup(text, at);
  if (!items || NOT_A_DOCUMENT.test(text.slice(items.at(-1)?.end, (items.at(-1)?.end ?? at) + 2)))
    return undefined;
  let year: number | undefined;
  while (items.length < MAX_ITEMS) {
    const more = readContinuation(text, items.at(-1)?.end ?? at);
    if (!more) break;
    for (const item of more) {
      year = item.year ?? year;
      items.push(year === undefined ? item : { ...item, year });
    }
  }
  return items;
}
