import { ownValue } from './own-value.ts';

/** How Word writes the numbers of lists: ST_NumberFormat of ISO/IEC 29500-1, 17.18.59. */

const HAN = Array.from('零一二三四五六七八九');
/** Place by place, 〇 is written. */
const PLACES = Array.from('〇一二三四五六七八九');
const LEGAL = Array.from('零壹贰叁肆伍陆柒捌玖');
const LEGAL_TRADITIONAL = Array.from('零壹貳參肆伍陸柒捌玖');
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥');
const UNITS = ['', '十', '百', '千'];
const LEGAL_UNITS = ['', '拾', '佰', '仟'];

type Writer = (value: number) => string;

/** Formats by name. One that is not here counts in plain digits. */
const WRITERS: Record<string, Writer> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => inRange(value, 20, 0x2474, `(${value})`),
  decimalEnclosedFullstop: (value) => inRange(value, 20, 0x2488, `${value}.`),
  numberInDash: (value) => `- ${value} -`,
  chineseCounting: (value) => (value < 100 ? withUnits(value, HAN, UNITS, true) : positional(value)),
  chineseCountingThousand: (value) => withUnits(value, HAN, UNITS, true),
  taiwaneseCounting: (value) => (value < 100 ? withUnits(value, HAN, UNITS, true) : positional(value)),
  taiwaneseCountingThousand: (value) => withUnits(value, HAN, UNITS, true),
  japaneseCounting: (value) => withUnits(value, HAN, UNITS, true),
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: (value) => withUnits(value, LEGAL, LEGAL_UNITS, false),
  ideographLegalTraditional: (value) => withUnits(value, LEGAL_TRADITIONAL, LEGAL_UNITS, false),
  japaneseLegal: (value) => withUnits(value, Array.from('零壱弐参四伍六七八九'), LEGAL_UNITS, false),
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  ideographZodiacTraditional: (value) =>
    `${STEMS[(value - 1) % 10] ?? ''}${BRANCHES[(value - 1) % 12] ?? ''}`,
  ideographEnclosedCircle: (value) => inRange(value, 10, 0x3280, positional(value)),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  ordinal: (value) => value + ordinalEnding(value),
  hex: (value) => value.toString(16).toUpperCase(),
  none: () => '',
  bullet: () => '',
};

/**
 * A number as a level of that format shows it. `pattern` is the example that a custom format gives, such as
 * "001, 002". A format that is not known counts in plain digits.
 */
export function formatNumber(value: number, format: string, pattern = ''): string {
  if (format === 'custom') return String(value).padStart(/^0*\d/.exec(pattern)?.[0].length ?? 1, '0');
  if (value < 1 && format !== 'none' && format !== 'bullet') return String(value);
  return (ownValue(WRITERS, format) ?? String)(value);
}

/** True for a format whose numbers formatNumber writes as Word does. */
export function knowsFormat(format: string): boolean {
  return format === 'custom' || ownValue(WRITERS, format) !== undefined;
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** ① to ⑳, ㉑ to ㉟, ㊱ to ㊿; beyond them plain digits, as in Word. */
export function circled(value: number): string {
  if (value > 35 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  if (value > 20 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  return inRange(value, 20, 0x2460, String(value));
}

function inRange(value: number, last: number, first: number, otherwise: string): string {
  return value <= last ? String.fromCodePoint(first + value - 1) : otherwise;
}

function positional(value: number): string {
  return Array.from(String(value), (digit) => PLACES[Number(digit)] ?? '').join('');
}

/** With units up to 千, and 万 above; a ten at the start may lose its 一: 十二, 一百一十二. */
function withUnits(
  value: number,
  digits: readonly string[],
  units: readonly string[],
  short: boolean,
): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const zero = rest > 0 && rest < 1000 ? digits[0] : '';
    const high = withUnits(Math.floor(value / 10_000), digits, units, short);
    return `${high}万${zero}${rest > 0 ? withUnits(rest, digits, units, false) : ''}`;
  }
  let text = '';
  let zero = false;
  for (const [at, digit] of Array.from(String(value), Number).entries()) {
    const unit = units[String(value).length - 1 - at] ?? '';
    if (digit > 0) text += `${zero ? digits[0] : ''}${digits[digit]}${unit}`;
    zero = digit === 0;
  }
  return short && value < 20 && value >= 10 ? text.slice(1) : text;
}

const ROMAN = {
  ...{ M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40 },
  ...{ X: 10, IX: 9, V: 5, IV: 4, I: 1 },
};

/** In capitals; plain digits beyond what Roman numerals reach. */
export function roman(value: number): string {
  if (value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [sign, worth] of Object.entries(ROMAN)) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** A to Z, then AA, BB: Word repeats the letter. */
function letters(value: number): string {
  const letter = String.fromCharCode(65 + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 20));
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
