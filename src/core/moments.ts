import { parseDocNumber } from './docnumber.ts';

/**
 * When something happened, as exactly as a source tells: a day, or only the year of a document number. Both ends are
 * ISO days and inclusive. A year is never narrowed to a day of it.
 */
export interface Moment {
  first: string;
  last: string;
}

export function onDay(day: string): Moment {
  return { first: day, last: day };
}

export function inYear(year: number): Moment {
  const digits = String(year).padStart(4, '0');
  return { first: `${digits}-01-01`, last: `${digits}-12-31` };
}

export function isDay({ first, last }: Moment): boolean {
  return first === last;
}

/** When a document was issued: its date, else the year of its number; undefined when neither is known. */
export function issueMoment({
  issuedOn,
  docNumber,
}: {
  issuedOn?: string | null | undefined;
  docNumber?: string | null | undefined;
}): Moment | undefined {
  if (issuedOn) return onDay(issuedOn);
  const year = docNumber ? parseDocNumber(docNumber)?.year : undefined;
  return year === undefined ? undefined : inYear(year);
}

/** Whether what begins at `at` had begun on `day`; `unclear` when the years overlap or `at` is not known. */
export function hadBegun(at: Moment | undefined, day: Moment): 'yes' | 'no' | 'unclear' {
  if (!at) return 'unclear';
  if (at.last <= day.first) return 'yes';
  return at.first > day.last ? 'no' : 'unclear';
}

/** The day after an ISO day. */
export function nextDay(day: string): string {
  return daysFrom(day, 1);
}

/** The day before an ISO day. */
export function dayBefore(day: string): string {
  return daysFrom(day, -1);
}

function daysFrom(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** `2015-06-01`, or `2015年` where only the year is known. */
export function formatMoment(moment: Moment): string {
  return isDay(moment) ? moment.first : `${Number(moment.first.slice(0, 4))}年`;
}
