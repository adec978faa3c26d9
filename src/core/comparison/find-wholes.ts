import { beyond, makeColumns, sharedWeight, sizeOf, totalWeight, type WeighedGrams } from './grams.ts';
import type { Passage } from './passages.ts';
import type { Prepared } from './prepare.ts';
import { shareWeights } from './share-weights.ts';

/** This share of a measure must stand in what another has lost or gained for it to be a part of that. */
const PART = 0.6;
/** Shorter ones, in pairs of characters, are part of anything. */
const SHORTEST_PART = 8;
/** So much less than a sum that adding it up in another order makes no greater difference. */
const NEARLY = 1 - 1e-9;

/** The passages of one document, their weighed pairs of characters, and which of the other document each is paired with. */
interface Side {
  passages: readonly Prepared[];
  grams: readonly WeighedGrams[];
  partners: ReadonlyMap<number, number>;
}

/**
 * For unpaired passages, by index, the passage of the other document that each was split from or merged into: it holds
 * most of its words, and the passage that it is paired with doesn't.
 */
export function findWholes(
  left: Side,
  right: Side,
): { ofLeft: ReadonlyMap<number, Passage>; ofRight: ReadonlyMap<number, Passage> } {
  return {
    ofLeft: wholesOf(left, right),
    ofRight: wholesOf(right, left),
  };
}

/** What a reworded passage has that the one which it is paired with has not. */
interface Surplus {
  passage: Passage;
  grams: WeighedGrams;
  weight: number;
}

/** Of those that weigh at least so much. */
function findSurplus({ passages, grams, partners }: Side, other: Side, least: number): Surplus[] {
  const columns = makeColumns(grams.reduce((sum, own) => sum + sizeOf(own), 0));
  let end = 0;
  return passages.flatMap(({ passage, folded }, index) => {
    const at = partners.get(index) ?? -1;
    const [all, partner, beside] = [grams[index], other.passages[at], other.grams[at]];
    if (!all || !partner || !beside || passage.heading || partner.folded === folded) return [];
    const rest = beyond(all, beside, columns, end);
    const weight = totalWeight(rest);
    if (weight < least) return [];
    end = rest.to;
    return { passage, grams: rest, weight };
  });
}

function wholesOf(side: Side, other: Side): Map<number, Passage> {
  const { passages, grams, partners } = side;
  const wholes = new Map<number, Passage>();
  const alone = passages.map(({ passage }, index) => {
    const own = grams[index];
    if (!own || passage.heading || partners.has(index) || sizeOf(own) < SHORTEST_PART) return undefined;
    return own;
  });
  const lightest = alone.reduce((least, own) => Math.min(least, own ? totalWeight(own) : least), Infinity);
  if (lightest === Infinity) return wholes;
  const surplus = findSurplus(other, side, PART * lightest);
  const others = surplus.map((one) => one.grams);
  shareWeights(alone, others, (index, roughly) => {
    const own = alone[index];
    const whole = own && findWhole(own, surplus, roughly);
    if (whole) wholes.set(index, whole);
  });
  return wholes;
}

/** `roughly` is the weight that the passage shares with each, but for the order in which it was added up. */
function findWhole(
  grams: WeighedGrams,
  surplus: readonly Surplus[],
  roughly: Float64Array,
): Passage | undefined {
  const least = PART * totalWeight(grams);
  let best: { passage: Passage; weight: number } | undefined;
  for (const [index, other] of surplus.entries()) {
    if ((roughly[index] ?? 0) < least * NEARLY) continue;
    if (other.weight < Math.max(least, best?.weight ?? 0)) continue;
    const weight = sharedWeight(grams, other.grams);
    if (weight >= least && weight > (best?.weight ?? 0)) best = { passage: other.passage, weight };
  }
  return best?.passage;
}
