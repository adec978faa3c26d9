/** The order of results. */
import { compareText } from '../core/compare-text.ts';

/** What is known of one hit without loading it. */
export interface Signals {
  readonly id: string;
  /** Place in the list of all documents, to settle ties. */
  readonly order: number;
  /** How many keywords stand in the document's own number, its title, a heading of its body. */
  readonly inNumber: number;
  readonly inTitle: number;
  readonly inHeading: number;
  /** Whether all keywords stand together, in the order given. */
  readonly together: boolean;
  /** Pagefind's BM25 score for the keywords, relative to the best of this search, 0 to 1. */
  readonly density: number;
  /** Repealed or expired. */
  readonly dead: boolean;
  /** ISO date or year; later ranks higher. */
  readonly date: string;
}

/** Relevance (see `compareRelevance`), newest first, oldest first. */
export type Sort = 'relevance' | 'date' | 'date-asc';

/** A sort as a caller may write it, Pagefind's own way included: `{ date: 'desc' }`. */
export type SortInput = Sort | { readonly date: 'asc' | 'desc' };

/** The sort from what a caller wrote. */
export function toSort(input: SortInput): Sort {
  if (typeof input === 'string') return input;
  return input.date === 'asc' ? 'date-asc' : 'date';
}

// Steps rather than a fine scale, so that of two documents that say a thing about equally often the newer leads.
const DENSITY_STEPS = 4;

/** Points of a hit: a number outweighs a title, a title a heading, a heading any density. */
export function score(hit: Signals): number {
  const places = hit.inNumber * 12 + hit.inTitle * 6 + hit.inHeading * 2;
  const density = Math.ceil(hit.density * DENSITY_STEPS) / DENSITY_STEPS;
  return places + (hit.together ? 3 : 0) + density * 1.5 - (hit.dead ? 1 : 0);
}

/** Sorts hits; equals keep the order of all documents, so that nothing depends on chance. Unknown dates come last. */
export function rank(hits: readonly Signals[], sort: Sort): Signals[] {
  const scores = new Map(hits.map((hit) => [hit.id, score(hit)]));
  const relevance = (a: Signals, b: Signals): number => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0);
  const newest = (a: Signals, b: Signals): number => compareText(b.date, a.date);
  const oldest = (a: Signals, b: Signals): number =>
    Number(a.date === '') - Number(b.date === '') || compareText(a.date, b.date);
  const orders = {
    relevance: (a: Signals, b: Signals) => relevance(a, b) || newest(a, b),
    date: (a: Signals, b: Signals) => newest(a, b) || relevance(a, b),
    'date-asc': (a: Signals, b: Signals) => oldest(a, b) || relevance(a, b),
  };
  return [...hits].sort((a, b) => orders[sort](a, b) || a.order - b.order);
}
