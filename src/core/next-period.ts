/** From one period to the next one of its kind: in periods themselves, in titles, and where a text still says the old one. */
import { foldGlyphs } from './docnumber/glyphs.ts';
import { findDocNumbers } from './docnumber.ts';
import type { Period } from './period.ts';

/** The same span a year on: of a second term the second term of the next school year, for a year's work recurs yearly. */
export function yearAfter(period: Period): Period {
  return { ...period, startYear: period.startYear + 1, endYear: period.endYear + 1 };
}

const HAN_DIGITS = '〇一二三四五六七八九';
/** A year in digits or, positionally, in Chinese numerals; both with nothing of their kind beside them. */
const YEAR =
  /(?<![\d.])(?:19|20)\d{2}(?![\d.])|(?<![〇一二三四五六七八九十])[一二][〇一二三四五六七八九]{3}(?=[年-])/g;
const TERM = /(第?)([一二12])(学期)|([上下])(学期)/g;

function yearOf(written: string): number {
  return Number(written.replace(/[〇一二三四五六七八九]/g, (char) => String(HAN_DIGITS.indexOf(char))));
}

/** A year as another was written: in its kind of digits. */
function writtenLike(year: number, sample: string): string {
  if (!/[〇○一二]/.test(sample)) {
    const wide = /[０-９]/.test(sample);
    return String(year).replace(/\d/g, (digit) =>
      wide ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit,
    );
  }
  return String(year).replace(/\d/g, (digit) => HAN_DIGITS.charAt(Number(digit)));
}

/** A year that a text names, with its place in UTF-16 units. */
export interface NamedYear {
  year: number;
  raw: string;
  start: number;
}

/** Every year that a text names, those of document numbers apart: a number stays what it is. */
export function findYears(text: string): NamedYear[] {
  const folded = foldGlyphs(text);
  const numbers = findDocNumbers(text);
  return [...folded.matchAll(YEAR)].flatMap(({ 0: { length }, index }) => {
    if (numbers.some(({ start, end }) => start <= index && index < end)) return [];
    const raw = text.slice(index, index + length);
    return { year: yearOf(folded.slice(index, index + length)), raw, start: index };
  });
}

/** A title taken from one period to another, with how many years of it were moved. */
export interface MovedTitle {
  title: string;
  moved: number;
  /** Years in it that are none of the old period's and stay. */
  strange: string[];
}

/**
 * A title about one period as it would be about another: its years, in the digits in which they are written, and its
 * term, where both periods have one. What is no year of the old period is left as it is and told.
 */
export function moveTitle(title: string, from: Period, to: Period): MovedTitle {
  const strange: string[] = [];
  let moved = 0;
  let text = '';
  let rest = 0;
  for (const { year, raw, start } of findYears(title)) {
    const next = nextYear(year, from, to);
    if (next === undefined) strange.push(raw);
    else moved++;
    text += title.slice(rest, start) + (next === undefined ? raw : writtenLike(next, raw));
    rest = start + raw.length;
  }
  text += title.slice(rest);
  return { title: moved > 0 ? moveTerm(text, from, to) : text, moved, strange };
}

function nextYear(year: number, from: Period, to: Period): number | undefined {
  if (year === from.startYear) return to.startYear;
  return year === from.endYear ? to.endYear : undefined;
}

function moveTerm(title: string, from: Period, to: Period): string {
  const { term } = to;
  if (from.term === undefined || term === undefined || from.term === term) return title;
  return title.replace(TERM, (_all, ordinal, digit: string | undefined, word, side, sideWord) => {
    if (digit === undefined) return `${side === '上' ? '下' : '上'}${sideWord}`;
    return `${ordinal}${/\d/.test(digit) ? term : HAN_DIGITS.charAt(term)}${word}`;
  });
}

/** The years of a period with the one before and the one after: what is to be looked at when its text serves another. */
export function yearsAround({ startYear, endYear }: Period): Set<number> {
  const years = new Set<number>();
  for (let year = startYear - 1; year <= endYear + 1; year++) years.add(year);
  return years;
}
