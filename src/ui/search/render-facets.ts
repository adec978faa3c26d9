/** HTML of the filters: kinds of document as chips, years as bars, the others as selects. */
import { compareText } from '../../core/compare-text.ts';
import { escapeHtml } from '../../core/escape-html.ts';
import type { Counts, Facet } from '../../search/facets.ts';
import type { CollectionLabels } from './render-results.ts';
import type { SearchState } from './search-state.ts';

/** A filter, what it is called, and what its select says when nothing is chosen. */
const SELECTS: ReadonlyArray<readonly [facet: Facet, label: string, none: string]> = [
  ['issuer', '发文机关', '全部机关'],
  ['level', '级别', '全部级别'],
  ['topic', '主题', '全部主题'],
  ['status', '有效性', '全部状态'],
];

/** Values to offer: those that would find something, and those that are chosen. */
function offered(
  counts: Counts,
  state: SearchState,
  facet: Facet,
): Array<readonly [value: string, count: number]> {
  const values = new Set([...Object.keys(counts[facet]), ...(state.filters[facet] ?? [])]);
  return [...values].map((value) => [value, counts[facet][value] ?? 0] as const);
}

const isChosen = (state: SearchState, facet: Facet, value: string): boolean =>
  state.filters[facet]?.includes(value) === true;

/** A chip per collection, in the order of `labels`. */
export function renderTypes(counts: Counts, state: SearchState, labels: CollectionLabels): string {
  const order = [...labels.keys()];
  const types = offered(counts, state, 'type');
  if (types.length < 2 && !state.filters.type?.length) return '';
  return types
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([value, count]) => {
      const pressed = isChosen(state, 'type', value);
      const label = escapeHtml(labels.get(value) ?? value);
      return (
        `<button type="button" class="button type-chip" data-facet="type" data-value="${escapeHtml(value)}"` +
        ` aria-pressed="${pressed}">${label} <span class="count">${count}</span></button>`
      );
    })
    .join('');
}

/** Years between the first and the last that have no hit are shown empty, unless the span is too long for a strip. */
const LONGEST_SPAN = 30;

function withGaps(years: ReadonlyArray<readonly [year: string, count: number]>): typeof years {
  const counts = new Map(years);
  const numbers = years.map(([year]) => Number(year));
  const first = Math.min(...numbers);
  const span = Math.max(...numbers) - first + 1;
  if (!(span <= LONGEST_SPAN)) return years;
  return Array.from({ length: span }, (_, index) => {
    const year = String(first + index);
    return [year, counts.get(year) ?? 0] as const;
  });
}

/** A bar per year, earliest first; its height is its share of the fullest year. */
export function renderYears(counts: Counts, state: SearchState): string {
  const years = withGaps(offered(counts, state, 'year').sort(([a], [b]) => compareText(a, b)));
  const most = Math.max(1, ...years.map(([, count]) => count));
  return years
    .map(([year, count]) => {
      const height = count === 0 ? 0 : Math.max(6, Math.round((count / most) * 100));
      return (
        `<li><button type="button" class="year-bar" data-facet="year" data-value="${escapeHtml(year)}"` +
        ` data-year-count="${count}" aria-pressed="${isChosen(state, 'year', year)}"` +
        `>` +
        `<span class="year-column"><span class="year-fill" style="height:${height}%"></span></span>` +
        `<span class="year-number" aria-hidden="true">${count}</span><span class="year-name">${escapeHtml(year)}</span>` +
        `<span class="visually-hidden">年，${count} 份</span></button></li>`
      );
    })
    .join('');
}

/** The option for several chosen values, which an address may name; `data-chosen` is their query string. */
function renderSeveral(facet: Facet, chosen: readonly string[]): string {
  if (chosen.length < 2) return '';
  const query = new URLSearchParams(chosen.map((value) => [facet, value]));
  const label = escapeHtml(chosen.join('、'));
  return `<option value="${label}" data-chosen="${escapeHtml(String(query))}" selected>${label}</option>`;
}

function renderSelect(counts: Counts, state: SearchState, facet: Facet, label: string, none: string): string {
  const values = offered(counts, state, facet).sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const chosen = state.filters[facet] ?? [];
  // One value is no choice.
  if (values.length < 2 && chosen.length === 0) return '';
  const options = values.map(([value, count]) => {
    const selected = chosen.length === 1 && value === chosen[0] ? ' selected' : '';
    return `<option value="${escapeHtml(value)}"${selected}>${escapeHtml(value)}（${count}）</option>`;
  });
  return (
    `<label class="filter-select"><span class="visually-hidden">${label}</span>` +
    `<select class="field" data-facet-select="${facet}">` +
    `${renderSeveral(facet, chosen)}<option value="">${none}</option>${options.join('')}</select></label>`
  );
}

/** The selects for issuer, level, topic and status, as far as they offer a choice. */
export function renderSelects(counts: Counts, state: SearchState): string {
  return SELECTS.map(([facet, label, none]) => renderSelect(counts, state, facet, label, none)).join('');
}
