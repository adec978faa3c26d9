import { foldedText } from './fold.ts';
import { type Grams, gramsOf } from './grams.ts';
import type { Passage } from './passages.ts';

/** A passage with what its comparison needs. */
export interface Prepared {
  passage: Passage;
  /** The words without number, punctuation and width; the text itself where nothing else is left of it. */
  folded: string;
  grams: Grams;
}

const known = new WeakMap<readonly Passage[], readonly Prepared[]>();

/** Prepares the passages of one document, in order; the same list is prepared once. */
export function preparePassages(passages: readonly Passage[]): readonly Prepared[] {
  const prepared = known.get(passages) ?? prepare(passages);
  known.set(passages, prepared);
  return prepared;
}

function prepare(passages: readonly Passage[]): Prepared[] {
  const folded = passages.map(({ text, numberLength }) => foldedText(text, numberLength) || text);
  const prepared: Prepared[] = [];
  for (const [index, grams] of gramsOf(folded).entries()) {
    const [passage, words] = [passages[index], folded[index]];
    if (passage && words !== undefined) prepared.push({ passage, folded: words, grams });
  }
  return prepared;
}
