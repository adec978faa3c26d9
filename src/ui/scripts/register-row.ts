/** A row of the register as its filter lists it. */
import { STATE_LABELS } from '../../core/register-labels.ts';
import type { TableRow } from '../../core/register-table.ts';
import { countWords, yearWords } from '../register-words.ts';
import { siteAddress } from '../search/site-address.ts';

/** Address of the row in its own page, where the places and what an editor may do stand. */
export function rowAddress({ page, anchor }: TableRow, base: string): string {
  return `${siteAddress(`${base}citations/${page}`)}#${encodeURIComponent(anchor)}`;
}

/** `base` is the path, from the page, of the site's root. */
export function renderRow(row: TableRow, base: string): HTMLElement {
  const { number, title, state } = row;
  const item = document.createElement('li');
  item.dataset['state'] = state;
  const name = title ?? number ?? '';
  const head = element('div', 'register-head', link(mainAddress(row, base), name));
  if (number !== null && number !== name) head.append(element('span', 'number', number));
  head.append(element('span', 'chip', STATE_LABELS[state]));
  const counts = element('p', 'register-counts', element('strong', '', countWords(row)));
  for (const words of [yearWords(row.firstYear, row.lastYear), row.level]) {
    if (words !== '') counts.append(element('span', '', words));
  }
  item.append(head, counts, placesOf(row, base));
  return item;
}

/** The places, if the page has the row itself; else a link to it. */
function placesOf(row: TableRow, base: string): Node {
  const own = document.getElementById(row.anchor);
  const parts = own?.querySelectorAll('.choice, details, .register-more');
  if (!parts || parts.length === 0)
    return element('p', 'register-more', link(rowAddress(row, base), '在登记中查看引用处'));
  const copy = document.createDocumentFragment();
  copy.append(...Array.from(parts, (part) => part.cloneNode(true)));
  return copy;
}

function mainAddress(row: TableRow, base: string): string {
  if (row.document !== null) return siteAddress(`${base}${row.document}/`);
  if (row.number === null) return rowAddress(row, base);
  return siteAddress(`${base}n/${encodeURIComponent(row.number)}/`);
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function element(name: string, className: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}
