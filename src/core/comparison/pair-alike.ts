import { type Grams, sizeOf, totalWeight, type WeighedGrams, weighGrams } from './grams.ts';
import type { Pair, Pairing } from './pair-same.ts';
import type { Prepared } from './prepare.ts';
import { shareWeights } from './share-weights.ts';

/** A possible pair with how alike its texts are, 0 to 1, and what decides between pairs that are about as alike. */
interface Candidate extends Pair {
  rank: number;
  /** How far apart the two stand, each place taken as a share of its document. */
  distance: number;
}

/** The pairs of characters of each passage, weighed over both documents. */
export interface Measures {
  left: readonly WeighedGrams[];
  right: readonly WeighedGrams[];
}

/** Standing under the same heading counts for a little: it decides between passages that are nearly alike. */
const SAME_PLACE = 0.08;
/** And so does standing about as far down in the document; from one end to the other costs this much. */
const FAR = 0.06;
/** A text of which this share stands in a longer one was enlarged into it, or is what was left of it. */
const CONTAINED = 0.75;
/** From this length on, in pairs of characters, being contained is no chance. */
const LONG_ENOUGH = 14;

/** However long the passages, no less alike ones are paired. */
const LEAST = 0.32;

/**
 * How alike two passages must at least be to be one that was reworded. Unrelated measures of such offices share a
 * tenth of their weight, seldom a quarter; a short line shares as much by one common word, so more is asked of it.
 * `size` is that of the shorter one, in pairs of characters.
 */
function threshold(size: number): number {
  return size >= LONG_ENOUGH ? LEAST : LEAST + (0.28 * (LONG_ENOUGH - size)) / LONG_ENOUGH;
}

/** Weighs the pairs of characters over both documents. */
export function measure(left: readonly Prepared[], right: readonly Prepared[]): Measures {
  return weighGrams(
    left.map(({ grams }) => grams),
    right.map(({ grams }) => grams),
  );
}

/**
 * Pairs what is left by likeness, the most alike first, so that of several near-duplicates each finds its own; what
 * is equally alike goes by order of place. Headings pair with headings, and before the rest.
 */
export function pairAlike(
  left: readonly Prepared[],
  right: readonly Prepared[],
  measures: Measures,
  pairing: Pairing,
): void {
  for (const heading of [true, false]) {
    const candidates = findCandidates(left, right, heading, measures, pairing);
    candidates.sort(
      (a, b) =>
        b.rank - a.rank || a.distance - b.distance || a.left + a.right - b.left - b.right || a.left - b.left,
    );
    for (const candidate of candidates) if (pairing.isFree(candidate)) pairing.add(candidate);
  }
}

function findCandidates(
  left: readonly Prepared[],
  right: readonly Prepared[],
  heading: boolean,
  measures: Measures,
  pairing: Pairing,
): Candidate[] {
  const isOpen = ({ passage }: Prepared, paired: boolean): boolean => passage.heading === heading && !paired;
  const open = {
    left: measures.left.map((grams, index) => {
      const prepared = left[index];
      return prepared && isOpen(prepared, pairing.byLeft.has(index)) ? grams : undefined;
    }),
    right: measures.right.map((grams, index) => {
      const prepared = right[index];
      return prepared && isOpen(prepared, pairing.byRight.has(index)) ? grams : undefined;
    }),
  };
  const totals = Float64Array.from(open.right, (grams) => (grams ? totalWeight(grams) : 0));
  const candidates: Candidate[] = [];
  shareWeights(open.left, open.right, (index, shared) => {
    const [prepared, own] = [left[index], measures.left[index]];
    if (!prepared || !own) return;
    const total = totalWeight(own);
    for (let other = 0; other < shared.length; other++) {
      const weight = shared[other] ?? 0;
      if (weight === 0) continue;
      const ofOther = totals[other] ?? 0;
      // Most passages have nearly nothing in common.
      if (
        2 * weight < WELL_BELOW_LEAST * (total + ofOther) &&
        weight < WELL_BELOW_CONTAINED * Math.min(total, ofOther)
      )
        continue;
      const [beside, grams] = [right[other], measures.right[other]];
      const likeness = grams && rate(own, grams, weight, total, ofOther);
      if (likeness === undefined || !beside) continue;
      const distance = round(Math.abs(index / left.length - other / right.length));
      const together = standTogether(prepared, beside, pairing) ? SAME_PLACE : 0;
      const rank = round(likeness + together - FAR * distance);
      candidates.push({ left: index, right: other, rank, distance });
    }
  });
  return candidates;
}

/** So much less than the bounds that rounding doesn't bring anything there. */
const WELL_BELOW_LEAST = LEAST - 1e-5;
const WELL_BELOW_CONTAINED = CONTAINED - 1e-5;

/** How alike two passages are, or undefined when they are not: Dice's coefficient, or the share that is contained. */
function rate(a: Grams, b: Grams, shared: number, ofA: number, ofB: number): number | undefined {
  const size = Math.min(sizeOf(a), sizeOf(b));
  const likeness = round((2 * shared) / (ofA + ofB));
  if (likeness >= threshold(size)) return likeness;
  const contained = round(shared / Math.min(ofA, ofB));
  // Whatever is only contained comes after all that is alike as a whole.
  return size >= LONG_ENOUGH && contained >= CONTAINED ? contained * 0.3 : undefined;
}

function standTogether(a: Prepared, b: Prepared, { byLeft }: Pairing): boolean {
  const [above, other] = [a.passage.parent, b.passage.parent];
  return above < 0 || other < 0 ? above === other : byLeft.get(above) === other;
}

/** So that sums of the same weights in another order don't decide. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
