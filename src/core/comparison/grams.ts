/** Pairs of neighbouring characters of a folded text, each with how often it occurs; a pair is one number. */
export type Grams = ReadonlyMap<number, number>;

const UNITS = 0x10000;

/** The pairs of a folded text. A text of one character has none, and is compared as a whole only. */
export function gramsOf(folded: string): Grams {
  const grams = new Map<number, number>();
  for (let index = 1; index < folded.length; index++) {
    const gram = folded.charCodeAt(index - 1) * UNITS + folded.charCodeAt(index);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** How much a pair tells: next to nothing when every passage has it, as 工作 or 教学, most when few do. */
export type Weigh = (gram: number) => number;

/** In fewer passages than this, that a pair stands in all of them doesn't make it common. */
const FEW = 20;

/**
 * Weights from how many of all passages hold a pair (inverse document frequency). What all of many passages say, as
 * those written after one model do, weighs nothing, so that only what is a passage's own finds its like.
 */
export function weighGrams(all: readonly Grams[]): Weigh {
  const holders = new Map<number, number>();
  for (const grams of all) for (const gram of grams.keys()) holders.set(gram, (holders.get(gram) ?? 0) + 1);
  const weights = new Map<number, number>();
  for (const [gram, count] of holders) weights.set(gram, Math.log(Math.max(all.length, FEW) / count));
  return (gram) => weights.get(gram) ?? 0;
}

/** Sum of the weights of all pairs. */
export function totalWeight(grams: Grams, weigh: Weigh): number {
  let sum = 0;
  for (const [gram, count] of grams) sum += count * weigh(gram);
  return sum;
}

/** Sum of the weights of the pairs that two texts share. */
export function sharedWeight(a: Grams, b: Grams, weigh: Weigh): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [gram, count] of small) sum += Math.min(count, large.get(gram) ?? 0) * weigh(gram);
  return sum;
}

/** The pairs of `a` beyond those of `b`. */
export function beyond(a: Grams, b: Grams): Grams {
  const rest = new Map<number, number>();
  for (const [gram, count] of a) {
    const left = count - (b.get(gram) ?? 0);
    if (left > 0) rest.set(gram, left);
  }
  return rest;
}
