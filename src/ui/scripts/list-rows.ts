/** The rows of a long list, of which the page shows some: from /api/documents.json, fetched when something is asked first. */
import type { ListRow } from '../../core/list-query.ts';
import { newestFirst } from '../../core/newest-first.ts';
import { statusTone } from '../../core/status.ts';
import type { DocumentRow } from '../../schema/api.ts';
import { rowWords, type Told, tellsStatus } from '../list-words.ts';
import { siteAddress } from '../search/site-address.ts';

const base = document.documentElement.dataset['base'] ?? '/';

/** A document of the list with what the filter compares. */
export interface LoadedRow extends ListRow {
  document: DocumentRow;
}

let loading: Promise<LoadedRow[]> | undefined;

/** The rows that a scope such as issuer=云岭区教研室 names, newest first; tried again after a failure. */
export function loadRows(scope: string): Promise<LoadedRow[]> {
  loading ??= fetch(`${base}api/documents.json`)
    .then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json() as Promise<DocumentRow[]>;
    })
    .then((documents) => newestFirst(documents.filter(within(scope))).map(toRow))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

function within(scope: string): (document: DocumentRow) => boolean {
  const [field = '', ...rest] = scope.split('=');
  const value = rest.join('=');
  if (field === 'topic') return ({ topics }) => topics.includes(value);
  return field === 'issuer' ? ({ issuer }) => issuer === value : ({ collection }) => collection === value;
}

function toRow(document: DocumentRow): LoadedRow {
  const { title, docNumber, collection, years, issuer, completeness, status } = document;
  return {
    ...{ document, collection, issuer, completeness, status },
    text: `${title} ${docNumber ?? ''} ${issuer}`,
    years: years.map(String),
  };
}

/** A row as DocumentList makes it. */
export function renderRow({ document: described }: LoadedRow, told: Told): HTMLElement {
  const { title, url, docNumber, completeness, status } = described;
  const item = document.createElement('li');
  item.dataset['item'] = '';
  const link = document.createElement('a');
  link.className = 'doclist-title';
  link.href = siteAddress(url);
  link.textContent = title;
  item.append(link);
  if (docNumber !== null) item.append(span('number', docNumber));
  const meta = document.createElement('p');
  meta.className = 'doclist-meta';
  meta.append(...rowWords(described, told).map((words) => span('', words)));
  if (completeness !== '全文') meta.append(span('chip', completeness));
  if (tellsStatus(described)) meta.append(span(`chip chip-${statusTone(status)}`, status));
  item.append(meta);
  return item;
}

function span(className: string, text: string): HTMLElement {
  const made = document.createElement('span');
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
