/** What is near when nothing was found: each suggestion is a search that does find something. */
import { readSimplified } from '../../search/ambiguous.ts';
import type { Filters } from '../../search/facets.ts';
import { normalise } from '../../search/normalise.ts';
import { type Keyword, parseQuery, writeKeyword } from '../../search/query.ts';
import { hasFilters, type SearchState } from './search-state.ts';

export interface Suggestion {
  /** Why this search: 规范写法, 简化字写法, 去掉筛选, 只搜一个词, 不带标点, 更短的词. */
  readonly reason: string;
  readonly state: SearchState;
  readonly total: number;
}

/** Finds how many documents a query has. */
export type CountHits = (query: string, filters: Filters) => Promise<number>;

const PUNCTUATION = /[\p{P}\p{S}]+/gu;

/** Longest fragments to try of one keyword; a pasted paragraph must not start thousands of searches. */
const LONGEST = 24;

async function longestFragment(
  keyword: Keyword,
  filters: Filters,
  count: CountHits,
): Promise<[string, number] | undefined> {
  const characters = [...keyword.normalised.replace(PUNCTUATION, '')].slice(0, LONGEST);
  for (let length = characters.length - 1; length >= 2; length--) {
    for (let start = 0; start + length <= characters.length; start++) {
      const fragment = characters.slice(start, start + length).join('');
      const total = await count(fragment, filters);
      if (total > 0) return [fragment, total];
    }
  }
  return undefined;
}

/**
 * The searches to offer instead of `state`, which found nothing; at most one per keyword and kind. A query that is a
 * document number is offered in its canonical form, `number`, before anything shorter.
 */
export async function suggest(state: SearchState, count: CountHits, number?: string): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  const offer = async (reason: string, next: SearchState): Promise<number> => {
    const total = await count(next.q, next.filters);
    if (total > 0) found.push({ reason, state: next, total });
    return total;
  };
  if (number && (await offer('规范写法', { ...state, q: number })) > 0) return found;
  // 瞭解 by itself shows nothing that simplified text hasn't; only when it isn't found is it taken for traditional.
  const simplified = readSimplified(state.q);
  if (simplified !== state.q) await offer('简化字写法', { ...state, q: simplified });
  if (hasFilters(state)) await offer('去掉筛选', { ...state, filters: {} });
  const { include, exclude } = parseQuery(state.q);
  if (exclude.length > 0) await offer('不排除词', { ...state, q: include.map(writeKeyword).join(' ') });
  for (const keyword of include) await suggestFor(keyword, include.length, state, offer, found, count);
  return found;
}

async function suggestFor(
  keyword: Keyword,
  keywords: number,
  state: SearchState,
  offer: (reason: string, next: SearchState) => Promise<number>,
  found: Suggestion[],
  count: CountHits,
): Promise<void> {
  if (keywords > 1 && (await offer('只搜一个词', { ...state, q: writeKeyword(keyword) })) > 0) return;
  const bare = keyword.text.replace(PUNCTUATION, '');
  const differs = bare !== '' && normalise(bare) !== keyword.normalised;
  if (differs && (await offer('不带标点', { ...state, q: bare })) > 0) return;
  const shorter = await longestFragment(keyword, state.filters, count);
  if (shorter) found.push({ reason: '更短的词', state: { ...state, q: shorter[0] }, total: shorter[1] });
}
