import type * as Online from '../search/came-from-form.ts';
import { hasFilters } from '../search/search-state.ts';

/**
 * As on a server, but no page on disk is told which page led to it: the forms and links of a copy put a mark after the
 * `#`, which is taken off here, so that a reload or a copied address doesn't count as asking again.
 */
export const cameFromForm: typeof Online.cameFromForm = (state) => {
  const { hash, pathname, search } = window.location;
  if (hash !== OFFLINE_ASKED_MARK) return false;
  window.history.replaceState(window.history.state, '', pathname + search);
  const [entry] = performance.getEntriesByType('navigation');
  const fresh = entry instanceof PerformanceNavigationTiming && entry.type === 'navigate';
  return fresh && !hasFilters(state);
};
