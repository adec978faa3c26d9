/** The search page's script: address, box, filters and answers, kept in step. */
import { FACETS, type Facet } from '../../search/facets.ts';
import type { ResultData, SearchAnswer } from './api.ts';
import { renderEmpty } from './render-empty.ts';
import { listenForKeys } from './search-keys.ts';
import {
  hasFilters,
  isIdle,
  readState,
  type SearchState,
  setFilter,
  toggleFilter,
  writeState,
} from './search-state.ts';
import { SearchView } from './search-view.ts';
import { suggest } from './suggest.ts';

type SearchApi = typeof import('./api.ts');

/** Hits listed at once. */
const PAGE = 20;
/** Milliseconds to wait for the next key before searching. */
const PAUSE = 120;

const isFacet = (text: string | undefined): text is Facet => FACETS.some((facet) => facet === text);

class SearchPage {
  private readonly view: SearchView;
  private readonly base: string;
  private state: SearchState = readState(window.location.search);
  private answer: SearchAnswer | undefined;
  private shown = 0;
  /** Counts searches, so that an answer that comes late can tell that it is stale. */
  private turn = 0;
  private timer: number | undefined;
  private loading: Promise<SearchApi> | undefined;
  private failures = 0;

  constructor(root: HTMLElement) {
    this.view = new SearchView(root);
    this.base = root.dataset['base'] ?? '/';
  }

  start(): void {
    this.listenToBox();
    this.listenToFilters();
    listenForKeys(this.view.root, {
      input: this.view.input,
      targets: () => [...this.view.root.querySelectorAll<HTMLElement>('[data-jump], [data-result]')],
      clear: () => this.clearBox(),
    });
    window.addEventListener('popstate', () => this.restore());
    window.addEventListener('pagehide', () => this.remember());
    this.restore();
    if (isIdle(this.state)) this.view.input.focus({ preventScroll: true });
  }

  private api(): Promise<SearchApi> {
    // A browser remembers that a module failed; under another address it tries again.
    const again = this.failures > 0 ? `?again=${this.failures}` : '';
    const url = new URL(`${this.base}search/api.js${again}`, window.location.href).href;
    this.loading ??= import(/* @vite-ignore */ url);
    return this.loading;
  }

  /** Fetches the index while the reader is still typing; what goes wrong shows when it is searched. */
  private prepare(): void {
    this.api()
      .then((api) => api.prepare())
      .catch(() => undefined);
  }

