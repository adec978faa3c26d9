/** What a reader does on the search page, told as what it means. */
import { FACETS, type Facet } from '../../search/facets.ts';
import { readState, type SearchState, setFilter, toggleFilter } from './search-state.ts';
import type { SearchView } from './search-view.ts';

export interface SearchActions {
  /** The reader is about to type. */
  prepare(): void;
  /** The box says something else. */
  typed(): void;
  /** An input method has begun to put Chinese together. */
  composing(): void;
  /** Enter, or the button beside the box. */
  submit(): void;
  /** Something other than the box changes what is asked for. */
  change(next: (state: SearchState) => SearchState): void;
  retry(): void;
  more(): void;
}

const isFacet = (text: string | undefined): text is Facet => FACETS.some((facet) => facet === text);

/** Listens to the box and its form. */
export function listenToBox({ input, form }: SearchView, actions: SearchActions): void {
  for (const sign of ['keydown', 'pointerdown', 'compositionstart']) {
    input.addEventListener(sign, () => actions.prepare(), { once: true });
  }
  input.addEventListener('input', (event) => {
    // Pinyin that isn't Chinese yet is no query.
    if (!(event instanceof InputEvent && event.isComposing)) actions.typed();
  });
  input.addEventListener('compositionstart', () => actions.composing());
  input.addEventListener('compositionend', () => actions.typed());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.submit();
  });
}

/** Listens to all but the box: filters, order, suggestions, and what shows more. */
export function listenToAnswer(view: SearchView, actions: SearchActions): void {
  const { root, more, sort } = view;
  root.addEventListener('click', (event) => {
    if (event.target instanceof Element) clicked(view, event, event.target, actions);
  });
  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'in') {
      actions.change((state) => ({ ...state, everywhere: target.value === 'all' }));
    }
    const facet = target instanceof HTMLSelectElement ? target.dataset['facetSelect'] : undefined;
    if (target instanceof HTMLSelectElement && isFacet(facet)) {
      actions.change((state) => choose(state, facet, target));
    }
  });
  sort.addEventListener('change', () => {
    actions.change((state) => ({ ...state, sort: readState(`?sort=${sort.value}`).sort }));
  });
  more.addEventListener('click', () => actions.more());
}

/** The state with what a select says: one value of its filter, none, or the several that the address named. */
function choose(state: SearchState, facet: Facet, select: HTMLSelectElement): SearchState {
  const several = select.selectedOptions[0]?.dataset['chosen'];
  if (several === undefined) return setFilter(state, facet, select.value);
  return { ...state, filters: { ...state.filters, [facet]: readState(`?${several}`).filters[facet] ?? [] } };
}

function clicked(view: SearchView, event: MouseEvent, target: Element, actions: SearchActions): void {
  const button = target.closest<HTMLElement>('[data-facet]');
  const { facet, value = '' } = button?.dataset ?? {};
  if (isFacet(facet)) actions.change((state) => toggleFilter(state, facet, value));
  if (target.closest('[data-part="clear"]')) actions.change((state) => ({ ...state, filters: {} }));
  if (target.closest('[data-retry]')) actions.retry();
  const fold = target.closest('[data-part="fold"]');
  if (fold) fold.setAttribute('aria-expanded', String(view.root.toggleAttribute('data-unfolded')));
  const unfolded = target.closest<HTMLElement>('[data-more-clauses]');
  if (unfolded) unfold(unfolded);
  const suggestion = target.closest<HTMLAnchorElement>('[data-suggestion]');
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (suggestion && plain) {
    event.preventDefault();
    actions.change(() => readState(new URL(suggestion.href).search));
    view.input.focus();
  }
}

function unfold(button: HTMLElement): void {
  const hidden = [...(button.previousElementSibling?.querySelectorAll<HTMLElement>('[hidden]') ?? [])];
  for (const item of hidden) item.hidden = false;
  button.remove();
  hidden[0]?.querySelector('a')?.focus();
}
