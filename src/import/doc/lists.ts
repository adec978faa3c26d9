import { byteReader } from '../bytes.ts';
import { formatNumber } from '../number-format.ts';

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
      return formatNumber(counts[level] ?? 1, FORMATS[list.levels[level]?.numeral ?? 0] ?? 'decimal');
    },
  );
  return text.trim() === '' ? undefined : text;
}

/** Kinds of numeral by the names that newer Word files give them. One that is not here counts in plain digits. */
const FORMATS: Readonly<Record<number, string>> = {
  ...{ 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 5: 'ordinal' },
  ...{ 10: 'ideographDigital', 11: 'japaneseCounting', 14: 'decimalFullWidth', 16: 'japaneseLegal' },
  ...{ 17: 'japaneseDigitalTenThousand', 18: 'decimalEnclosedCircle', 19: 'decimalFullWidth2' },
  ...{ 22: 'decimalZero', 26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen' },
  ...{ 28: 'decimalEnclosedCircleChinese', 29: 'ideographEnclosedCircle', 30: 'ideographTraditional' },
  ...{ 31: 'ideographZodiac', 32: 'ideographZodiacTraditional', 33: 'taiwaneseCounting' },
  ...{ 34: 'ideographLegalTraditional', 35: 'taiwaneseCountingThousand', 36: 'taiwaneseDigital' },
  ...{ 37: 'chineseCounting', 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand' },
};
