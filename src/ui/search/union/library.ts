/** One of the libraries that are searched together: its index, opened when it is first wanted, and what can go wrong. */
import type { Filters } from '../../../search/facets.ts';
import { type LibraryMark, readMark } from '../../../search/library-mark.ts';
import type { Sort } from '../../../search/rank.ts';
import type { UnionHit } from '../../../search/union.ts';
import type { SearchAnswer } from '../engine.ts';
import type { SearchIndex } from '../pagefind-index.ts';
import type { ResultData } from '../result.ts';
import { standIn } from './stand-in.ts';

/** What the search program of this site lends; the indexes of all libraries are read by it alone. */
export type Engine = Pick<
  typeof import('../api.ts'),
  'loadIndex' | 'searchIndex' | 'countIndex' | 'readQuery' | 'toFilters' | 'toSort'
>;

/** Why a library can't be searched: not there, of another version of the program, or not what it should be. */
export type Trouble = 'missing' | 'older' | 'newer' | 'broken';

export class LibraryError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}

/** Where a library lies. */
export interface LibraryPlace {
  readonly name: string;
  /** Root-relative, with a slash at each end. */
  readonly path: string;
  /** The reader's own: what fails in it fails the search. */
  readonly own: boolean;
}

/** A hit with the function that loads it. */
export interface LibraryHit extends UnionHit {
  readonly id: string;
  data(): Promise<ResultData>;
}

export interface LibraryAnswer extends Pick<SearchAnswer, 'counts' | 'query'> {
  readonly hits: readonly LibraryHit[];
}

interface Opened {
  readonly index: SearchIndex;
  readonly mark: LibraryMark;
}

/** Whether something lies at an address. Rejects when the host doesn't answer. */
const isThere = async (url: URL): Promise<boolean> => (await globalThis.fetch(url, { cache: 'no-cache' })).ok;

/** A library without a mark may be one of a time before there were marks. */
const withoutMark = async (base: URL): Promise<Trouble> =>
  (await isThere(new URL('pagefind/pagefind-entry.json', base))) ? 'older' : 'missing';

/** What another library says of its index. Rejects with a LibraryError when it can't be searched from here. */
async function loadMark(base: URL): Promise<LibraryMark> {
  const absent = (error: unknown): never => {
    throw new LibraryError('missing', error);
  };
  const response = await globalThis
    .fetch(new URL('search/library.json', base), { cache: 'no-cache' })
    .catch(absent);
  if (!response.ok) throw new LibraryError(await withoutMark(base).catch(absent));
  const mark = readMark(await response.json().catch(() => undefined)) ?? 'broken';
  if (typeof mark === 'string') throw new LibraryError(mark);
  return mark;
}

export class Library {
  readonly place: LibraryPlace;
  readonly #base: URL;
  readonly #home: URL;
  readonly #rank: number;
  readonly #engine: Engine;
  /** What opening came to, a failure too: a library that isn't there isn't asked again for every key that is typed. */
  #opening: Promise<Opened> | undefined;
  #failed = false;

  /** `rank` is its place among all; `home` the root of the reader's own site. */
  constructor(place: LibraryPlace, rank: number, home: URL, engine: Engine) {
    this.place = place;
    this.#base = new URL(place.path, home);
    this.#home = home;
    this.#rank = rank;
    this.#engine = engine;
  }

  /** After a failure the next use opens the index afresh. */
  forgetFailure(): void {
    if (this.#failed) this.#opening = undefined;
  }

  /** Opens the index if it isn't open. Rejects with a LibraryError. */
  async open(): Promise<void> {
    await this.#use(async () => undefined);
  }

  /** All that a query finds in this library. Rejects with a LibraryError, and from then on until `forget`. */
  async search(q: string, filters: Filters, sort: Sort): Promise<LibraryAnswer> {
    return await this.#use(async ({ index, mark }, opened) => {
      const query = await this.#engine.readQuery(q, this.#base);
      const { results, counts } = await this.#engine.searchIndex(index, query, filters, sort);
      const hits = results.map(({ id, signals, data }) => ({
        ...{ id, signals, library: this.#rank, date: mark.dates[signals.order] ?? '' },
        data: () => this.#load(data, q, opened),
      }));
      return { hits, counts, query };
    });
  }

  /** How many documents a query finds. Rejects as `search` does. */
  async count(q: string, filters: Filters): Promise<number> {
    return await this.#use(async ({ index }) => {
      return await this.#engine.countIndex(index, await this.#engine.readQuery(q, this.#base), filters);
    });
  }

  /** A hit in full. One of another library that doesn't load leaves the others alone: something stands in for it. */
  async #load(data: () => Promise<ResultData>, q: string, opened: Promise<Opened>): Promise<ResultData> {
    const { name, path, own } = this.place;
    try {
      const loaded = await data();
      if (!loaded.url.startsWith(path)) throw new Error(`${loaded.url} is not below ${path}`);
      return { ...loaded, library: own ? OWN : name };
    } catch (error) {
      this.#renew(opened);
      if (own) throw error;
      return standIn(this.place, q);
    }
  }

  /** Uses the index; once more, opened afresh, should it fail: the library may have been published anew meanwhile. */
  async #use<Value>(use: (opened: Opened, opening: Promise<Opened>) => Promise<Value>): Promise<Value> {
    const opening = this.#open();
    try {
      return await use(await opening, opening);
    } catch (error) {
      if (error instanceof LibraryError) throw error;
    }
    const again = this.#renew(opening);
    try {
      return await use(await again, again);
    } catch (error) {
      const failure = error instanceof LibraryError ? error : new LibraryError('broken', error);
      if (this.#opening === again) this.#keep(Promise.reject(failure));
      throw failure;
    }
  }

  #open(): Promise<Opened> {
    return this.#opening ?? this.#keep(this.#start());
  }

  #keep(opening: Promise<Opened>): Promise<Opened> {
    this.#opening = opening;
    this.#failed = false;
    opening.catch(() => {
      if (this.#opening === opening) this.#failed = true;
    });
    return opening;
  }

  /** Opens the index afresh, unless that has been done since `opened`. */
  #renew(opened: Promise<Opened>): Promise<Opened> {
    if (this.#opening === opened) this.#opening = undefined;
    return this.#open();
  }

  async #start(): Promise<Opened> {
    const loading = this.#engine.loadIndex(this.#base, this.#home);
    // What the mark says explains more.
    loading.catch(() => undefined);
    const mark = await loadMark(this.#base);
    const index = await loading.catch((error: unknown) => {
      throw new LibraryError('broken', error);
    });
    const fits = index.folder.endsWith(`/${mark.folder}/`) && index.rows.length === mark.dates.length;
    if (!fits) throw new Error('mark and index are not of the same build');
    return { index, mark };
  }
}

/** What hits of the reader's own library are marked with. */
const OWN = '本库';
