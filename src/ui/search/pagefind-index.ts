/** The built index: Pagefind's engine over its parts, the list of those, and our table of filter values. */
import { type FacetRow, type FacetTable, unpackFacets } from '../../search/facets.ts';
import { toVolumes, unpackPart, type Volumes } from '../../search/packed-part.ts';
import { documentName, orderOf, writeMeta } from '../../search/pagefind-meta.ts';
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
  /** How many documents each shard of the library has (packed-part.ts). */
  readonly shards: readonly number[];
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
  const catalogue = parse<Catalogue>(catalogueFile);
  const volumes = toVolumes(catalogue.shards, MOST_DOCUMENTS);
  const engines = await startEngines(version, code, volumes);
  return new LoadedIndex(`${root}${folder}/`, engines, volumes, catalogue);
}

// Of an engine. With four times as many a first query takes about twice the time.
const MOST_DOCUMENTS = 1024;

/** An engine for each volume. */
async function startEngines(
  version: string,
  code: BufferSource,
  volumes: Volumes,
): Promise<PagefindEngine[]> {
  const compiled = await WebAssembly.compile(code);
  const start = (sizes: readonly number[]): Promise<PagefindEngine> =>
    PagefindEngine.start(compiled, writeMeta(version, sumOf(sizes)));
  return await Promise.all(volumes.map(start));
}

const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

class LoadedIndex implements SearchIndex {
  readonly folder: string;
  readonly rows: readonly FacetRow[];
  readonly parts: readonly Part[];
  /** One for each volume, and the order of the first document in each. */
  readonly #engines: readonly PagefindEngine[];
  readonly #firsts: readonly number[];
  readonly #volumes: Volumes;
  readonly #loading = new Map<Part, Promise<void>>();
  readonly #fragments = new Map<string, Promise<unknown>>();

  constructor(
    folder: string,
    engines: readonly PagefindEngine[],
    volumes: Volumes,
    { facets, parts }: Catalogue,
  ) {
    this.folder = folder;
    this.#engines = engines;
    this.#volumes = volumes;
    let first = 0;
    this.#firsts = volumes.map((sizes) => {
      first += sumOf(sizes);
      return first - sumOf(sizes);
    });
    this.parts = unpackParts(parts);
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
    return this.#engines.flatMap((engine, volume) => {
      const first = this.#firsts[volume] ?? 0;
      return engine.search(words).map((name) => this.#hit(documentName(first + orderOf(name))));
    });
  }

  all(): readonly PagefindHit[] {
    return this.rows.map(({ id }) => this.#hit(id));
  }

  #hit(id: string): PagefindHit {
    return { id, data: () => this.#fragment(id) };
  }

  #load(part: Part): Promise<void> {
    return remember(this.#loading, part, async () => {
      const packed = new Uint8Array(await download(`${this.folder}index/${part.name}.pf_index`));
      for (const [volume, content] of unpackPart(packed, this.#volumes).entries()) {
        if (content) this.#engines[volume]?.addPart(content);
      }
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
