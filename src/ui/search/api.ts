/**
 * `/search/api.js`: full-text search for any page of this site, or for a script that imports it.
 * Nothing is loaded before the first call; addresses follow from where this module lies.
 */
import { type Completion, complete } from '../../search/complete.ts';
import { type FilterInput, toFilters } from '../../search/facets.ts';
import { normalise } from '../../search/normalise.ts';
import { mayBeDocNumber } from '../../search/number-query.ts';
import { type Keyword, parseQuery, type Query } from '../../search/query.ts';
import { toSort } from '../../search/rank.ts';
import type { PageText } from '../../search/record.ts';
import { foldVariants } from '../../search/variants.ts';
import { loadDocumentPage } from './document-page.ts';
import { download } from './download.ts';
import { countIndex, type SearchAnswer, type SearchOptions, searchIndex } from './engine.ts';
import { lazyModule } from './lazy-module.ts';
import { forgetVariants, variantsFor } from './load-variants.ts';
import { loadIndex, type SearchIndex } from './pagefind-index.ts';
import { REMEDY } from './remedy.ts';
import { siteAddress } from './site-address.ts';
import { type NearTables, openTermFiles } from './term-files.ts';

export type { Completion } from '../../search/complete.ts';
export type { SearchAnswer, SearchOptions, SearchResult } from './engine.ts';
export type { ResultData, SubResult } from './result.ts';
export type { NearTables } from './term-files.ts';

const base = new URL('../', import.meta.url);

let loading: Promise<SearchIndex> | undefined;

function openIndex(): Promise<SearchIndex> {
  if (loading) return loading;
  const opened = loadIndex(base);
  loading = opened;
  opened.catch(() => forget(opened));
  return opened;
}

/** The next search starts with a fresh index: this one failed, perhaps because the site has been published anew. */
function forget(opened: Promise<SearchIndex>): void {
  if (loading === opened) loading = undefined;
}

function toSearchError(cause: unknown): Error {
  return new Error(`检索没有成功：有索引文件没有取到。${REMEDY}`, { cause });
}

/** Uses an index; what goes wrong becomes a message for the reader. */
async function guarded<Value>(
  opened: Promise<SearchIndex>,
  use: (index: SearchIndex) => Promise<Value>,
): Promise<Value> {
  try {
    return await use(await opened);
  } catch (error) {
    forget(opened);
    throw toSearchError(error);
  }
}

/** Whether an index that failed belongs to a site that has been published anew since it was loaded. */
async function isReplaced(opened: Promise<SearchIndex>): Promise<boolean> {
  try {
    const [old, current] = await Promise.all([opened, openIndex()]);
    return old.folder !== current.folder;
  } catch {
    // Then the failure is that of the server or the network, which the caller is told of.
    return false;
  }
}

/** Uses the index; once more if meanwhile there is a new one. */
async function withIndex<Value>(
  use: (index: SearchIndex, opened: Promise<SearchIndex>) => Promise<Value>,
): Promise<Value> {
  const opened = openIndex();
  try {
    return await guarded(opened, (index) => use(index, opened));
  } catch (error) {
    if (!(await isReplaced(opened))) throw error;
    forgetFiles();
    const current = openIndex();
    return await guarded(current, (index) => use(index, current));
  }
}

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
    const results = answer.results.map(({ id, data }) => ({ id, data: () => guarded(opened, data) }));
    return { ...answer, results };
  });
}

/** The text of a document, block by block as its page has it, by an id such as plans/yunjiaoyanzi-2012-3. */
export async function loadPage(id: string): Promise<PageText> {
  return await withIndex(async (index) => {
    const list = await download(new URL('api/documents.json', base).href, 'no-cache');
    return await loadDocumentPage(index, JSON.parse(new TextDecoder().decode(list)), toText(id));
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

/** Where a document number leads. */
export interface NumberHit {
  readonly canonical: string;
  /** Page of the document, or the page that says that it isn't held; null when no document cites it either. */
  readonly url: string | null;
  readonly held: boolean;
}

type Numbers = ReadonlyMap<string, { readonly url: string; readonly held: boolean }>;

const loadReader = lazyModule<typeof import('./document-number.ts')>(
  new URL('document-number.js', import.meta.url),
);

/** The numbers that a text may mean: as it is typed, and with its characters simplified; mostly one and the same. */
async function readNumbers(text: string): Promise<string[]> {
  const [{ readDocNumber }, variants] = await Promise.all([loadReader(), variantsFor(text, base)]);
  const texts = variants ? [text, foldVariants(text, variants)] : [text];
  return texts.flatMap((each) => readDocNumber(each) ?? []);
}

/** 文号:峄教发2010第65号 means the number, however it is written; what is less than a number stays text. */
async function readNumberKeyword(keyword: Keyword): Promise<Keyword> {
  if (keyword.field !== 'number' || !mayBeDocNumber(keyword.text)) return keyword;
  // Without the program that reads numbers it is still a text that a number may contain.
  const canonical = (await readNumbers(keyword.text).catch(() => [])).at(-1);
  if (canonical === undefined) return keyword;
  const { text, field } = keyword;
  const normalised = normalise(canonical, await variantsFor(canonical, base));
  // 云教发〔2010〕6, without 号, is the beginning of 65号 as well.
  return {
    text,
    field,
    normalised: /[号號]$/.test(text.trim()) ? normalised : normalised.replace(/号$/, ''),
  };
}

/** Scripts that are not checked for types may pass anything. */
const toText = (query: unknown): string => String(query ?? '');

async function readQuery(query: string): Promise<Query> {
  const text = toText(query);
  const { include, exclude } = parseQuery(text, await variantsFor(text, base));
  return {
    include: await Promise.all(include.map(readNumberKeyword)),
    exclude: await Promise.all(exclude.map(readNumberKeyword)),
  };
}

let numbers: Promise<Numbers> | undefined;

/** What was loaded beside the index is as old as that. */
function forgetFiles(): void {
  numbers = undefined;
  termFiles = openTermFiles(base);
  forgetVariants();
}

async function loadNumbers(): Promise<Numbers> {
  const body = await download(new URL('api/numbers.json', base).href, 'no-cache');
  return new Map(Object.entries(JSON.parse(new TextDecoder().decode(body))));
}

/** If the whole query is a document number, in whatever disguise: where it leads. */
export async function findNumber(query: string): Promise<NumberHit | null> {
  const text = toText(query);
  if (!mayBeDocNumber(text)) return null;
  try {
    const canonicals = await readNumbers(text);
    const simplified = canonicals.at(-1);
    if (simplified === undefined) return null;
    numbers ??= loadNumbers();
    const list = await numbers;
    const canonical = canonicals.find((each) => list.has(each)) ?? simplified;
    const known = list.get(canonical);
    return { canonical, url: known ? siteAddress(known.url) : null, held: known?.held ?? false };
  } catch (error) {
    numbers = undefined;
    throw toSearchError(error);
  }
}
