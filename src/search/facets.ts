/** What the list of results must know of every document before any of them is loaded: filters, counts, dates. */
import type { DocumentEntry } from './record.ts';

/** The filters of a search; `type` is a collection id, `year` four digits. */
export const FACETS = ['type', 'year', 'issuer', 'topic', 'status'] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen values; within one filter any of them will do, between filters all must hold. */
export type Filters = Partial<Record<Facet, readonly string[]>>;

/** Filters as a caller may write them: one value or several, years as numbers too. */
export type FilterInput = Readonly<
  Record<string, string | number | ReadonlyArray<string | number> | undefined>
>;

/** Filters from what a caller wrote. Throws a RangeError for a filter that doesn't exist. */
export function toFilters(input: FilterInput): Filters {
  const filters: Partial<Record<Facet, readonly string[]>> = {};
  for (const [name, value] of Object.entries(input)) {
    const facet = FACETS.find((known) => known === name);
    if (!facet) throw new RangeError(`发现筛选 ${name}，应为 ${FACETS.join('、')} 之一。`);
    if (value !== undefined) filters[facet] = [value].flat().map(String);
  }
  return filters;
}

/** How many documents have each value of a filter. The tables have no prototype: a value may be called anything. */
export type Counts = Record<Facet, Record<string, number>>;

/** One document. */
export interface FacetRow {
  /** Pagefind's result id. */
  readonly id: string;
  /** Place in the list of all documents. */
  readonly order: number;
  /** ISO date, or the year alone, or '' when neither is known. */
  readonly date: string;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
}

/** `search/facets` as written: columns, with each distinct value once. Rows are in order of document id. */
export interface FacetTable {
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  /** Pagefind ids without their language prefix. */
  readonly ids: readonly string[];
  readonly dates: readonly string[];
  /** Per filter and document: indexes into `values`. */
  readonly columns: Readonly<Record<Facet, ReadonlyArray<readonly number[] | number>>>;
}

/** The row of a document. */
export function toFacetRow(id: string, document: DocumentEntry, order: number): FacetRow {
  const years = document.years.map(String);
  return {
    id,
    order,
    date: document.issuedOn ?? years.at(-1) ?? '',
    values: {
      type: [document.collection],
      year: years,
      issuer: document.issuer ? [document.issuer] : [],
      topic: document.topics,
      status: document.status ? [document.status] : [],
    },
  };
}

const perFacet = <Value>(make: (facet: Facet) => Value): Record<Facet, Value> => ({
  type: make('type'),
  year: make('year'),
  issuer: make('issuer'),
  topic: make('topic'),
  status: make('status'),
});

/** Packs rows for the browser. All ids begin with `prefix`. */
export function packFacets(rows: readonly FacetRow[], prefix: string): FacetTable {
  const values = perFacet((facet) => [...new Set(rows.flatMap((row) => row.values[facet]))].sort());
  return {
    values,
    ids: rows.map((row) => row.id.slice(prefix.length)),
    dates: rows.map((row) => row.date),
    columns: perFacet((facet) =>
      rows.map((row) => {
        const indexes = row.values[facet].map((value) => values[facet].indexOf(value));
        return indexes.length === 1 ? (indexes[0] ?? []) : indexes;
      }),
    ),
  };
}

/** The rows back. */
export function unpackFacets(table: FacetTable, prefix: string): FacetRow[] {
  return table.ids.map((id, row) => ({
    id: prefix + id,
    order: row,
    date: table.dates[row] ?? '',
    values: perFacet((facet) => {
      const cell = table.columns[facet][row] ?? [];
      return (typeof cell === 'number' ? [cell] : cell).map((index) => table.values[facet][index] ?? '');
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
