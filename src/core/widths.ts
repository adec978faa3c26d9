import { findDocNumbers } from './docnumber.ts';

/** Half-width punctuation and the full-width form that GB/T 15834 has among Han characters. */
export const FULL_WIDTH: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/** Han characters and the punctuation that stands among them. */
const CHINESE = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3001-\u3020\uff01-\uff5e]/u;

/** A paragraph's characters after width normalisation, one entry per UTF-16 unit of the input; '' for a dropped space. */
export interface Widened {
  units: string[];
  /** How many marks became full-width. */
  marks: number;
  /** How many spaces after such a mark were dropped: a full-width mark brings its own space. */
  spaces: number;
}

/**
 * Makes `, ; : ( ) ! ?` full-width among Chinese text (GB/T 15834-2011 §5). Inside a document number every mark
 * stays as printed, and so does punctuation among digits or Latin letters (13:35, 1,200, f(x)).
 */
export function widen(text: string): Widened {
  const units = text.split('');
  const narrow = narrowMarks(text);
  let spaces = 0;
  for (const { at, wide, space } of narrow) {
    units[at] = wide;
    if (!space) continue;
    units[at + 1] = '';
    spaces++;
  }
  return { units, marks: narrow.length, spaces };
}

/** A half-width mark among Chinese text. */
export interface NarrowMark {
  /** UTF-16 index. */
  at: number;
  /** Its full-width form. */
  wide: string;
  /** The space after it is to go with it: a full-width mark brings its own. */
  space: boolean;
}

/** The marks that {@link widen} makes full-width, in text order. */
export function narrowMarks(text: string): NarrowMark[] {
  if (!/[,;:()!?]/.test(text)) return [];
  const units = text.split('');
  const candidates = [...bracketsToWiden(units), ...marksToWiden(units)];
  const printed = candidates.length > 0 ? findDocNumbers(text) : [];
  const inNumber = (at: number): boolean => printed.some(({ start, end }) => at >= start && at < end);
  const narrow = candidates.filter((at) => !inNumber(at)).sort((a, b) => a - b);
  const widened = [...units];
  for (const at of narrow) widened[at] = FULL_WIDTH[units[at] ?? ''] ?? '';
  return narrow.map((at) => {
    const brings = !'()'.includes(units[at] ?? '');
    const space = brings && units[at + 1] === ' ' && isChinese(neighbour(widened, at, 1));
    return { at, wide: widened[at] ?? '', space };
  });
}

function marksToWiden(units: readonly string[]): number[] {
  const found: number[] = [];
  for (const [at, unit] of units.entries()) {
    if (!',;:!?'.includes(unit)) continue;
    if (isChinese(neighbour(units, at, -1)) || isChinese(neighbour(units, at, 1))) found.push(at);
  }
  return found;
}

/** Half-width brackets that hold or touch Chinese text; the two of a pair are judged together. */
function bracketsToWiden(units: readonly string[]): number[] {
  const found: number[] = [];
  const open: number[] = [];
  for (const [at, unit] of units.entries()) {
    if (unit === '(' || unit === '（') open.push(at);
    if (unit !== ')' && unit !== '）') continue;
    const start = open.pop();
    const chinese = start === undefined ? touchesChinese(units, at) : holdsChinese(units, start, at);
    if (chinese) found.push(...(start === undefined ? [at] : [start, at]));
  }
  found.push(...open.filter((at) => touchesChinese(units, at)));
  return found.filter((at) => units[at] === '(' || units[at] === ')');
}

function holdsChinese(units: readonly string[], start: number, end: number): boolean {
  const before = neighbour(units, start, -1);
  if (units.slice(start + 1, end).some(isChinese)) return true;
  if (units[start] === '（' || units[end] === '）') return true;
  return before === undefined ? isChinese(neighbour(units, end, 1)) : isChinese(before);
}

function touchesChinese(units: readonly string[], at: number): boolean {
  return isChinese(neighbour(units, at, -1)) && isChinese(neighbour(units, at, 1));
}

/** The nearest character before or after that is no space. */
function neighbour(units: readonly string[], at: number, step: 1 | -1): string | undefined {
  let index = at + step;
  while (units[index] === ' ' || units[index] === '') index += step;
  return units[index];
}

function isChinese(unit: string | undefined): boolean {
  // A surrogate is taken as Han: the supplementary planes hold rare characters of names.
  return unit !== undefined && (CHINESE.test(unit) || /[\ud840-\udfff]/.test(unit));
}
