/** The time axis of the library's map. */

/** A column: one year, a span of years, or, with no year, the documents of which no source tells the year. */
export interface TimeColumn {
  label: string;
  /** The years in which there are documents, ascending. */
  years: number[];
  /** Years without documents lie between it and the column before. */
  gap: boolean;
}

export const UNDATED = '年份未详';
const SPANS = [1, 5, 10, 20, 50, 100];

/** At most `most` columns for the years: each its own where they are few, else spans of 5, 10 … years. Empty ones are left out. */
export function timeColumns(years: ReadonlySet<number>, undated: boolean, most: number): TimeColumn[] {
  const ascending = [...years].sort((a, b) => a - b);
  const groups = SPANS.map((span) => ({ span, starts: startsOf(ascending, span) }));
  const { span, starts } = groups.find((group) => group.starts.length <= most) ?? {
    span: 1000,
    starts: startsOf(ascending, 1000),
  };
  const columns = starts.map((start, index) => ({
    label: span === 1 ? String(start) : `${start}–${start + span - 1}`,
    years: ascending.filter((year) => year >= start && year < start + span),
    gap: index > 0 && start - (starts[index - 1] ?? start) > span,
  }));
  return undated ? [...columns, { label: UNDATED, years: [], gap: false }] : columns;
}

function startsOf(years: readonly number[], span: number): number[] {
  return [...new Set(years.map((year) => Math.floor(year / span) * span))];
}
