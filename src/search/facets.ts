/** What the list of results must know of every document before any of them is loaded: filters, counts, order. */
import { compareText } from '../core/compare-text.ts';
import { documentName } from './pagefind-meta.ts';
import type { DocumentEntry } from './record.ts';

/** The filters of a search; `type` is a collection id, `year` four digits. */
export const FACETS = ['type', 'year', 'issuer', 'level', 'topic', 'status'] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen values; within one filter any of them will do, between filters all must hold. */
export type Filters = Partial<Record<Facet, readonly string[]>>;

/** Filters as a caller may write them: one value or several, years as numbers too. */
export type FilterInput = Readonly<
  Record<string, string | number | ReadonlyArray<string | number> | null | undefined>
>;

/** Filters from what a caller wrote. Throws a RangeError for a filter that doesn't exist. */
export function toFilters(input: FilterInput): Filters {
  const filters: Partial<Record<Facet, readonly string[]>> = {};
  for (const [name, value] of Object.entries(input)) {
    const facet = FACETS.find((known) => known === name);
    if (!facet) throw new RangeError(`发现筛选 ${name}，应为 ${FACETS.join('、')} 之一。`);
    if (value !== undefined && value !== null) filters[facet] = [value].flat().map(String);
  }
  return filters;
}

/** How many documents have each value of a filter. The tables have no prototype: a value may be called anything. */
export type Counts = Record<Facet, Record<string, number>>;

/** One document. */
export interface FacetRow {
  /** By which Pagefind's engine knows the document. */
  readonly id: string;
  /** Place in the list of all documents by date, the oldest first; those without a date stand before all others. */
  readonly order: number;
  /** Whether a date, or at least a year, is known. */
  readonly dated: boolean;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
}

/** The table as it is written in `catalogue.json`: columns, with each distinct value once. Rows are in order of the documents' dates. */
export interface FacetTable {
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly documents: number;
  /** How many documents, at the beginning, have no date. */
  readonly undated: number;
  /** Per filter and document: an index into `values`, or several, or none. */
  readonly columns: Readonly<Record<Facet, ReadonlyArray<readonly number[] | number>>>;
}

/** ISO date of a document, or its year alone, or '' when neither is known. */
export function dateOf({ issuedOn, years }: Pick<DocumentEntry, 'issuedOn' | 'years'>): string {
  return issuedOn ?? years.at(-1)?.toString() ?? '';
}

/** The order in which an index holds documents: by date, the oldest first; those without a date before all others. */
export function compareByDate(
  a: Pick<DocumentEntry, 'id' | 'issuedOn' | 'years'>,
  b: Pick<DocumentEntry, 'id' | 'issuedOn' | 'years'>,
): number {
  return compareText(dateOf(a), dateOf(b)) || compareText(a.id, b.id);
}

/** The row of a document. */
export function toFacetRow(order: number, document: DocumentEntry): FacetRow {
  const known = (value: string): string[] => (value === '' ? [] : [value]);
  return {
    id: documentName(order),
    order,
    dated: dateOf(document) !== '',
    values: {
      type: [document.collection],
      year: document.years.map(String),
      issuer: known(document.issuer),
      level: known(document.level),
      topic: document.topics,
      status: known(document.status),
    },
  };
}

const perFacet = <Value>(make: (facet: Facet) => Value): Record<Facet, Value> => ({
  type: make('type'),
  year: make('year'),
  issuer: make('issuer'),
  level: make('level'),
  topic: make('topic'),
  status: make('status'),
});

/** Packs rows for the browser. */
export function packFacets(rows: readonly FacetRow[]): FacetTable {
  const values = perFacet((facet) => [...new Set(rows.flatMap((row) => row.values[facet]))].sort());
  const places = perFacet((facet) => new Map(values[facet].map((value, index) => [value, index])));
  return {
    values,
    documents: rows.length,
    undated: rows.filter(({ dated }) => !dated).length,
    columns: perFacet((facet) =>
      rows.map((row) => {
        const indexes = row.values[facet].map((value) => places[facet].get(value) ?? 0);
        return indexes.length === 1 ? (indexes[0] ?? []) : indexes;
      }),
    ),
  };
}

/** The rows back. */
export function unpackFacets({ columns, documents, undated, values }: FacetTable): FacetRow[] {
  return Array.from({ length: documents }, (_, order) => ({
    id: documentName(order),
    order,
    dated: order >= undated,
    values: perFacet((facet) => {
      const cell = columns[facet][order] ?? [];
      return (typeof cell === 'number' ? [cell] : cell).map((index) => values[facet][index] ?? '');
    }),
  }));
}

const passes = (row: FacetRow, filters: Filters, facet: Facet): boolean => {
  const wanted = filters[facet];
  return !wanted || wanted.length === 0 || wanted.some((value) => row.values[facet].includes(value));
};

/** The rows that pass every filter. */
export function filterRows(rows: readonly FacetRow[], filters: Filters): FacetRow[] {
  return rows.filter((row) => FACETS.every((facet) => passes(row, filters, facet)));
}

/**
 * What each choice would give: the documents per value, of those that pass all the *other* filters, so that the
 * values not chosen keep their counts.
 */
export function countFacets(rows: readonly FacetRow[], filters: Filters): Counts {
  return perFacet((facet) => {
    const counts: Record<string, number> = Object.create(null);
    const others = FACETS.filter((other) => other !== facet);
    for (const row of rows) {
      if (!others.every((other) => passes(row, filters, other))) continue;
      for (const value of row.values[facet]) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  });
}
