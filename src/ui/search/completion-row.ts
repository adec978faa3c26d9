/** The row of terms that is shown in place of the hint while the reader types. */
import { escapeHtml } from '../../core/escape-html.ts';
import type { Completion } from './api.ts';
import { hasFilters, type SearchState, writeState } from './search-state.ts';
import { part } from './search-view.ts';

/** Terms for a query. May reject: then there are none. */
export type LoadCompletions = (query: string) => Promise<readonly Completion[]>;

/** What keeps a term and its count apart where they are read aloud. */
const PAUSE = '<span class="visually-hidden">，</span>';

/** A term as a link to the search for it; the count, where it is that of the search. */
function renderCompletion({ text, query, documents, whole }: Completion, state: SearchState): string {
  const href = writeState({ ...state, q: query });
  const count =
    whole && !hasFilters(state) && !state.everywhere
      ? `<span class="count">${PAUSE}${documents} 份</span>`
      : '';
  return (
    `<a class="completion" data-suggestion href="${escapeHtml(href)}">` +
    `<span class="completion-text">${escapeHtml(text)}</span>${count}</a>`
  );
}

export class CompletionRow {
  readonly #aside: HTMLElement;
  readonly #row: HTMLElement;
  readonly #status: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #load: LoadCompletions;
  /** Whether it has been said, since the reader came to the box, that there are terms. */
  #told = false;
  /** Counts what was typed, so that terms that come late can tell that they are stale. */
  #turn = 0;

  /** The row within `root` for what is typed into `input`. */
  constructor(root: HTMLElement, input: HTMLInputElement, load: LoadCompletions) {
    this.#aside = part(root, 'aside');
    this.#row = part(root, 'completions');
    this.#status = part(root, 'completions-status');
    this.#input = input;
    this.#load = load;
    input.addEventListener('focus', () => {
      this.#told = false;
    });
    // A link that no longer fits could still be reached, but not be seen.
    window.addEventListener('resize', () => this.isOpen && this.#change(() => undefined));
  }

  /** The links shown, in order. */
  get links(): HTMLElement[] {
    return [...this.#row.querySelectorAll<HTMLElement>('a')];
  }

  get isOpen(): boolean {
    return !this.#row.hidden;
  }

  /** Shows the terms for a state of which the query is being typed. */
  async show(state: SearchState): Promise<void> {
    const turn = ++this.#turn;
    const completions = state.q.trim() === '' ? [] : await this.#load(state.q).catch(() => []);
    if (turn === this.#turn) this.#render(completions, state);
  }

  /** Brings the hint back, until something else is typed. */
  hide(): void {
    this.#turn += 1;
    this.#render([], undefined);
  }

  #render(completions: readonly Completion[], state: SearchState | undefined): void {
    this.#change(() => {
      this.#row.innerHTML = state
        ? completions.map((completion) => renderCompletion(completion, state)).join('')
        : '';
    });
  }

  /** Changes the links, leaves only those that fit, and then says what there is. */
  #change(change: () => void): void {
    const focused = document.activeElement;
    const heldFocus = this.#row.contains(focused);
    change();
    // What is hidden can't be measured.
    this.#row.hidden = false;
    this.#dropWhatIsCutOff();
    this.#row.hidden = this.links.length === 0;
    this.#aside.toggleAttribute('data-open', this.isOpen);
    this.#tell();
    if (heldFocus && !this.#row.contains(focused)) this.#input.focus({ preventScroll: true });
  }

  /** The row has the height of the hint. What comes after a link that doesn't fit moves up and may. */
  #dropWhatIsCutOff(): void {
    const { bottom } = this.#row.getBoundingClientRect();
    for (const link of this.links) if (link.getBoundingClientRect().bottom > bottom + 1) link.remove();
  }

  /** Says once how many terms there are, not for each key that changes them; but lets nothing stand that is not so. */
  #tell(): void {
    const text = this.isOpen ? `有 ${this.links.length} 个检索词建议，按向下键进入，左右键选择。` : '';
    if (this.#status.textContent === text) return;
    this.#status.textContent = this.#told ? '' : text;
    this.#told ||= this.isOpen;
  }
}
