import { type Grams, totalWeight, type Weigh, weighGrams } from './grams.ts';
import type { Pair, Pairing } from './pair-same.ts';
import type { Prepared } from './prepare.ts';

/** A possible pair with how alike its texts are, 0 to 1, and what decides between pairs that are about as alike. */
interface Candidate extends Pair {
  rank: number;
  /** How far apart the two stand, each place taken as a share of its document. */
  distance: number;
}

/** What both documents' passages tell of the pairs of characters in them. */
export interface Measures {
  weigh: Weigh;
  leftTotals: readonly number[];
  rightTotals: readonly number[];
}

/** Standing under the same heading counts for a little: it decides between passages that are nearly alike. */
const SAME_PLACE = 0.08;
/** And so does standing about as far down in the document; from one end to the other costs this much. */
const FAR = 0.06;
/** A text of which this share stands in a longer one was enlarged into it, or is what was left of it. */
const CONTAINED = 0.75;
/** From this length on, in pairs of characters, being contained is no chance. */
const LONG_ENOUGH = 14;

/**
 * How alike two passages must at least be to be one that was reworded. Unrelated measures of such offices share a
 * tenth of their weight, seldom a quarter; a short line shares as much by one common word, so more is asked of it.
 */
function threshold(a: Grams, b: Grams): number {
  const size = Math.min(a.size, b.size);
  return size >= LONG_ENOUGH ? 0.32 : 0.32 + (0.28 * (LONG_ENOUGH - size)) / LONG_ENOUGH;
}

/** Weights and totals over both documents. */
export function measure(left: readonly Prepared[], right: readonly Prepared[]): Measures {
  const weigh = weighGrams([...left, ...right].map(({ grams }) => grams));
  const totals = (side: readonly Prepared[]): number[] => side.map(({ grams }) => totalWeight(grams, weigh));
  return { weigh, leftTotals: totals(left), rightTotals: totals(right) };
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

/** For each pair of characters the open passages of the right side that hold it, and how often. */
type Holders = ReadonlyMap<number, readonly { index: number; count: number }[]>;

function findCandidates(
  left: readonly Prepared[],
  right: readonly Prepared[],
  heading: boolean,
  measures: Measures,
  pairing: Pairing,
): Candidate[] {
  const isOpen = ({ passage }: Prepared, paired: boolean): boolean => passage.heading === heading && !paired;
  const open = [...right.entries()].filter(([index, other]) => isOpen(other, pairing.byRight.has(index)));
  const holders = findHolders(open);
  const candidates: Candidate[] = [];
  for (const [index, prepared] of left.entries()) {
    if (!isOpen(prepared, pairing.byLeft.has(index))) continue;
    const shared = shareWeights(prepared.grams, holders, right.length, measures.weigh);
    for (const [otherIndex, other] of open) {
      const sharedWeight = shared[otherIndex] ?? 0;
      if (sharedWeight === 0) continue;
      const totals = [measures.leftTotals[index] ?? 0, measures.rightTotals[otherIndex] ?? 0] as const;
      const likeness = rate(prepared.grams, other.grams, sharedWeight, totals);
      if (likeness === undefined) continue;
      const distance = round(Math.abs(index / left.length - otherIndex / right.length));
      const together = standTogether(prepared, other, pairing) ? SAME_PLACE : 0;
      const rank = round(likeness + together - FAR * distance);
      candidates.push({ left: index, right: otherIndex, rank, distance });
    }
  }
  return candidates;
}

function findHolders(open: readonly [number, Prepared][]): Holders {
  const holders = new Map<number, { index: number; count: number }[]>();
  for (const [index, { grams }] of open) {
    for (const [gram, count] of grams) {
      const known = holders.get(gram);
      if (known) known.push({ index, count });
      else holders.set(gram, [{ index, count }]);
    }
  }
  return holders;
}

/** The weight that a text shares with each passage of the right side, by index; only sharers cost time. */
function shareWeights(grams: Grams, holders: Holders, size: number, weigh: Weigh): Float64Array {
  const shared = new Float64Array(size);
  for (const [gram, count] of grams) {
    const known = holders.get(gram);
    if (!known) continue;
    const weight = weigh(gram);
    for (const holder of known) {
      shared[holder.index] = (shared[holder.index] ?? 0) + Math.min(count, holder.count) * weight;
    }
  }
  return shared;
}

/** How alike two passages are, or undefined when they are not: Dice's coefficient, or the share that is contained. */
function rate(a: Grams, b: Grams, shared: number, [ofA, ofB]: readonly [number, number]): number | undefined {
  const likeness = round((2 * shared) / (ofA + ofB));
  if (likeness >= threshold(a, b)) return likeness;
  const contained = round(shared / Math.min(ofA, ofB));
  // Whatever is only contained comes after all that is alike as a whole.
  return Math.min(a.size, b.size) >= LONG_ENOUGH && contained >= CONTAINED ? contained * 0.3 : undefined;
}

function standTogether(a: Prepared, b: Prepared, { byLeft }: Pairing): boolean {
  const [above, other] = [a.passage.parent, b.passage.parent];
  return above < 0 || other < 0 ? above === other : byLeft.get(above) === other;
}

/** So that sums of the same weights in another order don't decide. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
