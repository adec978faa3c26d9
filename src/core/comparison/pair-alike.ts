import { type Grams, sharedWeight, totalWeight, type Weigh, weighGrams } from './grams.ts';
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
/** A text of which this share stands in a longer one was enlarged into it, or is what was left of it. */
const CONTAINED = 0.75;
/** Two texts that share fewer distinct pairs of characters are not looked at, unless one has no more. */
const LEAST_SHARED = 3;
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

function findCandidates(
  left: readonly Prepared[],
  right: readonly Prepared[],
  heading: boolean,
  measures: Measures,
  pairing: Pairing,
): Candidate[] {
  const isOpen = ({ passage }: Prepared, paired: boolean): boolean => passage.heading === heading && !paired;
  const holders = new Map<number, number[]>();
  for (const [index, prepared] of right.entries()) {
    if (!isOpen(prepared, pairing.byRight.has(index))) continue;
    for (const gram of prepared.grams.keys()) {
      const known = holders.get(gram);
      if (known) known.push(index);
      else holders.set(gram, [index]);
    }
  }
  const candidates: Candidate[] = [];
  for (const [index, prepared] of left.entries()) {
    if (!isOpen(prepared, pairing.byLeft.has(index))) continue;
    for (const other of sharers(prepared.grams, right, holders)) {
      const likeness = rate(prepared, right[other], index, other, measures);
      if (likeness === undefined) continue;
      const together = standTogether(prepared, right[other], pairing) ? SAME_PLACE : 0;
      const distance = Math.abs(index / left.length - other / right.length);
      // Rounded, so that sums of the same weights in another order don't decide.
      candidates.push({
        left: index,
        right: other,
        rank: round(likeness + together),
        distance: round(distance),
      });
    }
  }
  return candidates;
}

/** The open passages of the right side that share a fair number of pairs: no others can be alike. */
function sharers(
  grams: Grams,
  right: readonly Prepared[],
  holders: ReadonlyMap<number, readonly number[]>,
): number[] {
  const shared = new Map<number, number>();
  for (const gram of grams.keys()) {
    for (const index of holders.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  const least = (index: number): number => Math.min(LEAST_SHARED, grams.size, right[index]?.grams.size ?? 0);
  return [...shared].flatMap(([index, count]) => (count >= least(index) ? index : []));
}

/** How alike two passages are, or undefined when they are not: Dice's coefficient, or the share that is contained. */
function rate(
  a: Prepared,
  b: Prepared | undefined,
  left: number,
  right: number,
  { weigh, leftTotals, rightTotals }: Measures,
): number | undefined {
  if (!b) return undefined;
  const [ofA, ofB] = [leftTotals[left] ?? 0, rightTotals[right] ?? 0];
  if (ofA === 0 || ofB === 0) return undefined;
  const shared = sharedWeight(a.grams, b.grams, weigh);
  const likeness = (2 * shared) / (ofA + ofB);
  if (likeness >= threshold(a.grams, b.grams)) return likeness;
  const contained = shared / Math.min(ofA, ofB);
  const isLong = Math.min(a.grams.size, b.grams.size) >= LONG_ENOUGH;
  // Whatever is only contained comes after all that is alike as a whole.
  return isLong && contained >= CONTAINED ? contained * 0.3 : undefined;
}

function standTogether(a: Prepared, b: Prepared | undefined, { byLeft }: Pairing): boolean {
  if (!b) return false;
  const [above, other] = [a.passage.parent, b.passage.parent];
  return above < 0 || other < 0 ? above === other : byLeft.get(above) === other;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
