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
  const holders = holdersOf(others);
  const shared = new Float64Array(others.length);
  for (const [index, grams] of texts.entries()) {
    if (!grams) continue;
    shared.fill(0);
    addShared(grams, holders, shared);
    tell(index, shared);
  }
  for (const grams of others) if (grams) clear(ends, grams);
}

/** For each pair the end of its stretch in what `holdersOf` gives, or 0; all zeros outside `shareWeights`. */
let ends = new Int32Array(0);

/** Which texts hold which pairs. */
interface Holders {
  /** The texts, those that hold the same pair in a row. */
  readonly texts: Int32Array;
  /** How often each of them holds it; the first of a row is negative. */
  readonly counts: Int32Array;
}

function holdersOf(texts: readonly (Grams | undefined)[]): Holders {
  if (ends.length < countPairs()) ends = new Int32Array(countPairs() * 2);
  let size = 0;
  for (const grams of texts) {
    if (!grams) continue;
    size += sizeOf(grams);
    for (let index = grams.from; index < grams.to; index++) {
      const pair = grams.pairs[index] ?? 0;
      ends[pair] = (ends[pair] ?? 0) - 1;
    }
  }
  const holders = { texts: new Int32Array(size), counts: new Int32Array(size) };
  let end = 0;
  for (const [text, grams] of texts.entries()) {
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
      holders.texts[place] = text;
      holders.counts[place] = isFirst ? -count : count;
      ends[pair] = place + 1;
    }
  }
  return holders;
}

/** From the last holder of each pair to the first. */
function addShared(grams: WeighedGrams, holders: Holders, shared: Float64Array): void {
  const { pairs, counts, weights, from, to } = grams;
  for (let index = from; index < to; index++) {
    let place = ends[pairs[index] ?? 0] ?? 0;
    if (place === 0) continue;
    const own = counts[index] ?? 0;
    const weight = weights[index] ?? 0;
    for (let isFirst = false; !isFirst; ) {
      place -= 1;
      const text = holders.texts[place] ?? 0;
      const held = holders.counts[place] ?? 0;
      isFirst = held < 0;
      const count = isFirst ? -held : held;
      shared[text] = (shared[text] ?? 0) + (own < count ? own : count) * weight;
    }
  }
}
