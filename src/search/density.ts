/** How much a document speaks of something, in steps: for ranking, and for the index's lists of frequent words. */

/** 0: seldom, 1: frequently, 2: very frequently. */
export type Density = 0 | 1 | 2;

// As BM25 has it (k1 = 1.2, b = 0.75): each further occurrence counts less, and a long text needs more of them.
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const FREQUENT = 0.7;
const VERY_FREQUENT = 0.85;

/**
 * The step for `occurrences` in a text of `length` characters, where a text of the library has `averageLength`: in a
 * text of average length 3 occurrences are frequent and 7 very frequent.
 */
export function densityOf(occurrences: number, length: number, averageLength: number): Density {
  const relative = averageLength > 0 ? length / averageLength : 1;
  const halfway = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * relative);
  const share = occurrences / (occurrences + halfway);
  if (share >= VERY_FREQUENT) return 2;
  return share >= FREQUENT ? 1 : 0;
}
