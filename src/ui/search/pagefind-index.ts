/** The built index: Pagefind over its files, the list of its parts, and our table of filter values. */
import { PagefindInstance } from 'virtual:pagefind';
import { type FacetRow, type FacetTable, unpackFacets } from '../../search/facets.ts';
import { writeMeta } from '../../search/pagefind-meta.ts';
import { findPart, type Part, unpackParts } from '../../search/parts.ts';
import { countFailures, download, preload } from './pagefind-fetch.ts';

/** One hit as Pagefind gives it. */
export interface PagefindHit {
  readonly id: string;
  data(): Promise<unknown>;
}

/** What the engine asks of an index. */
export interface SearchIndex {
  /** By order of the documents. */
  readonly rows: readonly FacetRow[];
  /** In order of their words. */
  readonly parts: readonly Part[];
  /** How much would have to be downloaded to search for all of some words, roughly. */
  missingKilobytes(words: readonly string[]): number;
  /** Mean length of the documents' texts, in characters. */
  readonly averageLength: number;
  /**
   * The documents in which the words stand next to each other, in this order. Throws once any part of the index has
   * failed to load: results might be missing.
   */
  search(words: readonly string[]): Promise<readonly PagefindHit[]>;
}

/** `pagefind/pagefind-entry.json`: Pagefind's own, and the folder in which the index lies. */
interface Entry {
  readonly version: string;
  readonly folder: string;
}

/** What language Pagefind was told: one that it neither stems nor segments. */
const LANGUAGE = 'und';

/** What every search needs: the table of filter values, and the list of the index's parts. */
interface Catalogue {
  readonly facets: FacetTable;
  readonly parts: string;
}

const parse = <Value>(body: ArrayBuffer): Value => JSON.parse(new TextDecoder().decode(body));

/** A file as Pagefind takes it without decompressing it. */
const plainFile = (content: Uint8Array): Uint8Array<ArrayBuffer> => {
  const mark = new TextEncoder().encode('pagefind_dcd');
  const file = new Uint8Array(mark.length + content.length);
  file.set(mark);
  file.set(content, mark.length);
  return file;
};

/**
 * Loads the index below `base` (the site's root, ending in a slash). The entry file is asked for afresh; all else has a
 * digest or a version in its address and may be cached for good.
 */
export async function loadIndex(base: URL): Promise<SearchIndex> {
  const root = new URL('pagefind/', base).href;
  const entryFile = await download(`${root}pagefind-entry.json`, 'no-cache');
  const { version, folder } = parse<Entry>(entryFile);
  const basePath = `${root}${folder}/`;
  const engineName = `wasm.${version}.pagefind`;
  const [catalogueFile, engine] = await Promise.all([
    download(`${basePath}catalogue.json`),
    download(root + engineName),
  ]);
  const catalogue = parse<Catalogue>(catalogueFile);
  const parts = unpackParts(catalogue.parts);
  preload(`${basePath}pagefind-entry.json`, entryFile);
  preload(basePath + engineName, engine);
  const meta = writeMeta(version, catalogue.facets.documents, parts);
  preload(`${basePath}pagefind.${LANGUAGE}.pf_meta`, plainFile(meta));
  const instance = new PagefindInstance({ basePath, primary: true });
  await instance.init(LANGUAGE, { load_wasm: true });
  return searchWith(instance, parts, catalogue.facets);
}

function searchWith(instance: PagefindInstance, parts: readonly Part[], table: FacetTable): SearchIndex {
  const failures = countFailures();
  const asked = new Set<Part | undefined>();
  return {
    ...{ rows: unpackFacets(table), parts, averageLength: table.averageLength },
    missingKilobytes: (words) => {
      const missing = new Set(words.map((word) => findPart(parts, word)));
      return [...missing].reduce((sum, part) => sum + (part && !asked.has(part) ? part.kilobytes : 0), 0);
    },
    search: async (words) => {
      const needed = words.map((word) => findPart(parts, word));
      // Pagefind, when a word is in no part, loads one in which something like it might be.
      if (needed.includes(undefined)) return [];
      for (const part of needed) asked.add(part);
      const { results } = await instance.search(`"${words.join(' ')}"`);
      if (countFailures() !== failures) throw new Error('a part of the index did not load');
      return results;
    },
  };
}
