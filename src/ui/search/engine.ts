/** Answers a query: exact hits from the index, filtered, counted and ranked. Results are loaded one by one. */
import { type Counts, countFacets, type FilterInput, filterRows, toFilters } from '../../search/facets.ts';
import type { Query } from '../../search/query.ts';
import { rank, type SortInput, toSort } from '../../search/rank.ts';
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

/** One hit; `id` is Pagefind's result id. */
export interface SearchResult {
  readonly id: string;
  data(): Promise<ResultData>;
}

export interface SearchAnswer {
  /** Number of documents found, all of which are in `results`. */
  readonly total: number;
  readonly results: readonly SearchResult[];
  /** Per filter and value: how many documents that value would show. */
  readonly counts: Counts;
  readonly query: Query;
}

const NOTHING: FoundReadings = { hits: new Map(), signals: async () => [] };

/**
 * Searches `index`. With no keyword it lists every document that the filters let through, or nothing when there is
 * no filter either.
 */
export async function searchIndex(
  index: SearchIndex,
  query: Query,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const filters = toFilters(options.filters ?? {});
  const browsing = query.include.length === 0;
  const asked = !browsing || Object.values(filters).some((values) => values.length > 0);
  const found = asked ? await findReadings(index, query) : NOTHING;
  const all = index.rows.filter((row) => found.hits.has(row.id));
  const rows = filterRows(all, filters);
  const signals = await found.signals(rows);
  const ranked = rank(signals, toSort(options.sort ?? 'relevance'));
  return {
    total: ranked.length,
    results: ranked.map(({ id }) => ({ id, data: () => loadResult(found.hits.get(id), id, query) })),
    counts: countFacets(all, filters),
    query,
  };
}

/** How many documents `searchIndex` would find, without ranking them. */
export async function countIndex(
  index: SearchIndex,
  query: Query,
  filters: FilterInput = {},
): Promise<number> {
  const chosen = toFilters(filters);
  const asked = query.include.length > 0 || Object.values(chosen).some((values) => values.length > 0);
  if (!asked) return 0;
  const { hits } = await findReadings(index, query);
  const all = index.rows.filter((row) => hits.has(row.id));
  return filterRows(all, chosen).length;
}

async function loadResult(hit: PagefindHit | undefined, id: string, query: Query): Promise<ResultData> {
  if (!hit) throw new Error(`no hit ${id}`);
  return describeHit(id, await loadFragment(hit), query);
}
