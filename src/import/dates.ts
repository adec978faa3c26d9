import { parseChineseNumeral } from '../core/numerals.ts';

const ARABIC = /(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?/;
const HAN =
  /([〇○Ｏ零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;

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
  const line = foldDigits(text.trim());
  return (ARABIC.exec(line) ?? HAN.exec(line))?.[0] === line;
}

function foldDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function toNumber(digits: string): number | undefined {
  if (/^\d+$/.test(digits)) return Number(digits);
  return parseChineseNumeral(digits.replace(/[○Ｏ零]/g, '〇'));
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
