/** The register as data: /api/register.json, by which the page filters all rows, also those on other pages. */
import { normalizeTitle } from './normalize-title.ts';
import { numberParts } from './number-parts.ts';
import { numberSortKey } from './number-sort-key.ts';
import type { Resolution } from './references.ts';
import { registerAnchor } from './register-anchor.ts';
import { entriesByState, type RegisterEntry } from './register-entry.ts';
import { pageOfRow } from './register-pages.ts';

/** `rows` hold the values of `columns`, in that order: the register is long, and its keys would be most of it. */
export interface RegisterTable {
  columns: readonly string[];
  rows: readonly TableValues[];
}

const COLUMNS = [
  ...['state', 'number', 'title', 'document', 'places', 'documents', 'firstYear', 'lastYear'],
  ...['level', 'citedFrom'],
] as const;

/** `document` is a document id; `citedFrom` names collection and year of the citing documents, e.g. plans/2012. */
type TableValues = [
  state: Resolution,
  number: string | null,
  title: string | null,
  document: string | null,
  places: number,
  documents: number,
  firstYear: number | null,
  lastYear: number | null,
  level: string,
  citedFrom: string,
];

/** Rows by state in the order of the page; `levelOf` gives the administrative level of an entry, '' for unknown. */
export function registerTable(
  entries: readonly RegisterEntry[],
  levelOf: (entry: RegisterEntry) => string,
): RegisterTable {
  const ordered = [...entriesByState(entries).values()].flat();
  return { columns: COLUMNS, rows: ordered.map((entry) => toValues(entry, levelOf(entry))) };
}

function toValues(entry: RegisterEntry, level: string): TableValues {
  const { state, number, title, document, citations, citing, firstYear, lastYear } = entry;
  const from = new Set(
    citing.flatMap(({ collection, years }) =>
      years.length === 0 ? `${collection}/` : years.map((year) => `${collection}/${year}`),
    ),
  );
  return [
    ...([state, number, title, document?.id ?? null, citations.length, citing.length] as const),
    ...([firstYear, lastYear, level, [...from].sort().join(' ')] as const),
  ];
}

/** A row as the page filters and shows it. */
export interface TableRow {
  state: Resolution;
  number: string | null;
  title: string | null;
  /** Id of the held document. */
  document: string | null;
  places: number;
  documents: number;
  firstYear: number | null;
  lastYear: number | null;
  /** Path of the row's page below the register's, and its id there. */
  page: string;
  anchor: string;
  /** What a filter compares with. */
  text: string;
  code: string;
  year: string;
  level: string;
  citedFrom: readonly string[];
}

/** The rows of the table with what follows from each. */
export function readTable({ rows }: RegisterTable): TableRow[] {
  const counts = new Map<Resolution, number>();
  for (const [state] of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  const seen = new Map<Resolution, number>();
  return rows.map((values) => {
    const [state] = values;
    const index = seen.get(state) ?? 0;
    seen.set(state, index + 1);
    return toRow(values, pageOfRow(state, index, counts.get(state) ?? 0));
  });
}

function toRow(values: TableValues, page: string): TableRow {
  const [state, number, title, document, places, documents, firstYear, lastYear, level, citedFrom] = values;
  const { code = '', year = '' } = numberParts(number ?? '') ?? {};
  const anchor = registerAnchor({ to: document, canonical: number, title });
  return {
    ...{
      state,
      number,
      title,
      document,
      places,
      documents,
      firstYear,
      lastYear,
      page,
      anchor,
      code,
      year,
      level,
    },
    text: plain(`${number ?? ''} ${title ?? ''}`),
    citedFrom: citedFrom.split(' '),
  };
}

/** What is asked of the register; '' asks nothing. */
export interface RegisterQuery {
  q: string;
  state: string;
  /** `level:县级` or `code:云教发`. */
  by: string;
  /** Year of the number. */
  year: string;
  /** Collection of a citing document, and its year. */
  from: string;
  fromYear: string;
  /** `number` for the order of numbers; else most cited first. */
  sort: string;
}

/** The rows that answer a query, in its order: across states most cited first, or by number. */
export function filterTable(rows: readonly TableRow[], query: RegisterQuery): TableRow[] {
  const words = plain(query.q).split(' ').filter(Boolean);
  const kept = rows.filter((row) => words.every((word) => row.text.includes(word)) && answers(row, query));
  if (query.sort === 'number') return sortByNumber(kept);
  return kept.sort((a, b) => b.documents - a.documents || b.places - a.places);
}

function sortByNumber(rows: readonly TableRow[]): TableRow[] {
  const keyed = rows.map((row) => ({
    row,
    key: row.number === null ? `\uffff${row.text}` : numberSortKey(row.number),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

function answers(row: TableRow, { state, by, year, from, fromYear }: RegisterQuery): boolean {
  if (state !== '' && row.state !== state) return false;
  if (year !== '' && row.year !== year) return false;
  if (by !== '' && by !== `level:${row.level}` && by !== `code:${row.code}`) return false;
  if (from === '' && fromYear === '') return true;
  // Of one and the same citing document.
  return row.citedFrom.some((source) => {
    const [collection, published] = source.split('/');
    return (from === '' || collection === from) && (fromYear === '' || published === fromYear);
  });
}

/** Width, case, brackets, 第 and leading zeros don't matter; spaces part words. */
function plain(text: string): string {
  return text
    .split(/\s+/u)
    .map((word) =>
      normalizeTitle(word)
        .replace(/[〈<]/gu, '〔')
        .replace(/[〉>]/gu, '〕')
        .replace(/第/gu, '')
        .replace(/(^|\D)0+(?=\d)/gu, '$1'),
    )
    .join(' ')
    .trim();
}
