/** The parts of the search page that change, and the one way to change each. */
import { FACETS } from '../../search/facets.ts';
import type { NumberHit, ResultData, SearchAnswer } from './api.ts';
import { REMEDY } from './remedy.ts';
import { renderSelects, renderTypes, renderYears } from './render-facets.ts';
import { type CollectionLabels, renderNumber, renderResult } from './render-results.ts';
import { hasFilters, type SearchState } from './search-state.ts';

type Phase = 'idle' | 'loading' | 'done' | 'error';

/** The element marked `[data-part="name"]` within `root`; the page can't work without it. */
export function part(root: HTMLElement, name: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!element) throw new Error(`the search page has no ${name}`);
  return element;
}

export class SearchView {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly form: HTMLFormElement;
  readonly sort: HTMLSelectElement;
  readonly more: HTMLElement;
  readonly labels: CollectionLabels;

  constructor(root: HTMLElement) {
    const form = root.querySelector('form');
    const input = root.querySelector('input');
    const sort = root.querySelector<HTMLSelectElement>('select[data-sort]');
    if (!form || !input || !sort) throw new Error('the search page has no form');
    this.root = root;
    this.form = form;
    this.input = input;
    this.sort = sort;
    this.more = part(root, 'more');
    this.labels = new Map(Object.entries(JSON.parse(root.dataset['labels'] ?? '{}')));
  }

  get phase(): string | undefined {
    return this.root.dataset['state'];
  }

  setPhase(phase: Phase, total?: number): void {
    this.root.dataset['state'] = phase;
    part(this.root, 'results').setAttribute('aria-busy', String(phase === 'loading'));
    if (total === undefined) delete this.root.dataset['total'];
    else this.root.dataset['total'] = String(total);
  }

  /** Says something to everyone, screen readers included. */
  announce(text: string): void {
    part(this.root, 'status').textContent = text;
  }

  /** Fills a part and shows it, or hides it when there is nothing in it. */
  fill(name: 'jump' | 'empty' | 'error' | 'results', html: string): void {
    const element = part(this.root, name);
    element.innerHTML = html;
    element.hidden = html === '';
    if (name === 'results') part(this.root, 'results-heading').hidden = element.hidden;
  }

  showNumber(hit: NumberHit | null): void {
    this.fill('jump', hit ? renderNumber(hit) : '');
  }

  showResults(results: readonly ResultData[]): void {
    this.fill('results', results.map((data) => renderResult(data, this.labels)).join(''));
  }

  addResults(results: readonly ResultData[]): void {
    const html = results.map((data) => renderResult(data, this.labels)).join('');
    part(this.root, 'results').insertAdjacentHTML('beforeend', html);
  }

  /** Shows what there is to say of the libraries that were searched. */
  showNotes(answer: SearchAnswer | undefined): void {
    this.root.querySelector('[data-part="notes"]')?.replaceChildren(...(answer?.notes?.() ?? []));
  }

  /** Shows which libraries are searched, where there is a choice. */
  showScope({ everywhere = false }: SearchState): void {
    for (const choice of this.root.querySelectorAll<HTMLInputElement>('[name="in"]')) {
      choice.checked = (choice.value === 'all') === everywhere;
    }
  }

  /** Shows how many hits are not listed yet. */
  showMore(left: number, step: number): void {
    this.more.hidden = left <= 0;
    this.more.textContent = `再显示 ${Math.min(left, step)} 份（还有 ${left} 份）`;
  }

  /** Puts the focus on a hit, counted from 0, if it is there. */
  focusResult(index: number): void {
    this.root.querySelectorAll<HTMLElement>('[data-result]')[index]?.focus();
  }

  /** Puts the focus on the button that tries again, if it is there. */
  focusRetry(): void {
    this.root.querySelector<HTMLElement>('[data-retry]')?.focus();
  }

  /** Says that something didn't load, and offers to try again. */
  showError(error: unknown): void {
    const known = error instanceof Error && error.message.startsWith('检索');
    this.setPhase('error');
    this.announce(known ? error.message : `检索没有成功：没有取到检索程序或索引。${REMEDY}`);
    this.fill('error', '<button type="button" class="button" data-retry>再试一次</button>');
    // What failed at the end of the list is said at its beginning.
    if (document.activeElement === this.more) this.focusRetry();
    this.more.hidden = true;
  }

  /** Shows what the hits can be narrowed to and sorted by; with no hits only what can be undone. */
  showFilters(answer: Pick<SearchAnswer, 'counts' | 'total'> | undefined, state: SearchState): void {
    const filters = part(this.root, 'filters');
    const focused = document.activeElement;
    const key = focused instanceof HTMLElement && this.root.contains(focused) ? keyOf(focused) : undefined;
    const byKeys = focused?.matches(FILTER_PARTS) && isByKeys(focused);
    const total = answer?.total ?? 0;
    filters.hidden = total === 0 && !(answer && hasFilters(state));
    part(this.root, 'years').hidden = filters.hidden;
    this.showFold(filters.hidden, state);
    this.sort.value = state.sort;
    part(this.root, 'sort').hidden = total < 2;
    part(this.root, 'clear').hidden = !hasFilters(state);
    if (answer) this.fillFilters(answer.counts, state);
    // What was just pressed has been replaced by its new self.
    if (key) this.root.querySelector<HTMLElement>(key)?.focus();
    if (byKeys && !hasVisibleFocus()) this.input.focus();
  }

  /** On a narrow screen the filters are folded away; the button says how many are set. */
  private showFold(hidden: boolean, { filters }: SearchState): void {
    const fold = part(this.root, 'fold');
    const set = FACETS.reduce((sum, facet) => sum + (filters[facet]?.length ?? 0), 0);
    fold.hidden = hidden;
    fold.textContent = set === 0 ? '筛选' : `筛选（${set}）`;
  }

  private fillFilters(counts: SearchAnswer['counts'], state: SearchState): void {
    part(this.root, 'types').innerHTML = renderTypes(counts, state, this.labels);
    const years = part(this.root, 'years');
    years.innerHTML = renderYears(counts, state);
    years.classList.toggle('yearbars-dense', years.childElementCount > DENSE_FROM);
    // A year without hits has its place in the strip, but choosing it would lead nowhere.
    const empty = years.querySelectorAll<HTMLButtonElement>('[data-year-count="0"][aria-pressed="false"]');
    for (const button of empty) button.disabled = true;
    part(this.root, 'selects').innerHTML = renderSelects(counts, state);
  }
}

/** More columns of years than these are too narrow for four figures. */
const DENSE_FROM = 16;

/** What an answer fills anew or takes away while it may hold the focus. */
const FILTER_PARTS = '[data-part="filters"] *, [data-part="years"] *, [data-part="clear"]';

/** Whether the focus shows because the reader uses the keyboard. A finger would only call up a keyboard by it. */
const isByKeys = (focused: Element): boolean => focused.matches(':focus-visible');

/** What is taken away or hidden leaves the focus to the body, sooner or later. */
function hasVisibleFocus(): boolean {
  const focused = document.activeElement;
  return focused !== null && focused !== document.body && focused.getClientRects().length > 0;
}

function keyOf(element: HTMLElement): string | undefined {
  const { facet, value, facetSelect } = element.dataset;
  if (facet && value) return `[data-facet="${facet}"][data-value="${CSS.escape(value)}"]`;
  return facetSelect ? `[data-facet-select="${facetSelect}"]` : undefined;
}
