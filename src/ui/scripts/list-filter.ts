/**
 * Filters a list by text and by the chosen values; what is asked stands in the address. A list of one page is filtered
 * where it stands, and groups left empty are hidden with their heading; of a longer one all rows are fetched first.
 */
import { answersList, asksAnything, type ListQuery, type ListRow } from '../../core/list-query.ts';
import { REMEDY } from '../search/remedy.ts';
import { clearForm, fillForm, keepInAddress } from './filter-form.ts';
import type { LoadedRow } from './list-rows.ts';

/** Rows of a long list that are shown at once. */
const STEP = 100;

interface View {
  form: HTMLFormElement;
  output: HTMLOutputElement;
  clear: HTMLElement;
}

function readForm(form: HTMLFormElement): ListQuery {
  const data = new FormData(form);
  const value = (name: keyof ListQuery): string => String(data.get(name) ?? '').trim();
  return {
    ...{ text: value('text'), collection: value('collection'), year: value('year') },
    ...{ issuer: value('issuer'), completeness: value('completeness'), status: value('status') },
  };
}

function rowOf(item: HTMLElement): ListRow {
  const { collection = '', year = '', issuer = '', completeness = '', status = '' } = item.dataset;
  const text = item.textContent ?? '';
  return { text, collection, years: year.split(' '), issuer, completeness, status };
}

/** Hides the rows of this page that don't answer. */
function filterPage({ output }: View, query: ListQuery): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-list-groups] [data-item]')];
  const shown = items.filter((item) => {
    item.hidden = !answersList(rowOf(item), query);
    return !item.hidden;
  });
  for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
    group.hidden = !group.querySelector('[data-item]:not([hidden])');
  }
  output.textContent = asksAnything(query) ? tell(shown.length, items.length) : '';
}

function tell(shown: number, all: number): string {
  return shown === 0
    ? `没有符合的文件（全部 ${all} 份）。改法：减少条件，或检查文号有没有写错。`
    : `显示 ${shown} / ${all} 份`;
}

/** The rows of a list with several pages, listed in place of the page's own; of two questions only the later is answered. */
class LongList {
  private shown: readonly LoadedRow[] = [];
  private turn = 0;
  /** How rows are read and made: fetched when something is asked first. */
  private rows: typeof import('./list-rows.ts') | undefined;
  private readonly view: View;
  private readonly results: HTMLElement;
  private readonly list: HTMLElement;
  private readonly more: HTMLElement;

  constructor(view: View, results: HTMLElement, list: HTMLElement, more: HTMLElement) {
    this.view = view;
    this.results = results;
    this.list = list;
    this.more = more;
    more.addEventListener('click', () => this.listMore()?.querySelector('a')?.focus());
  }

  async filter(query: ListQuery): Promise<void> {
    const turn = ++this.turn;
    const { form, output } = this.view;
    const asked = asksAnything(query);
    if (!asked) {
      this.show(false);
      output.textContent = '';
      return;
    }
    try {
      this.rows ??= await import('./list-rows.ts');
      const rows = await this.rows.loadRows(form.dataset['scope'] ?? '');
      if (turn !== this.turn) return;
      this.shown = rows.filter((row) => answersList(row, query));
      this.list.replaceChildren();
      this.listMore();
      this.show(true);
      output.textContent = tell(this.shown.length, rows.length);
    } catch {
      output.textContent = `没能读到文件目录。${REMEDY}`;
    }
  }

  private show(results: boolean): void {
    this.results.hidden = !results;
    for (const groups of document.querySelectorAll<HTMLElement>('[data-list-groups]'))
      groups.hidden = results;
  }

  /** Lists the next rows; returns the first of them. */
  private listMore(): Element | undefined {
    const { rows } = this;
    if (!rows) return undefined;
    const from = this.list.childElementCount;
    const told = { issuer: this.view.form.dataset['told'] === 'issuer' };
    this.list.append(...this.shown.slice(from, from + STEP).map((row) => rows.renderRow(row, told)));
    const left = this.shown.length - from - STEP;
    this.more.hidden = left <= 0;
    this.more.textContent = `再列 ${Math.min(STEP, left)} 份（还有 ${left} 份）`;
    return this.list.children[from];
  }
}

function longListOf(view: View): LongList | undefined {
  const results = document.querySelector<HTMLElement>('[data-list-results]');
  const list = results?.querySelector<HTMLElement>('ul');
  const more = results?.querySelector<HTMLElement>('[data-more]');
  return results && list && more ? new LongList(view, results, list, more) : undefined;
}

function setUp(view: View): void {
  const { form, clear } = view;
  const long = longListOf(view);
  const apply = (): void => {
    const query = readForm(form);
    keepInAddress(query);
    clear.hidden = !asksAnything(query);
    if (long) void long.filter(query);
    else filterPage(view, query);
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  clear.addEventListener('click', () => {
    clearForm(form);
    apply();
  });
  addEventListener('popstate', () => {
    fillForm(form);
    apply();
  });
  // What was typed before this ran, or brought back by the browser, stays unless the address says something.
  if (location.search !== '') fillForm(form);
  apply();
}

const form = document.querySelector<HTMLFormElement>('[data-list-filter]');
const output = form?.querySelector('output');
const clear = form?.querySelector<HTMLElement>('[data-clear]');
if (form && output && clear) setUp({ form, output, clear });
