import { formatChineseNumeral } from '../../core/numerals.ts';
import { byteReader } from '../bytes.ts';
import { formatNumber } from '../docx/number-format.ts';

/** Gives the number of each numbered paragraph, one after the other. */
export interface Numberer {
  /** The number as it is printed, or undefined when the paragraph has none; `list` is the number of its override. */
  next(list: number, level: number): string | undefined;
}

interface Level {
  start: number;
  /** Kind of numeral ([MS-OSHARED] 2.2.1.3). */
  numeral: number;
  /** Characters below 9 stand for the number of that level. */
  text: string;
}

interface List {
  id: number;
  levels: Level[];
}

const MOST_LEVELS = 9;
const HEAD = 28;

/** Reads the lists of a file ([MS-DOC] 2.9.131) and counts through them. `rest` begins where the table of lists does. */
export function makeNumberer(rest: Uint8Array, length: number, overrides: Uint8Array): Numberer {
  const lists = length === 0 ? [] : readLists(rest, length);
  const ids = overrideIds(overrides);
  const counts = new Map<number, number[]>();
  return {
    next(number, level) {
      const id = ids[number - 1];
      const list = lists.find((each) => each.id === id);
      const own = list?.levels[level];
      if (!list || !own) return undefined;
      const count = counts.get(list.id) ?? [];
      counts.set(list.id, count);
      for (let outer = 0; outer < level; outer++) count[outer] ??= list.levels[outer]?.start ?? 1;
      count[level] = (count[level] ?? own.start - 1) + 1;
      count.length = level + 1;
      return printed(list, own, count);
    },
  };
}

function readLists(rest: Uint8Array, length: number): List[] {
  const { u8, u16, u32 } = byteReader(rest);
  const count = Math.min(u16(0), Math.floor((length - 2) / HEAD));
  const lists: List[] = [];
  let at = length;
  for (let index = 0; index < count; index++) {
    const head = 2 + index * HEAD;
    const levels: Level[] = [];
    const many = (u8(head + 26) & 1) === 1 ? 1 : MOST_LEVELS;
    for (let level = 0; level < many && at + HEAD < rest.length; level++) {
      const text = at + HEAD + u8(at + 24) + u8(at + 25);
      const size = Math.min(u16(text), 255);
      const codes = Array.from({ length: size }, (_, char) => u16(text + 2 + char * 2));
      levels.push({ start: u32(at) | 0, numeral: u8(at + 4), text: String.fromCharCode(...codes) });
      at = text + 2 + size * 2;
    }
    lists.push({ id: u32(head), levels });
  }
  return lists;
}

function overrideIds(table: Uint8Array): number[] {
  const { u32 } = byteReader(table);
  const count = Math.min(u32(0), Math.floor((table.length - 4) / 16));
  return Array.from({ length: Math.max(0, count) }, (_, index) => u32(4 + index * 16));
}

function printed(list: List, own: Level, counts: readonly number[]): string | undefined {
  if (own.numeral === 23 || own.numeral === 255) return undefined;
  const text = own.text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they stand for the numbers of levels
    /[\u0000-\u0008]/g,
    (char) => {
      const level = char.charCodeAt(0);
      return numeralText(list.levels[level]?.numeral ?? 0, counts[level] ?? 1);
    },
  );
  return text.trim() === '' ? undefined : text;
}

/** A number in one of the numerals that Chinese documents use; the others come out as Arabic ones. */
function numeralText(kind: number, value: number): string {
  if (value < 0 || value > 9_999) return String(value);
  const among = (first: string, most: number): string | undefined =>
    value >= 1 && value <= most ? String.fromCodePoint((first.codePointAt(0) ?? 0) + value - 1) : undefined;
  if ([11, 33, 35, 37, 39].includes(kind)) return formatChineseNumeral(value);
  if (kind === 34 || kind === 38) return formatNumber(value, 'chineseLegalSimplified');
  if ([10, 36].includes(kind))
    return Array.from(String(value), (digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  if (kind === 3) return among('A', 26) ?? String(value);
  if (kind === 4) return among('a', 26) ?? String(value);
  if (kind === 1 || kind === 2) return roman(value, kind === 1);
  if (kind === 14 || kind === 19)
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (kind === 18 || kind === 28) return among('①', 20) ?? String(value);
  if (kind === 26) return among('⒈', 20) ?? `${value}.`;
  if (kind === 27) return among('⑴', 20) ?? `(${value})`;
  if (kind === 29) return among('㊀', 10) ?? formatChineseNumeral(value);
  if (kind === 30) return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value);
  if (kind === 31) return '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? String(value);
  return kind === 22 ? String(value).padStart(2, '0') : String(value);
}

function roman(value: number, upper: boolean): string {
  const parts: [number, string][] = [
    ...(
      [
        [100, 'C'],
        [90, 'XC'],
        [50, 'L'],
        [40, 'XL'],
        [10, 'X'],
        [9, 'IX'],
        [5, 'V'],
        [4, 'IV'],
        [1, 'I'],
      ] as const
    ).map(([size, letters]): [number, string] => [size, letters]),
  ];
  let left = Math.min(value, 399);
  let text = '';
  for (const [size, letters] of parts) {
    while (left >= size) {
      text += letters;
      left -= size;
    }
  }
  return upper ? text : text.toLowerCase();
}
