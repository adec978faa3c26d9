/** The row of terms that is shown in place of the hint while the reader types. */
import { escapeHtml } from '../../core/escape-html.ts';
import type { Completion } from './api.ts';
import { hasFilters, type SearchState, writeState } from './search-state.ts';
import { part } from './search-view.ts';

/** Terms for a query. May reject: then there are none. */
export type LoadCompletions = (query: string) => Promise<readonly Completion[]>;

/** A term as a link to the search for it; the count, where it is that of the search. */
function renderCompletion({ text, query, documents, whole }: Completion, state: SearchState): string {
  const href = writeState({ ...state, q: query });
  const count = whole && !hasFilters(state) ? `<span class="count">${documents} 份</span>` : '';
  return (
    `<a class="completion" data-suggestion href="${escapeHtml(href)}">` +
    `<span class="completion-text">${escapeHtml(text)}</span>${count}</a>`
  );
}

export class CompletionRow {
  readonly #aside: HTMLElement;
  readonly #row: HTMLElement;
  readonly #status: HTMLElement;
  readonly #load: LoadCompletions;
  /** Counts what was typed, so that terms that come late can tell that they are stale. */
  #turn = 0;

  constructor(root: HTMLElement, load: LoadCompletions) {
    this.#aside = part(root, 'aside');
    this.#row = part(root, 'completions');
    this.#status = part(root, 'completions-status');
    this.#load = load;
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
    const wasOpen = this.isOpen;
    this.#row.innerHTML = state
      ? completions.map((completion) => renderCompletion(completion, state)).join('')
      : '';
    this.#row.hidden = completions.length === 0;
    this.#aside.toggleAttribute('data-open', this.isOpen);
    this.#dropWhatIsCutOff();
    // Said once: what the terms are is found by going there.
    if (this.isOpen !== wasOpen) this.#status.textContent = this.isOpen ? '有检索词建议，按向下键选用。' : '';
  }

  /** The row has the height of the hint. What comes after a link that doesn't fit moves up and may. */
  #dropWhatIsCutOff(): void {
    const { bottom } = this.#row.getBoundingClientRect();
    for (const link of this.links) if (link.getBoundingClientRect().bottom > bottom + 1) link.remove();
  }
}
