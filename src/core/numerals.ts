/** Chinese numerals and integers, both ways: pure, exact, without floating point or locale data. */

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...Array.from('〇一二三四五六七八九', (char, value) => [char, value] as const),
  ...Array.from('零壹贰叁肆伍陆柒捌玖', (char, value) => [char, value] as const),
  // Traditional and variant forms met in older papers and scans.
  ...Array.from('○壱貳參肆伍陸柒捌玖', (char, value) => [char, value] as const),
  ['◯', 0],
  ['弌', 1],
  ['弍', 2],
  ['弎', 3],
  ['两', 2],
  ['兩', 2],
  ['叄', 3],
  ['贰', 2],
  ['幺', 1],
]);

const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

/** Merged tens: 廿 twenty, 卅 thirty, 卌 forty; they behave as a finished "n十". */
const MERGED_TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卄', 20],
  ['卅', 30],
  ['卌', 40],
]);

const MYRIADS: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
  ['億', 100_000_000],
]);

/** A character class (without the square brackets) of all numerals that {@link parseChineseNumeral} reads. */
export const CHINESE_NUMERAL_CHARS = [
  ...DIGITS.keys(),
  ...UNITS.keys(),
  ...MERGED_TENS.keys(),
  ...MYRIADS.keys(),
].join('');

/** 二〇〇八 or 四七: each character is one decimal place. */
function parsePositional(text: string): number | undefined {
  let value = 0;
  for (const char of text) {
    const digit = DIGITS.get(char);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return Number.isSafeInteger(value) ? value : undefined;
}

interface Section {
  total: number;
  /** A digit still waiting for its unit. */
  pending: number | undefined;
  /** Units must fall within a section: 三百二十, never 二十三百. */
  lastUnit: number;
  sawZero: boolean;
}

const newSection = (): Section => ({ total: 0, pending: undefined, lastUnit: 10_000, sawZero: false });

function addDigit(section: Section, digit: number): boolean {
  if (section.pending !== undefined) return false;
  if (digit === 0) {
    if (section.sawZero) return false;
    section.sawZero = true;
    return true;
  }
  section.pending = digit;
  return true;
}

function addUnit(section: Section, unit: number): boolean {
  if (unit >= section.lastUnit) return false;
  // Only 十 may stand without a digit (十二; also 一百十二 in older texts).
  if (section.pending === undefined && unit !== 10) return false;
  section.total += (section.pending ?? 1) * unit;
  section.pending = undefined;
  section.lastUnit = unit;
  section.sawZero = false;
  return true;
}

function addMergedTens(section: Section, value: number): boolean {
  if (section.pending !== undefined || section.lastUnit <= 10) return false;
  section.total += value;
  section.lastUnit = 10;
  section.sawZero = false;
  return true;
}

/**
 * What a digit without a unit at the end is worth: ones after 十, 零 or nothing (三, 二十三, 一百零三), but a
 * colloquial next place after 百, 千, 万 (一百二 is 120, 一万二 12000). `unitBefore` is the myriad just closed, or 0.
 */
function closeSection(section: Section, unitBefore: number): number | undefined {
  if (section.pending === undefined) return section.sawZero ? undefined : section.total;
  const place = section.lastUnit < 10_000 ? section.lastUnit : unitBefore;
  const colloquial = place > 10 && !section.sawZero;
  return section.total + section.pending * (colloquial ? place / 10 : 1);
}

function addCharacter(section: Section, char: string): boolean {
  const digit = DIGITS.get(char);
  if (digit !== undefined) return addDigit(section, digit);
  const unit = UNITS.get(char);
  if (unit !== undefined) return addUnit(section, unit);
  const merged = MERGED_TENS.get(char);
  return merged !== undefined && addMergedTens(section, merged);
}

function parseWithUnits(text: string): number | undefined {
  let grand = 0;
  let lastMyriad = Number.POSITIVE_INFINITY;
  let section = newSection();
  for (const char of text) {
    const myriad = MYRIADS.get(char);
    if (myriad === undefined) {
      if (!addCharacter(section, char)) return undefined;
      continue;
    }
    const value = closeSection(section, 0);
    if (value === undefined || value === 0 || myriad >= lastMyriad) return undefined;
    grand += value * myriad;
    lastMyriad = myriad;
    section = newSection();
  }
  const rest = closeSection(section, Number.isFinite(lastMyriad) ? lastMyriad : 0);
  return rest === undefined ? undefined : grand + rest;
}

/**
 * Reads a whole Chinese numeral: with units (一百二十三, 廿三, 壹佰贰拾叁, 一百零三, 一万二千) or place by place
 * (二〇〇八). Returns undefined for anything that is not one numeral from its first to its last character.
 */
export function parseChineseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  return parsePositional(text) ?? parseWithUnits(text);
}

const HAN_DIGITS = Array.from('零一二三四五六七八九');

/** One section of four places (1..9999), without leading zeros. */
function formatSection(value: number): string {
  let text = '';
  let zeroPending = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      zeroPending = text !== '';
      continue;
    }
    text += (zeroPending ? '零' : '') + HAN_DIGITS[digit] + name;
    zeroPending = false;
  }
  return text;
}

/**
 * Writes an integer 0..99,999,999 as a Chinese numeral with units: 0 零, 12 十二, 110 一百一十, 10_003 一万零三.
 * Throws a RangeError outside that range or for a fraction.
 */
export function formatChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) {
    throw new RangeError(`not an integer from 0 to 99999999: ${value}`);
  }
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const zero = high > 0 && low > 0 && low < 1000 ? '零' : '';
  const text = (high > 0 ? `${formatSection(high)}万` : '') + zero + (low > 0 ? formatSection(low) : '');
  return text.startsWith('一十') ? text.slice(1) : text;
}
