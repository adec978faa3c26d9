/**
 * Filters the register over all its rows, also those on other pages; what is asked stands in the address. The rows are
 * fetched when something is asked first.
 */

import type { RegisterQuery, TableRow } from '../../core/register-table.ts';
import { filterTable } from '../../core/register-table.ts';
import { REMEDY } from '../search/remedy.ts';
import { clearForm, fillForm, keepInAddress } from './filter-form.ts';
import { renderRow } from './register-row.ts';
import { loadRows } from './register-rows.ts';

/** Rows that are listed at once. */
const STEP = 100;

const base = document.documentElement.dataset['base'] ?? '/';

function readForm(form: HTMLFormElement): RegisterQuery {
  const data = new FormData(form);
  const value = (name: keyof RegisterQuery): string => String(data.get(name) ?? '').trim();
  return {
    ...{ q: value('q'), state: value('state'), by: value('by'), year: value('year') },
    ...{ from: value('from'), fromYear: value('fromYear'), sort: value('sort') },
  };
}

/** The folded choices that are set: the summary counts them, and they stand open where the address names some. */
function showRarer(form: HTMLFormElement): void {
  const fold = form.querySelector<HTMLDetailsElement>('[data-rarer]');
  const count = fold?.querySelector('[data-rarer-count]');
  if (!fold || !count) return;
  const set = [...fold.querySelectorAll('select')].filter(({ value }) => value !== '').length;
  count.textContent = set === 0 ? '' : `（${set}）`;
  if (set > 0) fold.open = true;
}

interface View {
  form: HTMLFormElement;
  output: HTMLOutputElement;
  results: HTMLElement;
  list: HTMLElement;
  more: HTMLElement;
  clear: HTMLElement;
}

function findView(form: HTMLFormElement): View | undefined {
  const results = document.querySelector<HTMLElement>('[data-register-results]');
  const output = form.querySelector('output');
  const list = results?.querySelector<HTMLElement>('ul');
  const more = results?.querySelector<HTMLElement>('[data-more]');
  const clear = form.querySelector<HTMLElement>('[data-clear]');
  return results && output && list && more && clear
    ? { form, output, results, list, more, clear }
    : undefined;
}

/** Asks for what the form says and lists the answer; of two questions only the later is answered. */
class Filter {
  private readonly view: View;
  private shown: readonly TableRow[] = [];
  private asked = 0;

  constructor(view: View) {
    this.view = view;
  }

  async apply(): Promise<void> {
    const { view } = this;
    const query = readForm(view.form);
    const active = Object.values(query).some((value) => value !== '');
    const turn = ++this.asked;
    keepInAddress(query);
    view.clear.hidden = !active;
    showRarer(view.form);
    if (!active) return showAll(view);
    try {
      const rows = await loadRows();
      if (turn !== this.asked) return;
      this.shown = filterTable(rows, query);
      view.list.replaceChildren();
      this.listMore();
      showFiltered(view, this.shown, rows.length);
    } catch {
      view.output.textContent = `没能读到登记数据。${REMEDY}`;
    }
  }

  /** Lists the next rows; returns the first of them. */
  listMore(): Element | undefined {
    const { list, more } = this.view;
    const from = list.childElementCount;
    list.append(...this.shown.slice(from, from + STEP).map((row) => renderRow(row, base)));
    const left = this.shown.length - from - STEP;
    more.hidden = left <= 0;
    more.textContent = `再列 ${Math.min(STEP, left)} 种`;
    return list.children[from];
  }
}

function setUp(view: View): void {
  const filter = new Filter(view);
  view.form.addEventListener('input', () => void filter.apply());
  view.form.addEventListener('submit', (event) => event.preventDefault());
  view.more.addEventListener('click', () => filter.listMore()?.querySelector('a')?.focus());
  view.clear.addEventListener('click', () => {
    clearForm(view.form);
    void filter.apply();
  });
  addEventListener('popstate', () => {
    fillForm(view.form);
    void filter.apply();
  });
  // What was typed before this ran, or brought back by the browser, stays unless the address says something.
  if (location.search !== '') fillForm(view.form);
  void filter.apply();
}

const groups = (): NodeListOf<HTMLElement> => document.querySelectorAll('[data-register-groups]');

function showAll({ results, list, output }: View): void {
  results.hidden = true;
  list.replaceChildren();
  output.textContent = '';
  for (const group of groups()) group.hidden = false;
}

function showFiltered({ results, output }: View, rows: readonly TableRow[], all: number): void {
  results.hidden = false;
  for (const group of groups()) group.hidden = true;
  const places = rows.reduce((sum, row) => sum + row.places, 0);
  output.textContent =
    rows.length === 0
      ? '没有符合的文号或题名。改法：减少条件，或检查文号有没有写错。'
      : `符合的有 ${rows.length} 种（全部 ${all} 种），共引用 ${places} 处。`;
}

const form = document.querySelector<HTMLFormElement>('[data-register-filter]');
const view = form && findView(form);
if (view) setUp(view);
