/**
 * The span of time that a plan or summary is about, written the way offices write it.
 * Three canonical spellings: `2011年`, `2011—2012学年`, `2011—2012学年第二学期`.
 */
export interface Period {
  kind: 'year' | 'school-year' | 'term';
  /** Calendar year in which the period begins, e.g. 2011. */
  startYear: number;
  /** Calendar year in which it ends; equals `startYear` for a calendar year. */
  endYear: number;
  /** 1 or 2, for a term only. */
  term?: 1 | 2;
}

const YEAR = /^(\d{4})\s*年?(?:度)?$/;
const SCHOOL_YEAR = /^(\d{4})\s*(?:[-—–－~～至]+\s*(\d{4}))\s*学年度?(?:\s*第?([一二12])学期)?$/;

/**
 * Reads a period in any usual spelling (`2011`, `2011年度`, `2011-2012学年第2学期`).
 * Returns undefined when the text is no period, or when a school year does not span two consecutive years.
 */
export function parsePeriod(text: string): Period | undefined {
  const plain = text.normalize('NFKC').trim();
  const year = YEAR.exec(plain);
  if (year) return { kind: 'year', startYear: Number(year[1]), endYear: Number(year[1]) };
  const school = SCHOOL_YEAR.exec(plain);
  if (!school) return undefined;
  const startYear = Number(school[1]);
  const endYear = Number(school[2]);
  if (endYear !== startYear + 1) return undefined;
  if (!school[3]) return { kind: 'school-year', startYear, endYear };
  return { kind: 'term', startYear, endYear, term: /[一1]/.test(school[3]) ? 1 : 2 };
}

/** Canonical spelling of a period, e.g. `2011—2012学年第二学期`. */
export function formatPeriod(period: Period): string {
  if (period.kind === 'year') return `${period.startYear}年`;
  const schoolYear = `${period.startYear}—${period.endYear}学年`;
  if (period.kind === 'school-year') return schoolYear;
  return `${schoolYear}第${period.term === 1 ? '一' : '二'}学期`;
}

/**
 * The calendar years under which a reader would look for the period, ascending.
 * A first term belongs to the year in which it starts, a second term to the year in which it ends.
 */
export function periodYears(period: Period): number[] {
  if (period.kind === 'year') return [period.startYear];
  if (period.kind === 'school-year') return [period.startYear, period.endYear];
  return [period.term === 1 ? period.startYear : period.endYear];
}
