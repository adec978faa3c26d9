/** The state of the search page, which is its address: `?q=&type=&year=&issuer=&level=&topic=&status=&sort=&in=`. */
import { FACETS, type Facet, type Filters } from '../../search/facets.ts';
import { normalise } from '../../search/normalise.ts';
import type { Sort } from '../../search/rank.ts';

export interface SearchState {
  readonly q: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** All libraries are searched, where the site has neighbours: `in=all`. */
  readonly everywhere?: boolean;
}

const SORTS: readonly Sort[] = ['relevance', 'date', 'date-asc'];

const isSort = (text: string | null): text is Sort => SORTS.some((sort) => sort === text);

/** Reads the state from a query string. A filter may be repeated; unknown parameters are left alone. */
export function readState(queryString: string): SearchState {
  const parameters = new URLSearchParams(queryString);
  const filters: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
    const values = parameters.getAll(facet).filter((value) => value !== '');
    if (values.length > 0) filters[facet] = [...new Set(values)];
  }
  const sort = parameters.get('sort');
  const everywhere = parameters.get('in') === 'all';
  const state = { q: parameters.get('q') ?? '', filters, sort: isSort(sort) ? sort : 'relevance' } as const;
  return everywhere ? { ...state, everywhere } : state;
}

/** The query string of a state, with `?`, or '' when there is nothing to say. Equal states give equal strings. */
export function writeState({ q, filters, sort, everywhere }: SearchState): string {
  const parameters = new URLSearchParams();
  if (q.trim() !== '') parameters.set('q', q.trim());
  for (const facet of FACETS) {
    for (const value of [...(filters[facet] ?? [])].sort()) parameters.append(facet, value);
  }
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (everywhere) parameters.set('in', 'all');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The state with one value of a filter switched on or off. */
export function toggleFilter(state: SearchState, facet: Facet, value: string): SearchState {
  const values = state.filters[facet] ?? [];
  const chosen = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...state, filters: { ...state.filters, [facet]: chosen } };
}

/** The state with a filter set to one value, or to none with ''. */
export function setFilter(state: SearchState, facet: Facet, value: string): SearchState {
  return { ...state, filters: { ...state.filters, [facet]: value === '' ? [] : [value] } };
}

/** Whether any filter is set. */
export function hasFilters({ filters }: SearchState): boolean {
  return FACETS.some((facet) => (filters[facet] ?? []).length > 0);
}

/** Whether there is anything to search for or to list. */
export function isIdle(state: SearchState): boolean {
  return normalise(state.q) === '' && !hasFilters(state);
}
