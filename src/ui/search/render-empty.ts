/** HTML of the empty state: what was searched for, and what is near. */
import { escapeHtml } from '../../core/escape-html.ts';
import { FACETS } from '../../search/facets.ts';
import { parseQuery } from '../../search/query.ts';
import type { CollectionLabels } from './render-results.ts';
import { type SearchState, writeState } from './search-state.ts';
import type { Suggestion } from './suggest.ts';

const list = (texts: readonly string[]): string =>
  texts.map((text) => `<b>${escapeHtml(text)}</b>`).join('、');

/** What was tried, in words. */
function describeSearch(state: SearchState, labels: CollectionLabels): string {
  const { include, exclude } = parseQuery(state.q);
  const words = include.map((keyword) => keyword.text);
  const without = exclude.map((keyword) => keyword.text);
  const filters = FACETS.flatMap((facet) =>
    (state.filters[facet] ?? []).map((value) => labels.get(value) ?? value),
  );
  const parts = [
    words.length > 1 ? `同时含有${list(words)}` : words.length === 1 ? `含有${list(words)}` : '',
    without.length > 0 ? `不含${list(without)}` : '',
    filters.length > 0 ? `限于${list(filters)}` : '',
  ];
  return parts.filter((part) => part !== '').join('，');
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

/** The whole empty state. */
export function renderEmpty(
  state: SearchState,
  suggestions: readonly Suggestion[],
  labels: CollectionLabels,
): string {
  const tried =
    `<p>没有${describeSearch(state, labels)}的文件。</p>` +
    '<p class="empty-note">已逐字查过每份文件的标题、正文、公文要素和编者注；全角半角、大小写、空格和括号的样子不影响结果。</p>';
  if (suggestions.length === 0) return tried;
  const items = suggestions.map((suggestion, index) => suggestionItem(suggestion, suggestions[index - 1]));
  return `${tried}<p>下面这些查得到：</p><ul class="suggestions">${items.join('')}</ul>`;
}
