import { foldText } from './fold.ts';
import { type Grams, gramsOf } from './grams.ts';
import type { Passage } from './passages.ts';

/** A passage with what its comparison needs. */
export interface Prepared {
  passage: Passage;
  /** The words without number, punctuation and width; the text itself where nothing else is left of it. */
  folded: string;
  grams: Grams;
  /** Folded headings above it, outermost first: tells repeated passages of different sections apart. */
  path: string;
}

const known = new WeakMap<readonly Passage[], readonly Prepared[]>();

/** Prepares the passages of one document, in order; the same list is prepared once. */
export function preparePassages(passages: readonly Passage[]): readonly Prepared[] {
  const prepared = known.get(passages) ?? prepare(passages);
  known.set(passages, prepared);
  return prepared;
}

function prepare(passages: readonly Passage[]): Prepared[] {
  const prepared: Prepared[] = [];
  for (const passage of passages) {
    const folded = foldText(passage.text, passage.numberLength).text || passage.text;
    const above = prepared[passage.parent];
    const path = above ? `${above.path}/${above.folded}` : '';
    prepared.push({ passage, folded, grams: gramsOf(folded), path });
  }
  return prepared;
}
