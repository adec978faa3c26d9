/** Counting hits for suggestions: each question once, and only so many. */
import type { Filters } from '../../search/facets.ts';

/** Finds how many documents a query has. */
export type CountHits = (query: string, filters: Filters) => Promise<number>;

/** A count that asks `count` nothing twice and after `most` different questions says 0 to every other. */
export function limitCount(count: CountHits, most: number): CountHits {
  const asked = new Map<string, Promise<number>>();
  return async (query, filters) => {
    const key = JSON.stringify([query, filters]);
    const known = asked.get(key);
    if (known) return await known;
    if (asked.size >= most) return 0;
    const counting = count(query, filters);
    asked.set(key, counting);
    return await counting;
  };
}
