/** HTML of the empty state: what was searched for, and what is near. */
import { escapeHtml } from '../../core/escape-html.ts';
import { FACETS } from '../../search/facets.ts';
import { type Keyword, type KeywordField, parseQuery } from '../../search/query.ts';
import type { CollectionLabels } from './render-results.ts';
import { type SearchState, writeState } from './search-state.ts';
import type { Suggestion } from './suggest.ts';

/** Characters of a keyword that are repeated to the reader, who may have pasted a page. */
const LONGEST = 40;

function clip(text: string): string {
  const beginning = [...text].slice(0, LONGEST).join('');
  return beginning.length < text.length ? `${beginning}…` : text;
}

const list = (texts: readonly string[]): string =>
  texts.map((text) => `<b>${escapeHtml(clip(text))}</b>`).join('、');

/** Where a keyword was looked for, as one says it before 含有; nothing for all of a document. */
const FIELD_NAMES: ReadonlyArray<readonly [field: KeywordField, name: string]> = [
  ['any', ''],
  ['title', '标题'],
  ['number', '文号'],
];

/** What is said of the keywords of each field that has any. */
function describeKeywords(keywords: readonly Keyword[], verb: (count: number) => string): string[] {
  return FIELD_NAMES.flatMap(([field, name]) => {
    const texts = keywords.filter((keyword) => keyword.field === field).map(({ text }) => text);
    return texts.length === 0 ? [] : [name + verb(texts.length) + list(texts)];
  });
}

/** What was tried, in words. */
function describeSearch(state: SearchState, labels: CollectionLabels): string {
  const { include, exclude } = parseQuery(state.q);
  const filters = FACETS.flatMap((facet) =>
    (state.filters[facet] ?? []).map((value) => labels.get(value) ?? value),
  );
  const parts = [
    ...describeKeywords(include, (count) => (count > 1 ? '同时含有' : '含有')),
    ...describeKeywords(exclude, () => '不含'),
    ...(filters.length > 0 ? [`限于${list(filters)}`] : []),
  ];
  return parts.join('，');
}

/** Why a search is offered; of a changed keyword, what was changed. `before` is what was offered before it. */
function describeReason({ reason, change, state }: Suggestion, before: Suggestion | undefined): string {
  if (!change) return reason;
  const found = change.to === state.q ? '' : `「${change.to}」`;
  if (before?.reason === reason && before.change?.from === change.from) return `还有${found}`;
  return `没有「${change.from}」，${reason}的有${found}`;
}

function suggestionItem(suggestion: Suggestion, before: Suggestion | undefined): string {
  const { state, total } = suggestion;
  return (
    `<li><a data-suggestion href="${escapeHtml(writeState(state))}">` +
    `<span class="suggestion-reason">${escapeHtml(describeReason(suggestion, before))}</span>` +
    `<b>${escapeHtml(state.q || '全部文件')}</b><span class="count">${total} 份</span></a></li>`
  );
}

const SEARCHED_ALL =
  '<p class="empty-note">已逐字查过每份文件的标题、正文、公文要素和编者注；全角半角、大小写、空格和括号的样子不影响结果。</p>';

/** Whether every keyword was looked for in all of a document. */
function searchesAll(q: string): boolean {
  const { include, exclude } = parseQuery(q);
  return [...include, ...exclude].every(({ field }) => field === 'any');
}

/** The whole empty state. */
export function renderEmpty(
  state: SearchState,
  suggestions: readonly Suggestion[],
  labels: CollectionLabels,
): string {
  const tried = `<p>没有${describeSearch(state, labels)}的文件。</p>${searchesAll(state.q) ? SEARCHED_ALL : ''}`;
  if (suggestions.length === 0) return tried;
  const items = suggestions.map((suggestion, index) => suggestionItem(suggestion, suggestions[index - 1]));
  return `${tried}<p>下面这些查得到：</p><ul class="suggestions">${items.join('')}</ul>`;
}
