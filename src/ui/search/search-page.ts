/** The search page's script: address, box, filters and answers, kept in step. */
import type { Neighbour } from '../../core/neighbours.ts';
import type * as Api from './api.ts';
import { cameFromForm } from './came-from-form.ts';
import { CompletionRow, type LoadCompletions } from './completion-row.ts';
import { lazyModule } from './lazy-module.ts';
import { keepPlace, pushAddress, readPlace, replaceAddress } from './page-address.ts';
import { listenForKeys } from './search-keys.ts';
import { listenToAnswer, listenToBox } from './search-listeners.ts';
import { PAGE, type SearchApi, SearchRun } from './search-run.ts';
import { isIdle, readState, type SearchState, writeState } from './search-state.ts';
import { SearchView } from './search-view.ts';

/** Milliseconds to wait for the next key before searching. */
const PAUSE = 120;

class SearchPage {
  private readonly view: SearchView;
  private readonly run: SearchRun;
  private readonly completions: CompletionRow;
  private readonly base: string;
  private readonly loadOwn: () => Promise<typeof Api>;
  private union: Promise<SearchApi> | undefined;
  private state: SearchState = readState(window.location.search);
  private timer: number | undefined;

  constructor(root: HTMLElement) {
    this.view = new SearchView(root);
    this.base = root.dataset['base'] ?? '/';
    this.loadOwn = lazyModule(new URL(`${this.base}search/api.js`, window.location.href));
    this.run = new SearchRun(this.view, (state) => this.loadApi(state));
    const load: LoadCompletions = async (query) => (await this.loadOwn()).suggestTerms(query);
    this.completions = new CompletionRow(root, this.view.input, load);
  }

  /** The program that answers: for several libraries that of `union/`, which a site without neighbours never loads. */
  private async loadApi({ everywhere }: SearchState): Promise<SearchApi> {
    const choice = this.view.root.querySelector<HTMLElement>('[data-neighbours]');
    if (!everywhere || !choice) return await this.loadOwn();
    this.union ??= this.loadUnion(JSON.parse(choice.dataset['neighbours'] ?? '[]'));
    this.union.catch(() => {
      this.union = undefined;
    });
    return await this.union;
  }

  private async loadUnion(neighbours: Neighbour[]): Promise<SearchApi> {
    const [api, { searchUnion }] = await Promise.all([this.loadOwn(), import('./union/union-search.ts')]);
    const home = new URL(this.base, window.location.href);
    return searchUnion({ api, home, neighbours, again: () => void this.askAgain() });
  }

  /** Searches for the same once more, from a button among the notes that goes away with it. */
  private async askAgain(): Promise<void> {
    await this.run.again(this.state);
    if (document.activeElement === document.body) this.view.input.focus();
  }

  start(): void {
    const { view, run, completions } = this;
    const actions = {
      prepare: () => this.prepare(),
      typed: () => this.typed(),
      composing: () => this.composing(),
      submit: () => void this.submit(),
      change: (next: (state: SearchState) => SearchState) => {
        this.takeTyped();
        this.change(next(this.state));
      },
      retry: () => void this.retry(),
      more: () => void run.more(),
    };
    listenToBox(view, actions);
    listenToAnswer(view, actions);
    listenForKeys(view.root, {
      input: view.input,
      row: () => completions.links,
      closeRow: () => completions.hide(),
      targets: () => [...view.root.querySelectorAll<HTMLElement>('[data-jump], [data-result]')],
      clear: () => this.clearBox(),
    });
    window.addEventListener('popstate', () => {
      if (!this.isShown()) this.restore();
    });
    window.addEventListener('pagehide', () => keepPlace(run.shown));
    this.restore();
    // Until here the state in the page was not the reader's.
    view.root.dataset['ready'] = '';
    if (cameFromForm(this.state, this.base)) void this.goToNumber((url) => window.location.replace(url));
    if (isIdle(this.state)) view.input.focus({ preventScroll: true });
  }

  /** Fetches the index while the reader is still typing; what goes wrong shows when it is searched. */
  private prepare(): void {
    this.loadApi(this.state)
      .then((api) => api.prepare())
      .catch(() => undefined);
  }

  private get asked(): boolean {
    return this.view.input.value.trim() === this.state.q.trim();
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), PAUSE);
    void this.completions.show({ ...this.state, q: this.view.input.value });
  }

  /** What is half put together isn't searched for: the end of it counts as typing. */
  private composing(): void {
    window.clearTimeout(this.timer);
    this.completions.hide();
  }

  /** Searches for what the box says, unless that is what was searched for. */
  private ask(): void {
    window.clearTimeout(this.timer);
    if (this.asked) return;
    this.takeTyped();
    void this.run.search(this.state);
  }

  /** What the box says becomes what is asked for, also if the reader goes on before it is searched for. */
  private takeTyped(): void {
    if (this.asked) return;
    this.state = { ...this.state, q: this.view.input.value };
    // One entry of the history for a whole query, not for each of its characters.
    replaceAddress(this.state);
  }

  private async submit(): Promise<void> {
    this.completions.hide();
    if (this.asked && this.view.phase === 'error') void this.retry();
    else this.ask();
    await this.goToNumber((url) => window.location.assign(url));
  }

  /** Goes where the query leads if it is a document number, as soon as that is known and if it is still asked. */
  private async goToNumber(go: (url: string) => void): Promise<void> {
    const url = await this.run.destination();
    if (url !== undefined && this.asked) go(url);
  }

  private async retry(): Promise<void> {
    const from = this.run.shown;
    await this.run.again(this.state);
    // The button that was pressed is gone.
    if (document.activeElement !== document.body) return;
    if (this.view.phase === 'error') this.view.focusRetry();
    else this.view.focusResult(from);
  }

  private clearBox(): void {
    this.view.input.value = '';
    this.completions.hide();
    this.ask();
  }

  /** Changes what is asked for with a step in the history that the back button undoes. */
  private change(state: SearchState): void {
    window.clearTimeout(this.timer);
    this.completions.hide();
    this.state = state;
    pushAddress(state);
    this.view.input.value = state.q;
    this.view.showScope(state);
    void this.run.search(state);
  }

  /** Whether the list is already what the address asks for: then only the part after # has changed. */
  private isShown(): boolean {
    const asked = writeState(readState(window.location.search));
    return asked === writeState(this.state) && (readPlace()?.shown ?? 0) <= this.run.shown;
  }

  private restore(): void {
    this.completions.hide();
    this.state = readState(window.location.search);
    this.view.input.value = this.state.q;
    this.view.showScope(this.state);
    const place = readPlace();
    const searching = this.run.search(this.state, Math.max(PAGE, place?.shown ?? 0));
    if (place) void searching.then(() => window.scrollTo(0, place.scroll));
  }
}

/** Starts the search page below `[data-search]`, if the page has one. */
export function startSearchPage(): void {
  const root = document.querySelector<HTMLElement>('[data-search]');
  if (root) new SearchPage(root).start();
}
