/** HTML of the filters: years as columns, the others as lists of values with counts, the long ones with a select. */
import { compareText } from '../../core/compare-text.ts';
import { escapeHtml } from '../../core/escape-html.ts';
import { yearAxis } from '../../core/year-axis.ts';
import type { Counts, Facet } from '../../search/facets.ts';
import { COLUMN_WIDTH, columnHeight } from '../pictures/year-bars.ts';
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

/** A button that switches one value of a filter on and off, with the count that it would give. */
function renderToggle(facet: Facet, value: string, label: string, count: number, pressed: boolean): string {
  return (
    `<button type="button" class="facet-value" data-facet="${facet}" data-value="${escapeHtml(value)}"` +
    ` aria-pressed="${pressed}"><span>${escapeHtml(label)}</span> <span class="count">${count}</span></button>`
  );
}

const nameOf = (label: string): string => `<span class="facet-name" aria-hidden="true">${label}</span>`;

/** A button per collection, in the order of `labels`. */
export function renderTypes(counts: Counts, state: SearchState, labels: CollectionLabels): string {
  const order = [...labels.keys()];
  const types = offered(counts, state, 'type');
  if (types.length < 2 && !state.filters.type?.length) return '';
  const toggles = types
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([value, count]) =>
      renderToggle('type', value, labels.get(value) ?? value, count, isChosen(state, 'type', value)),
    );
  return nameOf('类型') + toggles.join('');
}

/** A column per year, earliest first; its height is its share of the fullest year. */
export function renderYears(counts: Counts, state: SearchState): string {
  const years = new Map(offered(counts, state, 'year').map(([year, count]) => [Number(year), count]));
  const most = Math.max(1, ...years.values());
  return yearAxis(years.keys())
    .map((year, index) => {
      if (year === null) return '<li class="yearbars-gap" aria-hidden="true"><span>⋯</span></li>';
      const column = renderYear(year, years.get(year) ?? 0, most, isChosen(state, 'year', String(year)));
      return `<li${index === 0 || year % 10 === 0 ? ' class="landmark"' : ''}>${column}</li>`;
    })
    .join('');
}

function renderYear(year: number, count: number, most: number, pressed: boolean): string {
  const height = columnHeight(count, most);
  const bar = `<rect width="${COLUMN_WIDTH}" height="${height}"/>`;
  const [century, rest] = [String(year).slice(0, -2), String(year).slice(-2)];
  return (
    `<button type="button" data-facet="year" data-value="${year}" data-year-count="${count}" aria-pressed="${pressed}">` +
    `<b aria-hidden="true">${count === 0 ? '' : count}</b>` +
    `<svg viewBox="0 0 ${COLUMN_WIDTH} ${height}" aria-hidden="true">${count === 0 ? '' : bar}</svg>` +
    `<span><i>${century}</i>${rest}</span><span class="visually-hidden">年，${count} 份</span></button>`
  );
}

/** The option for several chosen values, which an address may name; `data-chosen` is their query string. */
function renderSeveral(facet: Facet, chosen: readonly string[]): string {
  if (chosen.length < 2) return '';
  const query = new URLSearchParams(chosen.map((value) => [facet, value]));
  const label = escapeHtml(chosen.join('、'));
  return `<option value="${label}" data-chosen="${escapeHtml(String(query))}" selected>${label}</option>`;
}

/** Up to this many values of a filter are a list; of more the fullest are, and a select has all. */
const FEW = 6;
const SHOWN = 4;

function renderSelect(
  values: ReadonlyArray<readonly [value: string, count: number]>,
  chosen: readonly string[],
  [facet, label, none]: (typeof SELECTS)[number],
): string {
  const options = values.map(([value, count]) => {
    const selected = chosen.length === 1 && value === chosen[0] ? ' selected' : '';
    return `<option value="${escapeHtml(value)}"${selected}>${escapeHtml(value)}（${count}）</option>`;
  });
  return (
    `<select class="field" data-facet-select="${facet}" aria-label="${label}">` +
    `${renderSeveral(facet, chosen)}<option value="">${none}（${values.length} 种）</option>${options.join('')}</select>`
  );
}

function renderFacet(counts: Counts, state: SearchState, select: (typeof SELECTS)[number]): string {
  const [facet, label] = select;
  const values = offered(counts, state, facet).sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const chosen = state.filters[facet] ?? [];
  // One value is no choice.
  if (values.length < 2 && chosen.length === 0) return '';
  const few = values.length <= FEW;
  const shown = values.filter(([value], index) => few || index < SHOWN || chosen.includes(value));
  const toggles = shown.map(([value, count]) =>
    renderToggle(facet, value, value, count, isChosen(state, facet, value)),
  );
  return (
    `<div class="facet" role="group" aria-label="${label}">${nameOf(label)}${toggles.join('')}` +
    `${few ? '' : renderSelect(values, chosen, select)}</div>`
  );
}

/** The filters for issuer, level, topic and status, as far as they offer a choice. */
export function renderSelects(counts: Counts, state: SearchState): string {
  return SELECTS.map((select) => renderFacet(counts, state, select)).join('');
}
