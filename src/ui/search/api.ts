/**
 * `/search/api.js`: full-text search for any page of this site, or for a script that imports it.
 * Nothing is loaded before the first call; addresses follow from where this module lies.
 */
import { formatDocNumber, parseDocNumber } from '../../core/docnumber.ts';
import { type SearchAnswer, type SearchOptions, searchIndex } from './engine.ts';
import { download } from './pagefind-fetch.ts';
import { loadIndex, type SearchIndex } from './pagefind-index.ts';

export type { SearchAnswer, SearchOptions, SearchResult } from './engine.ts';
export type { ResultData, SubResult } from './result.ts';

const base = new URL('../', import.meta.url);

let loading: Promise<SearchIndex> | undefined;

/** Loads the index if it isn't loaded yet. Call it when a reader is about to search. */
export async function prepare(): Promise<void> {
  await getIndex();
}

async function getIndex(): Promise<SearchIndex> {
  loading ??= loadIndex(base);
  try {
    return await loading;
  } catch (error) {
    forget();
    throw toSearchError(error);
  }
}

// After a failure the next search starts afresh: Pagefind remembers a chunk that failed as loaded.
function forget(): void {
  loading = undefined;
}

function toSearchError(cause: unknown): Error {
  return new Error('检索没有成功：有索引文件没有取到。改法：检查网络后再试一次。', { cause });
}

/**
 * Finds the documents that contain every keyword of `query` literally (see the help page on searching). All hits are
 * listed, in order; `data()` loads one. Rejects with a message for the reader when the index can't be read.
 */
export async function search(query: string, options: SearchOptions = {}): Promise<SearchAnswer> {
  const index = await getIndex();
  try {
    return await searchIndex(index, query, options);
  } catch (error) {
    // The caller's own mistake, not the index's.
    if (error instanceof RangeError) throw error;
    forget();
    throw toSearchError(error);
  }
}

/** Where a document number leads. */
export interface NumberHit {
  readonly canonical: string;
  /** Page of the document, or the page that says that it isn't held; null when no document cites it either. */
  readonly url: string | null;
  readonly held: boolean;
}

let numbers: Promise<Record<string, { url: string; held: boolean }>> | undefined;

/** If the whole query is a document number, in whatever disguise: where it leads. */
export async function findNumber(query: string): Promise<NumberHit | null> {
  const parsed = parseDocNumber(query.trim());
  if (!parsed) return null;
  const canonical = formatDocNumber(parsed);
  numbers ??= download(new URL('api/numbers.json', base).href).then((body) =>
    JSON.parse(new TextDecoder().decode(body)),
  );
  try {
    const known = (await numbers)[canonical];
    return { canonical, url: known?.url ?? null, held: known?.held ?? false };
  } catch (error) {
    numbers = undefined;
    throw toSearchError(error);
  }
}
