/** The built index: Pagefind over its files, and our table of filter values. */
import { createInstance } from 'virtual:pagefind';
import { type FacetRow, type FacetTable, unpackFacets } from '../../search/facets.ts';
import { countFailures, download, preload } from './pagefind-fetch.ts';

/** One hit as Pagefind gives it. */
export interface PagefindHit {
  readonly id: string;
  readonly score: number;
  data(): Promise<unknown>;
}

/** What we use of a Pagefind instance. */
export interface PagefindInstance {
  search(term: string): Promise<{ results: PagefindHit[] }>;
}

/** What the engine asks of an index. */
export interface SearchIndex {
  readonly rows: readonly FacetRow[];
  /** Runs a Pagefind query; throws once any part of the index has failed to load: results might be missing. */
  search(term: string): Promise<PagefindHit[]>;
}

interface Entry {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
}

const decode = (body: ArrayBuffer): string => new TextDecoder().decode(body);

/** What language Pagefind was told: one that it neither stems nor segments. */
const LANGUAGE = 'und';

/**
 * Loads the index below `base` (the site's root, ending in a slash). The entry file is asked for afresh, all that it
 * names has a hash in its name and may be cached for good.
 */
export async function loadIndex(base: URL): Promise<SearchIndex> {
  const folder = new URL('pagefind/', base).href;
  const entryFile = await download(`${folder}pagefind-entry.json`, 'no-cache');
  const entry: Entry = JSON.parse(decode(entryFile));
  const language = entry.languages[LANGUAGE];
  // An index of no documents names no language.
  if (!language) return { rows: [], search: async () => [] };
  const files = [`pagefind.${language.hash}.pf_meta`, `wasm.${language.wasm ?? 'unknown'}.pagefind`];
  const facets = download(new URL(`search/facets.${language.hash}.json`, base).href);
  const bodies = await Promise.all(files.map((file) => download(folder + file)));
  for (const [index, body] of bodies.entries()) preload(`${folder}${files[index]}`, body);
  preload(`${folder}pagefind-entry.json`, entryFile);
  const table: FacetTable = JSON.parse(decode(await facets));
  const instance = createInstance({ basePath: folder, noWorker: true });
  const failures = countFailures();
  const search = async (term: string): Promise<PagefindHit[]> => {
    const { results } = await instance.search(term);
    if (countFailures() !== failures) throw new Error('a part of the index did not load');
    return results;
  };
  return { rows: unpackFacets(table, `${LANGUAGE}_`), search };
}
