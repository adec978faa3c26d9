/**
 * Hits of several libraries in one order. The measure of relevance (rank.ts) knows nothing of how many documents a word
 * stands in, so points mean the same in every library; only what counts as frequent (density.ts) is told by the mean
 * length of a library's own texts, which at most moves a hit by a point and a half.
 */
import type { Counts, Facet } from './facets.ts';
import { type Signals, type Sort, score } from './rank.ts';

/** A hit of one of the libraries. */
export interface UnionHit {
  /** Place of its library among those searched, the reader's own first. */
  readonly library: number;
  readonly signals: Signals;
  /** As in the library's mark. */
  readonly date: string;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of one day the reader's own library leads, then the others in their order; within one its own order holds. */
const byPlace = (a: UnionHit, b: UnionHit): number =>
  a.library - b.library || b.signals.order - a.signals.order;

// '' is less than any date: documents without one come last.
const newest = (a: UnionHit, b: UnionHit): number => compare(b.date, a.date) || byPlace(a, b);

const oldest = (a: UnionHit, b: UnionHit): number =>
  compare(Number(b.date !== ''), Number(a.date !== '')) ||
  compare(a.date, b.date) ||
  a.library - b.library ||
  a.signals.order - b.signals.order;

/** Sorts hits of several libraries as `rank` sorts those of one. */
export function rankUnion<Hit extends UnionHit>(hits: readonly Hit[], sort: Sort): Hit[] {
  if (sort !== 'relevance') return [...hits].sort(sort === 'date' ? newest : oldest);
  const points = new Map(hits.map((hit) => [hit, score(hit.signals)]));
  return [...hits].sort((a, b) => (points.get(b) ?? 0) - (points.get(a) ?? 0) || newest(a, b));
}

/** The counts of several libraries' documents together; there is at least one library. */
export function addCounts([first, ...others]: readonly [Counts, ...Counts[]]): Counts {
  const add = (facet: Facet): Record<string, number> => {
    const sum: Record<string, number> = Object.assign(Object.create(null), first[facet]);
    for (const counts of others) {
      for (const [value, count] of Object.entries(counts[facet])) sum[value] = (sum[value] ?? 0) + count;
    }
    return sum;
  };
  const facets = Object.keys(first) as Facet[];
  return Object.fromEntries(facets.map((facet) => [facet, add(facet)])) as Counts;
}
