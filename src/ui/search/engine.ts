/** Answers a query: exact hits from the index, filtered, counted and ranked. Results are loaded one by one. */
import { type Counts, countFacets, type FilterInput, type Filters, filterRows } from '../../search/facets.ts';
import type { Query } from '../../search/query.ts';
import { rank, type Signals, type Sort, type SortInput } from '../../search/rank.ts';
import { loadFragment } from './document-text.ts';
import { type FoundReadings, findReadings } from './find-readings.ts';
import type { PagefindHit, SearchIndex } from './pagefind-index.ts';
import { describeHit, type ResultData } from './result.ts';

export interface SearchOptions {
  /** `type` (a collection id), `year`, `issuer`, `level`, `topic`, `status`; each one value or several. */
  readonly filters?: FilterInput;
  /** `relevance` (the default), `date` (newest first) or `date-asc`. */
  readonly sort?: SortInput;
}

/** One hit; `id` is the one by which Pagefind's engine knows the document. */
export interface SearchResult {
  readonly id: string;
  /** What its place in the list goes by. */
  readonly signals: Signals;
  data(): Promise<ResultData>;
}

export interface SearchAnswer {
  /** Number of documents found, all of which are in `results`. */
  readonly total: number;
  readonly results: readonly SearchResult[];
  /** Per filter and value: how many documents that value would show. */
  readonly counts: Counts;
  readonly query: Query;
  /** What there is to say beside the number of documents, where several libraries were searched: in one line, and in full. */
  readonly remark?: string;
  readonly notes?: () => readonly Node[];
}

const NOTHING: FoundReadings = { hits: new Map(), signals: async () => [] };

/** What a query finds, whatever the filters; nothing when neither query nor filters ask for anything. */
async function find(index: SearchIndex, query: Query, filters: Filters): Promise<FoundReadings> {
  const asked = query.include.length > 0 || Object.values(filters).some((values) => values.length > 0);
  return asked ? await findReadings(index, query) : NOTHING;
}

/**
 * Searches `index`. With no keyword it lists every document that the filters let through, or nothing when there is
 * no filter either.
 */
export async function searchIndex(
  index: SearchIndex,
  query: Query,
  filters: Filters,
  sort: Sort,
): Promise<SearchAnswer> {
  const found = await find(index, query, filters);
  const all = index.rows.filter((row) => found.hits.has(row.id));
  const rows = filterRows(all, filters);
  const ranked = rank(await found.signals(rows), sort);
  return {
    total: ranked.length,
    results: ranked.map((signals) => {
      const { id } = signals;
      return { id, signals, data: () => loadResult(found.hits.get(id), id, query) };
    }),
    counts: countFacets(all, filters),
    query,
  };
}

/** How many documents `searchIndex` would find, without ranking them. */
export async function countIndex(index: SearchIndex, query: Query, filters: Filters): Promise<number> {
  const { hits } = await find(index, query, filters);
  return filterRows(
    index.rows.filter((row) => hits.has(row.id)),
    filters,
  ).length;
}

async function loadResult(hit: PagefindHit | undefined, id: string, query: Query): Promise<ResultData> {
  if (!hit) throw new Error(`no hit ${id}`);
  return describeHit(id, await loadFragment(hit), query);
}
