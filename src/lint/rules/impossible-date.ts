import { parseChineseNumeral } from '../../core/numerals.ts';
import { passagesOf, placeOf } from '../passages.ts';
import { defineDocumentRule } from '../rule.ts';

const HAN_YEAR = '[一二][〇零○一二三四五六七八九]{3}';
const DATE = new RegExp(
  `(?<![\\d〇零○一二三四五六七八九十])((?:19|20)\\d{2}|${HAN_YEAR})\\s?年\\s?(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?月(?:\\s?(\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\\s?日)?`,
  'gu',
);

/** A day or month in a text that no calendar has: 2012年2月30日. Days of the lunar calendar are left alone. */
/** Month and day without a year, which the years around it may give: no year has 9月31日. */
const YEARLESS = /(?<![\d年〇零○一二三四五六七八九十个每满达第])(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu;
const ISO = /(?<![\d./-])((?:19|20)\d{2})[-./](\d{2})[-./](\d{2})(?![\d./-])/g;
/** A cheap look that spares most passages the one before. */
const MAY_BE_ISO = /\d{4}[-./]\d/;

export default defineDocumentRule({
  id: 'impossible-date',
  severity: 'warning',
  *check(document) {
    for (const passage of passagesOf(document)) {
      for (const { index, raw, year, month, day } of datesIn(passage.text)) {
        if (
          isPossible(year, month, day) ||
          /[农阴夏]历/.test(passage.text.slice(Math.max(0, index - 8), index))
        )
          continue;
        yield {
          file: document.source.file,
          ...placeOf(document, passage, index),
          found: `日期“${raw}”不存在`,
          expected: '日历上有的日期',
          fix: '对照原件，认错的改正；原件就是这样印的，保留，在编者注（notes）里说明',
        };
      }
    }
  },
});

interface PrintedDate {
  index: number;
  raw: string;
  year: string | undefined;
  month: string | undefined;
  day: string | undefined;
}

/** Every date of a text. A day without a year is judged by a leap year. */
function datesIn(text: string): PrintedDate[] {
  const hasMonth = text.includes('月');
  const mayBeIso = MAY_BE_ISO.test(text);
  if (!hasMonth && !mayBeIso) return [];
  const full = hasMonth ? [...text.matchAll(DATE)] : [];
  const yearless = hasMonth ? [...text.matchAll(YEARLESS)] : [];
  return [
    ...[...full, ...(mayBeIso ? text.matchAll(ISO) : [])].map(
      ({ index, 0: raw, 1: year, 2: month, 3: day }) => ({
        ...{ index, raw, year, month, day },
      }),
    ),
    ...yearless.map(({ index, 0: raw, 1: month, 2: day }) => ({ index, raw, year: '2000', month, day })),
  ];
}

function isPossible(year = '', month = '', day: string | undefined): boolean {
  const [y, m] = [numberOf(year), numberOf(month)];
  if (y === undefined || m === undefined || m < 1 || m > 12) return false;
  const d = day === undefined ? 1 : numberOf(day);
  return d !== undefined && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}

function numberOf(digits: string): number | undefined {
  return /^\d/.test(digits) ? Number(digits) : parseChineseNumeral(digits);
}
