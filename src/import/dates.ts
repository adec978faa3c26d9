import { parseChineseNumeral } from '../core/numerals.ts';

const ARABIC = /(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?/;
/** Zero is printed in many ways: 〇, a circle, a letter, a digit. */
const ZERO = /[○Ｏ◯零OoО0０]/g;
const HAN =
  /([〇○Ｏ◯零OoО0０一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十廿]{1,3})\s*日/;
const MONTH =
  /(?:\d{4}|[〇○Ｏ◯零OoО0０一二三四五六七八九]{4})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月/;

/** A date found in a text: the ISO day, and the words that say it. */
export interface FoundDate {
  iso: string;
  raw: string;
}

/** The first full date in a text (2012年2月20日, 2012-02-20, 二〇一二年二月二十日), if it is a real day. */
export function findDate(text: string): FoundDate | undefined {
  const folded = foldDigits(text);
  const match = ARABIC.exec(folded) ?? HAN.exec(folded);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(toNumber);
  const iso = isoDay(year, month, day);
  return iso === undefined ? undefined : { iso, raw: text.slice(match.index, match.index + match[0].length) };
}

/** True when a line is written as a date and nothing else: the 成文日期 at the end of a paper, real day or not. */
export function isDateLine(text: string): boolean {
  return dateAtEnd(text)?.before === '';
}

/** A text that ends in a date, real day or not: the date as it is written, and what stands before it. */
export function dateAtEnd(text: string): { before: string; raw: string } | undefined {
  const line = foldDigits(text.trim()).replace(/^[（(](.*)[)）]$/, '$1');
  const shift = line.length === text.trim().length ? 0 : 1;
  for (const pattern of [ARABIC, HAN]) {
    const match = new RegExp(`(?:${pattern.source})$`).exec(line);
    if (match) {
      return {
        before: line.slice(0, match.index).trim(),
        raw: text.trim().slice(shift + match.index, shift + match.index + match[0].length),
      };
    }
  }
  return undefined;
}

/** True for a line that is a year and a month and nothing else. */
export function isMonthLine(text: string): boolean {
  const line = foldDigits(text.trim());
  return MONTH.exec(line)?.[0] === line;
}

/** Full-width digits as plain ones, one for one. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** A four-digit year in any of its spellings: 2012, 二〇一二, 二○一二. */
export function yearOf(digits: string): number | undefined {
  return toNumber(foldDigits(digits));
}

function toNumber(digits: string): number | undefined {
  if (/^\d+$/.test(digits)) return Number(digits);
  return parseChineseNumeral(digits.replace(ZERO, '〇').replace(/廿/, '二十'));
}

function isoDay(year?: number, month?: number, day?: number): string | undefined {
  if (!year || !month || !day || month > 12) return undefined;
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day > (lengths[month - 1] ?? 0)) return undefined;
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
