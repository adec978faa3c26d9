/**
 * Searches several libraries of one host as if they were one: the search page's program when 全部文库 is chosen. Only the
 * reader's own library can fail the search; what is wrong with another is said by its name beside the others' results.
 */
import type { Neighbour } from '../../../core/neighbours.ts';
import type { FilterInput } from '../../../search/facets.ts';
import { writeKeyword } from '../../../search/query.ts';
import { addCounts, rankUnion } from '../../../search/union.ts';
import type { NumberHit } from '../api.ts';
import type { SearchAnswer, SearchOptions } from '../engine.ts';
import type { SearchApi } from '../search-run.ts';
import { type Engine, Library, type LibraryAnswer, LibraryError } from './library.ts';
import { type LibraryReport, libraryNotes, remarkOn } from './library-notes.ts';

/** Milliseconds that the others have after the own library has answered. */
const PATIENCE = 2000;

export interface UnionOptions {
  readonly api: SearchApi & Engine;
  /** The root of the reader's own site. */
  readonly home: URL;
  readonly neighbours: readonly Neighbour[];
  /** Searches for the same again, when the reader asks to. */
  readonly again?: () => void;
  /** Resolves when others have been waited for long enough. */
  readonly patience?: () => Promise<void>;
}

const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE));

/** What another library came to: its answer, its failure, or neither yet. */
type Outcome = LibraryAnswer | LibraryError | undefined;

/** The search of several libraries, in the shape of the module that searches one: functions that may be called by themselves. */
export function searchUnion(options: UnionOptions): SearchApi {
  const union = new UnionSearch(options);
  const { suggestTerms, loadNearTables } = options.api;
  return {
    prepare: () => union.prepare(),
    search: (q, asked) => union.search(q, asked),
    count: (q, filters) => union.count(q, filters),
    findNumber: (q) => union.findNumber(q),
    // Terms to choose from are the own library's.
    ...{ suggestTerms, loadNearTables },
  };
}

class UnionSearch {
  readonly #options: UnionOptions;
  readonly #own: Library;
  readonly #others: readonly Library[];
  /** Those that were not waited for, until they have answered: the next search doesn't wait for them again. */
  readonly #late = new Set<Library>();

  constructor(options: UnionOptions) {
    const { api, home, neighbours } = options;
    this.#options = options;
    this.#own = new Library({ name: '本库', path: home.pathname, own: true }, 0, home, api);
    this.#others = neighbours.map(
      (neighbour, index) => new Library({ ...neighbour, own: false }, index + 1, home, api),
    );
  }

  async prepare(): Promise<void> {
    for (const library of this.#others) library.open().catch(() => undefined);
    await this.#own.open();
  }

  async search(q: string, options?: SearchOptions | null): Promise<SearchAnswer> {
    const { api } = this.#options;
    const filters = api.toFilters(options?.filters ?? {});
    const sort = api.toSort(options?.sort);
    const asked = this.#ask((library) => library.search(q, filters, sort));
    const own = await this.#ofOwn(this.#own.search(q, filters, sort));
    const outcomes = await this.#settle(asked);
    const others = outcomes.filter((outcome) => isAnswer(outcome));
    const answers = [own, ...others];
    const results = rankUnion(
      answers.flatMap(({ hits }) => hits),
      sort,
    );
    const reports = this.#report(own, asked, outcomes);
    return {
      total: results.length,
      results,
      counts: addCounts([own.counts, ...others.map(({ counts }) => counts)]),
      query: own.query,
      remark: remarkOn(reports),
      notes: () => libraryNotes(reports, q, () => this.#again()),
    };
  }

  /** How many documents of all libraries a query finds; those that can't be searched count for nothing. */
  async count(q: string, filters?: FilterInput | null): Promise<number> {
    const chosen = this.#options.api.toFilters(filters ?? {});
    const asked = this.#ask((library) => library.count(q, chosen));
    const own = await this.#ofOwn(this.#own.count(q, chosen));
    const outcomes = await this.#settle(asked);
    return outcomes.reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), own);
  }

  /** Where a document number leads in the own library, and which others hold its document. */
  async findNumber(q: string): Promise<NumberHit | null> {
    const own = await this.#options.api.findNumber(q);
    if (own === null) return null;
    const query = writeKeyword({ text: own.canonical, field: 'number' });
    const asked = this.#ask((library) => holders(library, query, own.canonical));
    const outcomes = await this.#settle(asked);
    const elsewhere = outcomes.flatMap((outcome) => (Array.isArray(outcome) ? outcome : []));
    return { ...own, elsewhere };
  }

  /** Asks all other libraries at once. */
  #ask<Value>(ask: (library: Library) => Promise<Value>): Array<Promise<Value | LibraryError>> {
    return this.#others.map((library) => ask(library).catch(toTrouble));
  }

  async #ofOwn<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } catch (error) {
      this.#own.forgetFailure();
      throw error;
    }
  }

  /** What the others have answered when they have been waited for long enough. */
  async #settle<Value>(
    asked: ReadonlyArray<Promise<Value | LibraryError>>,
  ): Promise<Array<Value | LibraryError | undefined>> {
    const settled = new Map<number, Value | LibraryError>();
    const noting = asked.map((work, index) => work.then((value) => settled.set(index, value)));
    const awaited = noting.filter((_, index) => {
      const library = this.#others[index];
      return library && !this.#late.has(library);
    });
    const enough = this.#options.patience ?? wait;
    if (awaited.length > 0) await Promise.race([Promise.all(awaited), enough()]);
    for (const [index, library] of this.#others.entries()) {
      if (settled.has(index)) this.#late.delete(library);
      else this.#expect(library, noting[index]);
    }
    return asked.map((_, index) => settled.get(index));
  }

  #expect(library: Library, answering: Promise<unknown> | undefined): void {
    this.#late.add(library);
    void answering?.then(() => this.#late.delete(library));
  }

  #report(
    own: LibraryAnswer,
    asked: ReadonlyArray<Promise<LibraryAnswer | LibraryError>>,
    outcomes: readonly Outcome[],
  ): LibraryReport[] {
    const others = this.#others.map(({ place }, index): LibraryReport => {
      const outcome = outcomes[index];
      if (isAnswer(outcome)) return { place, outcome: outcome.hits.length };
      if (outcome) return { place, outcome: outcome.trouble };
      const arrived = asked[index]?.then(isAnswer);
      return { place, outcome: 'late', ...(arrived && { arrived }) };
    });
    return [{ place: this.#own.place, outcome: own.hits.length }, ...others];
  }

  #again(): void {
    for (const library of this.#others) library.forgetFailure();
    this.#options.again?.();
  }
}

const isAnswer = (outcome: Outcome): outcome is LibraryAnswer =>
  outcome !== undefined && !(outcome instanceof LibraryError);

const toTrouble = (error: unknown): LibraryError =>
  error instanceof LibraryError ? error : new LibraryError('broken', error);

/** The documents of a library that bear a number. */
async function holders(
  library: Library,
  query: string,
  canonical: string,
): Promise<Array<{ library: string; url: string }>> {
  const { hits } = await library.search(query, {}, 'relevance');
  const found = await Promise.all(hits.map((hit) => hit.data()));
  return found
    .filter(({ docNumber }) => docNumber === canonical)
    .map(({ url }) => ({ library: library.place.name, url }));
}
