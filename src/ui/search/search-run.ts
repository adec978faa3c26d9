/** Runs the page's searches and shows what they find. An answer that comes late doesn't replace a newer one. */
import type { NumberHit, ResultData, SearchAnswer } from './api.ts';
import type { CountHits } from './limited-count.ts';
import { renderEmpty } from './render-empty.ts';
import { isIdle, type SearchState } from './search-state.ts';
import type { SearchView } from './search-view.ts';

/** What answers the page: the search of this site, or of several (union/). */
export type SearchApi = Pick<
  typeof import('./api.ts'),
  'prepare' | 'search' | 'count' | 'findNumber' | 'suggestTerms' | 'loadNearTables'
>;

type LoadApi = (state: SearchState) => Promise<SearchApi>;

/** Hits listed at once. */
export const PAGE = 10;

/** Milliseconds after which a search that is still going on says so. */
const SLOW = 400;

/** An answer and its first hits. If they don't load, the site may have been published anew since: then once more. */
async function findHits(
  search: () => Promise<SearchAnswer>,
  count: number,
): Promise<[SearchAnswer, ResultData[]]> {
  const answer = await search();
  try {
    return [answer, await load(answer, 0, count)];
  } catch {
    const again = await search();
    return [again, await load(again, 0, count)];
  }
}

function load(answer: SearchAnswer, from: number, count: number): Promise<ResultData[]> {
  return Promise.all(answer.results.slice(from, from + count).map((result) => result.data()));
}

/** The one document of a number: the own library's, else that of the only other one that holds it. */
function leadsTo({ held, url, elsewhere = [] }: NumberHit): string | undefined {
  if (held || elsewhere.length === 0) return url ?? undefined;
  return elsewhere.length === 1 ? elsewhere[0]?.url : undefined;
}

export class SearchRun {
  /** Hits listed. */
  shown = 0;
  private readonly view: SearchView;
  private readonly loadApi: LoadApi;
  private answer: SearchAnswer | undefined;
  /** Hits that were last asked for. */
  private wanted = PAGE;
  /** Counts searches, so that an answer that comes late can tell that it is stale. */
  private turn = 0;
  private number: Promise<NumberHit | null> = Promise.resolve(null);

  constructor(view: SearchView, loadApi: LoadApi) {
    this.view = view;
    this.loadApi = loadApi;
  }

  /** Searches and lists the first `count` hits. Never rejects: what goes wrong is shown. */
  async search(state: SearchState, count: number = PAGE): Promise<void> {
    const turn = ++this.turn;
    this.wanted = count;
    this.number = Promise.resolve(null);
    if (isIdle(state)) return this.clear(state);
    this.view.setPhase('loading');
    const api = this.loadApi(state);
    // Without it the hits are still true. If it is the program that didn't load, the search says so.
    this.number = api.then(({ findNumber }) => findNumber(state.q)).catch(() => null);
    try {
      const searching = api.then(({ search }) => findHits(() => search(state.q, state), count));
      const both = Promise.all([searching, this.number]);
      this.sayIfSlow(both, turn);
      const [[answer, results], number] = await both;
      if (turn !== this.turn) return;
      this.show(state, answer, results, number);
      if (answer.total === 0) await this.showNear(await api, state, turn);
    } catch (error) {
      if (turn === this.turn) this.fail(state, error);
    }
  }

  /** Without this, the count of an earlier answer would pass for this one's. */
  private sayIfSlow(searching: Promise<unknown>, turn: number): void {
    const timer = setTimeout(() => {
      if (turn === this.turn) this.view.announce('正在检索…');
    }, SLOW);
    const stop = (): void => clearTimeout(timer);
    searching.then(stop, stop);
  }

  /** Searches again after a failure, for as many hits as were asked for. */
  async again(state: SearchState): Promise<void> {
    await this.search(state, this.wanted);
  }

  /** Where the present query leads if it is a document number; undefined too when another search begins meanwhile. */
  async destination(): Promise<string | undefined> {
    const { turn, number } = this;
    const hit = await number;
    return turn === this.turn && hit ? leadsTo(hit) : undefined;
  }

  /** Lists some more hits. */
  async more(): Promise<void> {
    const { answer, shown, turn, view } = this;
    if (!answer) return;
    this.wanted = shown + PAGE;
    try {
      const results = await load(answer, shown, PAGE);
      if (turn !== this.turn || shown !== this.shown) return;
      view.addResults(results);
      this.shown += results.length;
      view.showMore(answer.total - this.shown, PAGE);
      view.focusResult(shown);
    } catch (error) {
      if (turn === this.turn) view.showError(error);
    }
  }

  private clear(state: SearchState): void {
    this.forget(state);
    this.view.setPhase('idle');
    this.view.announce('');
  }

  /** Nothing is left of an earlier answer, which would pass for this one's. */
  private fail(state: SearchState, error: unknown): void {
    this.forget(state);
    this.view.showError(error);
  }

  private forget(state: SearchState): void {
    const { view } = this;
    this.answer = undefined;
    this.shown = 0;
    for (const name of ['jump', 'empty', 'error', 'results'] as const) view.fill(name, '');
    view.showNotes(undefined);
    view.showFilters(undefined, state);
    view.showMore(0, PAGE);
  }

  private show(
    state: SearchState,
    answer: SearchAnswer,
    results: readonly ResultData[],
    number: NumberHit | null,
  ): void {
    const { view } = this;
    this.answer = answer;
    this.shown = results.length;
    view.fill('error', '');
    view.showNumber(number);
    view.fill('empty', answer.total === 0 ? renderEmpty(state, [], view.labels) : '');
    view.showResults(results);
    view.showFilters(answer, state);
    view.showMore(answer.total - results.length, PAGE);
    view.showNotes(answer);
    const found = answer.total === 0 ? '没有找到。' : `找到 ${answer.total} 份文件。`;
    view.announce(found + (answer.remark ?? ''));
    view.setPhase('done', answer.total);
  }

  private async showNear(api: SearchApi, state: SearchState, turn: number): Promise<void> {
    const count: CountHits = async (q, filters) => (turn === this.turn ? await api.count(q, filters) : 0);
    const aids = {
      number: (await this.number)?.canonical,
      // Without them there is less to offer, but nothing goes wrong.
      tables: () => api.loadNearTables().catch(() => undefined),
    };
    // Loaded when it is first needed. Whatever fails on the way, nothing is offered, and what was said stays true.
    const suggestions = await import('./suggest.ts')
      .then(({ suggest }) => suggest(state, count, aids))
      .catch(() => []);
    if (turn === this.turn) this.view.fill('empty', renderEmpty(state, suggestions, this.view.labels));
  }
}
