import { hasFilters, type SearchState } from './search-state.ts';

/**
 * Whether the reader has just asked for `state` on another page of this site, by its form: not when the page was
 * reloaded or come back to, nor when it was opened from elsewhere.
 */
export function cameFromForm(state: SearchState, base: string): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  const fresh = entry instanceof PerformanceNavigationTiming && entry.type === 'navigate';
  if (!fresh || document.referrer === '' || hasFilters(state)) return false;
  const from = new URL(document.referrer);
  const { origin, pathname } = window.location;
  return from.origin === origin && from.pathname.startsWith(base) && from.pathname !== pathname;
}
