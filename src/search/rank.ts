/** The order of results. */
import type { Density } from './density.ts';

/** What is known of one hit without loading it. */
export interface Signals {
  readonly id: string;
  /** Place in the list of all documents by date, the oldest first. */
  readonly order: number;
  readonly dated: boolean;
  /** How many keywords stand in the document's own number, its title, a heading of its body. */
  readonly inNumber: number;
  readonly inTitle: number;
  readonly inHeading: number;
  /** Whether all keywords stand together, in the order given. */
  readonly together: boolean;
  /** How much the document speaks of the keyword that it speaks of least. */
  readonly density: Density;
  /** Repealed or expired. */
  readonly dead: boolean;
}

/** Relevance (see `score`), newest first, oldest first. */
export type Sort = 'relevance' | 'date' | 'date-asc';

/** A sort as a caller may write it, Pagefind's own way included: `{ date: 'desc' }`. */
export type SortInput = Sort | { readonly date: 'asc' | 'desc' };

const SORTS: readonly Sort[] = ['relevance', 'date', 'date-asc'];

/** The sort from what a caller wrote. Throws a RangeError for one that doesn't exist. */
export function toSort(input: SortInput | null | undefined): Sort {
  if (input === undefined || input === null) return 'relevance';
  const name = typeof input === 'string' ? input : input.date === 'asc' ? 'date-asc' : 'date';
  const sort = SORTS.find((known) => known === name);
  if (!sort) throw new RangeError(`发现排序 ${name}，应为 ${SORTS.join('、')} 之一。`);
  return sort;
}

/**
 * Points of a hit. A keyword in the number outweighs one in the title, the title a heading, a heading any density; what
 * no longer holds loses as much as a heading gains, so it comes after what is otherwise as good.
 */
export function score(hit: Signals): number {
  const places = hit.inNumber * 12 + hit.inTitle * 6 + hit.inHeading * 2;
  return places + (hit.together ? 3 : 0) + hit.density * 0.75 - (hit.dead ? 2 : 0);
}

/** Sorts hits. Of equals the newest leads; documents without a date come last. */
export function rank(hits: readonly Signals[], sort: Sort): Signals[] {
  const scores = new Map(hits.map((hit) => [hit.id, score(hit)]));
  const relevance = (a: Signals, b: Signals): number => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0);
  // Documents without a date have the lowest places.
  const newest = (a: Signals, b: Signals): number => b.order - a.order;
  const oldest = (a: Signals, b: Signals): number => Number(b.dated) - Number(a.dated) || a.order - b.order;
  const orders = {
    relevance: (a: Signals, b: Signals) => relevance(a, b) || newest(a, b),
    date: newest,
    'date-asc': oldest,
  };
  return [...hits].sort(orders[sort]);
}