  private listenToBox(): void {
    const { input, form } = this.view;
    for (const sign of ['keydown', 'pointerdown', 'compositionstart']) {
      input.addEventListener(sign, () => this.prepare(), { once: true });
    }
    input.addEventListener('input', (event) => {
      // Pinyin that isn't Chinese yet is no query.
      if (!(event instanceof InputEvent && event.isComposing)) this.typed(PAUSE);
    });
    input.addEventListener('compositionend', () => this.typed(PAUSE));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  private listenToFilters(): void {
    const { root, more, sort } = this.view;
    root.addEventListener('click', (event) => {
      if (event.target instanceof Element) this.clicked(event, event.target);
    });
    root.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const facet = event.target.dataset['facetSelect'];
      if (isFacet(facet)) this.change(setFilter(this.state, facet, event.target.value));
    });
    sort.addEventListener('change', () => {
      this.change({ ...this.state, sort: readState(`?sort=${sort.value}`).sort });
    });
    more.addEventListener('click', () => void this.showMore());
  }

  private clicked(event: MouseEvent, target: Element): void {
    const button = target.closest<HTMLElement>('[data-facet]');
    const facet = button?.dataset['facet'];
    if (button && isFacet(facet)) this.change(toggleFilter(this.state, facet, button.dataset['value'] ?? ''));
    if (target.closest('[data-part="clear"]')) this.change({ ...this.state, filters: {} });
    if (target.closest('[data-retry]')) void this.search();
    const unfold = target.closest<HTMLElement>('[data-more-clauses]');
    if (unfold) this.unfold(unfold);
    const suggestion = target.closest<HTMLAnchorElement>('[data-suggestion]');
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (suggestion && plain) {
      event.preventDefault();
      this.change(readState(new URL(suggestion.href).search));
      this.view.input.focus();
    }
  }

  private unfold(button: HTMLElement): void {
    const hidden = [...(button.previousElementSibling?.querySelectorAll<HTMLElement>('[hidden]') ?? [])];
    for (const item of hidden) item.hidden = false;
    button.remove();
    hidden[0]?.querySelector('a')?.focus();
  }

  private typed(pause: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const q = this.view.input.value;
      if (q.trim() === this.state.q.trim()) return;
      this.state = { ...this.state, q };
      // One entry of the history for a whole query, not for each of its characters.
      window.history.replaceState(null, '', this.address());
      void this.search();
    }, pause);
  }

  private submit(): void {
    const jump = this.view.root.querySelector<HTMLAnchorElement>('[data-jump]');
    const answered =
      this.view.input.value.trim() === this.state.q.trim() && this.view.root.dataset['state'] === 'done';
    if (jump && answered) window.location.assign(jump.href);
    else this.typed(0);
  }

  private clearBox(): void {
    this.view.input.value = '';
    this.typed(0);
  }

  /** Changes what is asked for with a step in the history that the back button undoes. */
  private change(state: SearchState): void {
    window.clearTimeout(this.timer);
    this.state = state;
    if (this.address() !== window.location.pathname + window.location.search) {
      window.history.pushState(null, '', this.address());
    }
    this.view.input.value = state.q;
    void this.search();
  }

  private address(): string {
    return window.location.pathname + writeState(this.state);
  }

  private restore(): void {
    this.state = readState(window.location.search);
    this.view.input.value = this.state.q;
    const kept: unknown = window.history.state;
    const shown = isKept(kept) ? Math.max(PAGE, kept.shown) : PAGE;
    void this.search(shown).then(() => {
      if (isKept(kept)) window.scrollTo(0, kept.scroll);
    });
  }

  /** Leaves in the history how far the reader had come. */
  private remember(): void {
    window.history.replaceState({ shown: this.shown, scroll: window.scrollY }, '');
  }

  private async search(shown: number = PAGE): Promise<void> {
    const turn = ++this.turn;
    const { state, view } = this;
    if (isIdle(state)) return this.showIdle();
    view.setPhase('loading');
    try {
      const api = await this.api();
      const [answer, number] = await Promise.all([api.search(state.q, state), api.findNumber(state.q)]);
      const results = await this.load(answer, 0, shown);
      if (turn !== this.turn) return;
      view.showNumber(number);
      this.show(answer, results);
      if (answer.total === 0) await this.showNear(api, state, turn);
    } catch (error) {
      if (turn === this.turn) this.showError(error);
    }
  }

  private load(answer: SearchAnswer, from: number, count: number): Promise<ResultData[]> {
    return Promise.all(answer.results.slice(from, from + count).map((result) => result.data()));
  }

  private showIdle(): void {
    const { view } = this;
    this.answer = undefined;
    view.setPhase('idle');
    view.announce('');
    for (const name of ['jump', 'empty', 'error', 'results'] as const) view.fill(name, '');
    view.showFilters(undefined, this.state);
    view.showMore(0, PAGE);
  }

  private show(answer: SearchAnswer, results: readonly ResultData[]): void {
    const { view, state } = this;
    this.answer = answer;
    this.shown = results.length;
    view.fill('error', '');
    view.fill('empty', answer.total === 0 ? renderEmpty(state, [], view.collectionLabels) : '');
    view.showResults(results);
    view.showFilters(answer.total > 0 || hasFilters(state) ? answer.counts : undefined, state);
    view.showMore(answer.total - results.length, PAGE);
    view.announce(answer.total === 0 ? '没有找到。' : `找到 ${answer.total} 份文件。`);
    view.setPhase('done', answer.total);
  }

  private async showNear(api: SearchApi, state: SearchState, turn: number): Promise<void> {
    const count = async (q: string, filters: SearchState['filters']): Promise<number> =>
      turn === this.turn ? (await api.search(q, { filters })).total : 0;
    const suggestions = await suggest(state, count);
    if (turn === this.turn)
      this.view.fill('empty', renderEmpty(state, suggestions, this.view.collectionLabels));
  }

  private async showMore(): Promise<void> {
    const { answer, shown, turn, view } = this;
    if (!answer) return;
    const results = await this.load(answer, shown, PAGE);
    if (turn !== this.turn || shown !== this.shown) return;
    view.addResults(results);
    this.shown += results.length;
    view.showMore(answer.total - this.shown, PAGE);
    view.root.querySelectorAll<HTMLElement>('[data-result]')[shown]?.focus();
  }

  private showError(error: unknown): void {
    this.loading = undefined;
    this.failures += 1;
    const known = error instanceof Error && error.message.startsWith('检索');
    const message = known
      ? error.message
      : '检索没有成功：没有取到检索程序或索引。改法：检查网络后再试一次。';
    this.view.setPhase('error');
    this.view.announce(message);
    this.view.fill('error', '<button type="button" class="button" data-retry>再试一次</button>');
  }
}

function isKept(value: unknown): value is { shown: number; scroll: number } {
  return typeof value === 'object' && value !== null && 'shown' in value && 'scroll' in value;
}

/** Starts the search page below `[data-search]`, if the page has one. */
export function startSearchPage(): void {
  const root = document.querySelector<HTMLElement>('[data-search]');
  if (root) new SearchPage(root).start();
}
