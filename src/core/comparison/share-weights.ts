import { clear, countPairs, type Grams, sizeOf, type WeighedGrams } from './grams.ts';

/**
 * Tells for each text of `texts` the weight that it shares with each of `others`, by index; only sharers cost time.
 * What is undefined takes no part. The array that `tell` gets is filled anew for the next text.
 */
export function shareWeights(
  texts: readonly (WeighedGrams | undefined)[],
  others: readonly (Grams | undefined)[],
  tell: (text: number, shared: Float64Array) => void,
): void {
  fillHolders(others);
  const shared = new Float64Array(others.length);
  for (const [index, grams] of texts.entries()) {
    if (!grams) continue;
    shared.fill(0);
    addShared(grams, shared);
    tell(index, shared);
  }
  for (const grams of others) if (grams) clear(ends, grams);
}

/** For each pair the end of its stretch in `holders`, or 0; all zeros outside `shareWeights`. */
let ends = new Int32Array(0);

/** Which texts hold which pairs; filled anew each time, for arrays of that size cost more than what is in them. */
interface Holders {
  /** The texts, those that hold the same pair in a row. */
  texts: Int32Array;
  /** How often each of them holds it; the first of a row is negative. */
  counts: Int32Array;
}

const holders: Holders = { texts: new Int32Array(0), counts: new Int32Array(0) };

function fillHolders(of: readonly (Grams | undefined)[]): void {
  if (ends.length < countPairs()) ends = new Int32Array(countPairs() * 2);
  let size = 0;
  for (const grams of of) {
    if (!grams) continue;
    size += sizeOf(grams);
    for (let index = grams.from; index < grams.to; index++) {
      const pair = grams.pairs[index] ?? 0;
      ends[pair] = (ends[pair] ?? 0) - 1;
    }
  }
  if (holders.texts.length < size) {
    holders.texts = new Int32Array(2 * size);
    holders.counts = new Int32Array(2 * size);
  }
  const { texts, counts: held } = holders;
  let end = 0;
  for (const [text, grams] of of.entries()) {
    if (!grams) continue;
    const { pairs, counts, from, to } = grams;
    for (let index = from; index < to; index++) {
      const pair = pairs[index] ?? 0;
      let place = ends[pair] ?? 0;
      const count = counts[index] ?? 0;
      const isFirst = place < 0;
      if (isFirst) {
        const begin = end;
        end -= place;
        place = begin;
      }
      texts[place] = text;
      held[place] = isFirst ? -count : count;
      ends[pair] = place + 1;
    }
  }
}

/** From the last holder of each pair to the first. */
function addShared(grams: WeighedGrams, shared: Float64Array): void {
  const { texts, counts: held } = holders;
  const { pairs, counts, weights, from, to } = grams;
  for (let index = from; index < to; index++) {
    let place = ends[pairs[index] ?? 0] ?? 0;
    if (place === 0) continue;
    const own = counts[index] ?? 0;
    const weight = weights[index] ?? 0;
    for (let isFirst = false; !isFirst; ) {
      place -= 1;
      const text = texts[place] ?? 0;
      const other = held[place] ?? 0;
      isFirst = other < 0;
      const count = isFirst ? -other : other;
      shared[text] = (shared[text] ?? 0) + (own < count ? own : count) * weight;
    }
  }
}
