/** The time axis of the library's map. */

/** A column: one year, a span of years, or, with no year, the documents of which no source tells the year. */
export interface TimeColumn {
  /** 2012, 2010–14 or 未详. */
  label: string;
  /** The years in which there are documents, ascending. */
  years: number[];
  /** Years without documents lie between it and the column before. */
  gap: boolean;
}

const SPANS = [1, 5, 10, 20, 50, 100, 1000];
const MOST_COLUMNS = 24;
/** Cells that may have documents: the page grows with them, and the addresses of a span are longer than a year's. */
const MOST_CELLS = { year: 96, span: 72 };

/** What the axis needs of a document. */
interface Dated {
  years: readonly number[];
  level: string;
}

/** Columns for the years of the documents: each its own where they are few, else spans of 5, 10 … years; empty ones are left out. */
export function timeColumns(documents: readonly Dated[]): TimeColumn[] {
  const years = [...new Set(documents.flatMap((document) => document.years))].sort((a, b) => a - b);
  const span = SPANS.find((candidate) => fits(documents, candidate)) ?? 1000;
  const starts = [...new Set(years.map((year) => startOf(year, span)))];
  const columns = starts.map((start, index) => ({
    label: labelOf(start, span),
    years: years.filter((year) => startOf(year, span) === start),
    gap: index > 0 && start - (starts[index - 1] ?? start) > span,
  }));
  const undated = documents.some((document) => document.years.length === 0);
  return undated ? [...columns, { label: '未详', years: [], gap: false }] : columns;
}

function fits(documents: readonly Dated[], span: number): boolean {
  const cells = new Set(
    documents.flatMap(({ years, level }) => years.map((year) => `${startOf(year, span)} ${level}`)),
  );
  const columns = new Set(documents.flatMap(({ years }) => years.map((year) => startOf(year, span))));
  return columns.size <= MOST_COLUMNS && cells.size <= (span === 1 ? MOST_CELLS.year : MOST_CELLS.span);
}

function startOf(year: number, span: number): number {
  return Math.floor(year / span) * span;
}

function labelOf(start: number, span: number): string {
  if (span === 1) return String(start);
  const end = String(start + span - 1);
  return `${start}–${span < 100 ? end.slice(-2) : end}`;
}
