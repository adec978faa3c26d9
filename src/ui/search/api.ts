/**
 * `/search/api.js`: full-text search for any page of this site, or for a script that imports it.
 * Nothing is loaded before the first call; addresses follow from where this module lies.
 */
import { type Completion, complete } from '../../search/complete.ts';
import { type FilterInput, toFilters } from '../../search/facets.ts';
import { type Keyword, parseQuery, type Query } from '../../search/query.ts';
import { toSort } from '../../search/rank.ts';
import type { DocumentEntry, PageText } from '../../search/record.ts';
import { loadDocumentPage } from './document-page.ts';
import { download } from './download.ts';
import { countIndex, type SearchAnswer, type SearchOptions, searchIndex } from './engine.ts';
import { findNumber as findCanonical, type NumberHit, readNumberKeyword } from './find-number.ts';
import { forgetVariants, variantsFor } from './load-variants.ts';
import { base, forgetWithIndex, guarded, openIndex, withIndex } from './open-index.ts';
import type { SearchIndex } from './pagefind-index.ts';
import { type NearTables, openTermFiles } from './term-files.ts';

export type { Completion } from '../../search/complete.ts';
export type { SearchAnswer, SearchOptions, SearchResult } from './engine.ts';
export type { NumberHit } from './find-number.ts';
export { loadIndex } from './pagefind-index.ts';
export type { ResultData, SubResult } from './result.ts';
export type { NearTables } from './term-files.ts';
/** What src/ui/search/union/ searches other libraries with. */
export { countIndex, searchIndex, toFilters, toSort };

/** Loads the index if it isn't loaded yet. Call it when a reader is about to search. */
export async function prepare(): Promise<void> {
  await guarded(openIndex(), async () => undefined);
}

/**
 * Finds the documents that contain every keyword of `query` literally (see the help page on searching). All hits are
 * listed, in order; `data()` loads one. Both reject with a message for the reader when the index can't be read.
 */
export async function search(query: string, options?: SearchOptions | null): Promise<SearchAnswer> {
  const chosen = toFilters(options?.filters ?? {});
  const sort = toSort(options?.sort);
  const parsed = readQuery(query);
  // Should the index fail first, nobody asks any more whether this did.
  parsed.catch(() => undefined);
  return await withIndex(async (index, opened) => {
    const answer = await searchIndex(index, await parsed, chosen, sort);
    const results = answer.results.map(({ id, signals, data }) => ({
      ...{ id, signals },
      data: () => guarded(opened, data),
    }));
    return { ...answer, results };
  });
}

const lists = new WeakMap<SearchIndex, Promise<DocumentEntry[]>>();

/** The site's list of documents, fetched once for an index. */
function documentsOf(index: SearchIndex): Promise<DocumentEntry[]> {
  const known = lists.get(index);
  if (known) return known;
  const list = download(new URL('api/documents.json', base).href, 'no-cache').then((body): DocumentEntry[] =>
    JSON.parse(new TextDecoder().decode(body)),
  );
  lists.set(index, list);
  list.catch(() => lists.delete(index));
  return list;
}

/**
 * The text of a document, block by block as its page has it, by an id such as plans/yunjiaoyanzi-2012-3. `documents` is
 * the content of /api/documents.json for a caller that has it; if it is older than the index it is fetched anew.
 */
export async function loadPage(id: string, documents?: readonly DocumentEntry[]): Promise<PageText> {
  return await withIndex(async (index) => {
    try {
      if (documents) return await loadDocumentPage(index, documents, toText(id));
    } catch {
      // The list at hand may be of an earlier build.
    }
    return await loadDocumentPage(index, await documentsOf(index), toText(id));
  });
}

/** How many documents `search` would find; cheaper, for nothing is ranked. */
export async function count(query: string, filters?: FilterInput | null): Promise<number> {
  const chosen = toFilters(filters ?? {});
  const parsed = readQuery(query);
  // Should the index fail first, nobody asks any more whether this did.
  parsed.catch(() => undefined);
  return await withIndex(async (index) => countIndex(index, await parsed, chosen));
}

let termFiles = openTermFiles(base);

/** Terms of the documents that a half-typed query may be on its way to, by characters or by pinyin, best first. */
export async function suggestTerms(query: string): Promise<Completion[]> {
  return complete(await termFiles.terms(), toText(query));
}

/** What is near to a query that finds nothing is found with these. */
export async function loadNearTables(): Promise<NearTables> {
  return await termFiles.tables();
}

/** Scripts that are not checked for types may pass anything. */
const toText = (query: unknown): string => String(query ?? '');

/** Reads a query as it is put to the library at `library`, a site's root ending in a slash. */
export async function readQuery(query: string, library: URL = base): Promise<Query> {
  const text = toText(query);
  const { include, exclude } = parseQuery(text, await variantsFor(text, library));
  const read = (keyword: Keyword): Promise<Keyword> => readNumberKeyword(keyword, library);
  return { include: await Promise.all(include.map(read)), exclude: await Promise.all(exclude.map(read)) };
}

/** If the whole query is a document number, in whatever disguise: where it leads. */
export async function findNumber(query: string): Promise<NumberHit | null> {
  return await findCanonical(toText(query));
}

forgetWithIndex(() => {
  termFiles = openTermFiles(base);
  forgetVariants();
});
