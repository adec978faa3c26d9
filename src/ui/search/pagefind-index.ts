/** The built index: Pagefind's engine over its parts, the list of those, and our table of filter values. */
import { type FacetRow, type FacetTable, unpackFacets } from '../../search/facets.ts';
import { writeMeta } from '../../search/pagefind-meta.ts';
import { findPart, type Part, unpackParts } from '../../search/parts.ts';
import { download } from './download.ts';
import { downloadContent } from './index-file.ts';
import { PagefindEngine } from './pagefind-engine.ts';

/** One hit. */
export interface PagefindHit {
  /** By which the engine knows the document. */
  readonly id: string;
  /** Loads the fragment. */
  data(): Promise<unknown>;
}

/** What the engine asks of an index. */
export interface SearchIndex {
  /** Tells this index from those of other builds. */
  readonly folder: string;
  /** By order of the documents. */
  readonly rows: readonly FacetRow[];
  /** In order of their words. */
  readonly parts: readonly Part[];
  /** How much would have to be downloaded to search for all of some words, roughly. */
  missingKilobytes(words: readonly string[]): number;
  /** The documents in which the words stand next to each other, in this order. Rejects when a part doesn't load. */
  search(words: readonly string[]): Promise<readonly PagefindHit[]>;
  /** All documents. */
  all(): readonly PagefindHit[];
}

/** `pagefind/pagefind-entry.json`: Pagefind's version, and the folder in which the index lies. */
interface Entry {
  readonly version: string;
  readonly folder: string;
}

/** What every search needs: the table of filter values, and the list of the index's parts. */
interface Catalogue {
  readonly facets: FacetTable;
  readonly parts: string;
}

const parse = <Value>(body: ArrayBuffer | Uint8Array): Value => JSON.parse(new TextDecoder().decode(body));

const engines = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The engine of a version, as one of some sites has it: the first that is asked and does. */
async function loadEngine(
  version: string,
  [site, ...others]: readonly URL[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { href } = new URL(`pagefind/wasm.${version}.pagefind`, site);
  const loading = remember(engines, href, () => downloadContent(href));
  return others.length === 0 ? await loading : await loading.catch(() => loadEngine(version, others));
}

/**
 * Loads the index below `base` (the site's root, ending in a slash). The entry file is asked for afresh; all else has a
 * digest or a version in its address and may be cached for good. The engine is taken from the site `home` if it has the
 * same version of it: then several sites' indexes need it only once.
 */
export async function loadIndex(base: URL, home: URL = base): Promise<SearchIndex> {
  const root = new URL('pagefind/', base).href;
  const { version, folder } = parse<Entry>(await download(`${root}pagefind-entry.json`, 'no-cache'));
  const [catalogueFile, code] = await Promise.all([
    download(`${root}${folder}/catalogue.json`),
    loadEngine(version, home.href === base.href ? [base] : [home, base]),
  ]);
  const { facets, parts: packed } = parse<Catalogue>(catalogueFile);
  const parts = unpackParts(packed);
  const engine = await PagefindEngine.start(code, writeMeta(version, facets.documents));
  return new LoadedIndex(`${root}${folder}/`, engine, parts, facets);
}

class LoadedIndex implements SearchIndex {
  readonly folder: string;
  readonly rows: readonly FacetRow[];
  readonly parts: readonly Part[];
  readonly #engine: PagefindEngine;
  readonly #loading = new Map<Part, Promise<void>>();
  readonly #fragments = new Map<string, Promise<unknown>>();

  constructor(folder: string, engine: PagefindEngine, parts: readonly Part[], facets: FacetTable) {
    this.folder = folder;
    this.#engine = engine;
    this.parts = parts;
    this.rows = unpackFacets(facets);
  }

  missingKilobytes(words: readonly string[]): number {
    const missing = new Set(words.map((word) => findPart(this.parts, word)));
    return [...missing].reduce(
      (sum, part) => sum + (part && !this.#loading.has(part) ? part.kilobytes : 0),
      0,
    );
  }

  async search(words: readonly string[]): Promise<readonly PagefindHit[]> {
    const needed = new Set(words.map((word) => findPart(this.parts, word)));
    const known = [...needed].filter((part) => part !== undefined);
    // What is in no part is in no document.
    if (known.length < needed.size) return [];
    await Promise.all(known.map((part) => this.#load(part)));
    return this.#engine.search(words).map((id) => this.#hit(id));
  }

  all(): readonly PagefindHit[] {
    return this.rows.map(({ id }) => this.#hit(id));
  }

  #hit(id: string): PagefindHit {
    return { id, data: () => this.#fragment(id) };
  }

  #load(part: Part): Promise<void> {
    return remember(this.#loading, part, async () => {
      this.#engine.addPart(await downloadContent(`${this.folder}index/${part.name}.pf_index`));
    });
  }

  #fragment(id: string): Promise<unknown> {
    return remember(this.#fragments, id, async () => {
      return parse(await downloadContent(`${this.folder}fragment/${id}.pf_fragment`));
    });
  }
}

/** Does something once per key, and again only after it has failed. */
function remember<Key, Value>(
  done: Map<Key, Promise<Value>>,
  key: Key,
  work: () => Promise<Value>,
): Promise<Value> {
  const earlier = done.get(key);
  if (earlier) return earlier;
  const doing = work();
  done.set(key, doing);
  doing.catch(() => done.delete(key));
  return doing;
}
