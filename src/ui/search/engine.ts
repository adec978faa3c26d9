/** Answers a query: exact hits from the index, filtered, counted and ranked. Results are loaded one by one. */
import {
  type Counts,
  countFacets,
  type FacetRow,
  type FilterInput,
  filterRows,
  toFilters,
} from '../../search/facets.ts';
import { type Keyword, parseQuery, type Query } from '../../search/query.ts';
import { rank, type Signals, type SortInput, toSort } from '../../search/rank.ts';
import { EVERY_DOCUMENT, type Field, phraseWords } from '../../search/tokenize.ts';
import type { PagefindHit, SearchIndex } from './pagefind-index.ts';
import { containsText, describeHit, type ResultData } from './result.ts';

export interface SearchOptions {
  /** `type` (a collection id), `year`, `issuer`, `topic`, `status`; each one value or several. */
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

type Hits = ReadonlyMap<string, PagefindHit>;

const DEAD = new Set(['废止', '失效']);

const byId = (hits: readonly PagefindHit[]): Hits => new Map(hits.map((hit) => [hit.id, hit]));

const phrase = (normalised: string, field: Field): string => `"${phraseWords(normalised, field).join(' ')}"`;

// Each pair of a phrase may cost one more part of the index. After so many characters few documents are left, and
// it is cheaper to look into them.
const HEAD = 24;

/** The documents whose field contains a text; of a long text in a title or heading only the beginning is looked for. */
async function findPhrase(index: SearchIndex, normalised: string, field: Field = 'any'): Promise<Hits> {
  const characters = [...normalised];
  const hits = await index.search(phrase(characters.slice(0, HEAD).join(''), field));
  if (characters.length <= HEAD || field !== 'any') return byId(hits);
  const fragments = await Promise.all(hits.map((hit) => hit.data()));
  return byId(hits.filter((_, place) => containsText(fragments[place], normalised)));
}

/** The documents that contain every keyword and none of the excluded ones. */
async function findDocuments(index: SearchIndex, query: Query): Promise<Hits> {
  if (query.include.length === 0) return byId(await index.search(`"${EVERY_DOCUMENT}"`));
  const wanted = query.include.map(({ normalised }) => findPhrase(index, normalised));
  const unwanted = query.exclude.map(({ normalised }) => findPhrase(index, normalised));
  const [first = new Map<string, PagefindHit>(), ...others] = await Promise.all(wanted);
  const excluded = await Promise.all(unwanted);
  const kept = [...first].filter(
    ([id]) => others.every((hits) => hits.has(id)) && !excluded.some((hits) => hits.has(id)),
  );
  return new Map(kept);
}

async function countIn(
  index: SearchIndex,
  keywords: readonly Keyword[],
  field: Field,
): Promise<Map<string, number>> {
  const found = await Promise.all(keywords.map(({ normalised }) => findPhrase(index, normalised, field)));
  const counts = new Map<string, number>();
  for (const id of found.flatMap((hits) => [...hits.keys()])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

// Pagefind scores in time proportional to documents × words × documents: with many hits one word a keyword must do.
const MANY_HITS = 500;

/** Up to three words spread over a keyword (the middle one when there are many hits), for an idea of its density. */
function densityWords({ normalised }: Keyword, hits: number): string[] {
  if ([...normalised].length < 2) return [];
  const words = phraseWords(normalised);
  const middle = Math.floor(words.length / 2);
  const places = hits > MANY_HITS ? [middle] : [0, middle, words.length - 1];
  return [...new Set(places.map((place) => words[place] ?? ''))];
}

/** Pagefind's own BM25 scores for the keywords, relative to the highest: how much a document speaks of them. */
async function findDensity(
  index: SearchIndex,
  keywords: readonly Keyword[],
  found: number,
): Promise<(id: string) => number> {
  const words = keywords.flatMap((keyword) => densityWords(keyword, found));
  const hits = words.length === 0 ? [] : await index.search(words.join(' '));
  const scores = new Map(hits.map((hit) => [hit.id, hit.score]));
  const highest = hits.reduce((most, hit) => Math.max(most, hit.score), 0);
  return (id) => (highest > 0 ? (scores.get(id) ?? 0) / highest : 0);
}

async function findSignals(index: SearchIndex, query: Query, rows: readonly FacetRow[]): Promise<Signals[]> {
  const keywords = query.include;
  const joined = keywords.map(({ normalised }) => normalised).join('');
  const [inNumber, inTitle, inHeading, density, together] = await Promise.all([
    countIn(index, keywords, 'number'),
    countIn(index, keywords, 'title'),
    countIn(index, keywords, 'heading'),
    findDensity(index, keywords, rows.length),
    keywords.length > 1 ? findPhrase(index, joined) : byId([]),
  ]);
  return rows.map(({ id, order, date, values }) => ({
    id,
    order,
    inNumber: inNumber.get(id) ?? 0,
    inTitle: inTitle.get(id) ?? 0,
    inHeading: inHeading.get(id) ?? 0,
    together: together.has(id),
    density: density(id),
    dead: values.status.some((status) => DEAD.has(status)),
    date,
  }));
}

/**
 * Searches `index`. With no keyword it lists every document that the filters let through, or nothing when there is
 * no filter either.
 */
export async function searchIndex(
  index: SearchIndex,
  text: string,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const query = parseQuery(text);
  const filters = toFilters(options.filters ?? {});
  const browsing = query.include.length === 0;
  const asked = !browsing || Object.values(filters).some((values) => values.length > 0);
  const hits = asked ? await findDocuments(index, query) : byId([]);
  const found = index.rows.filter((row) => hits.has(row.id));
  const rows = filterRows(found, filters);
  const signals = await findSignals(index, query, rows);
  const ranked = rank(signals, toSort(options.sort ?? 'relevance'));
  return {
    total: ranked.length,
    results: ranked.map(({ id }) => ({ id, data: () => loadResult(hits.get(id), id, query) })),
    counts: countFacets(found, filters),
    query,
  };
}

async function loadResult(hit: PagefindHit | undefined, id: string, query: Query): Promise<ResultData> {
  if (!hit) throw new Error(`no hit ${id}`);
  return describeHit(id, await hit.data(), query);
}
