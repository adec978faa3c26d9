import type { Meaning } from './literal-search.ts';

/** Kinds of query, as they are reported. */
export const QUERY_KINDS = [
  'word',
  'phrase',
  'fragment',
  'one character',
  'with punctuation',
  'with digits',
  'with Latin letters',
  'two words',
  'quoted with a word',
  'with an exclusion',
  'in disguise',
  'at the edge of a block',
  'across two blocks',
  'occurring nowhere',
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** A query as a reader would type it, and what it means. */
export interface SampledQuery extends Meaning {
  readonly kind: QueryKind;
  readonly text: string;
}
