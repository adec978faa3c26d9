import { GramNumbers } from './gram-numbers.ts';

/**
 * Pairs of neighbouring characters of a folded text, in the order of their first places in it: those from `from` to
 * before `to` of columns that all texts of a document share, which costs far less than columns of each text.
 */
export interface Grams {
  /** The pairs by their numbers, which are the same for all texts. */
  readonly pairs: Int32Array;
  /** How often each of them occurs. */
  readonly counts: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Pairs with how much each of them tells. */
export interface WeighedGrams extends Grams {
  readonly weights: Float64Array;
}

const numbers = new GramNumbers();

/** A figure for each pair by its number. Whoever writes into it leaves it all zeros again. */
let figures = new Int32Array(0);

function figuresOfPairs(): Int32Array {
  if (figures.length < numbers.count) figures = new Int32Array(numbers.count * 2);
  return figures;
}

/** How many pairs have a number; all are less. */
export function countPairs(): number {
  return numbers.count;
}

/** How many different pairs a text has. */
export function sizeOf({ from, to }: Grams): number {
  return to - from;
}

/** Where the pairs of a document are worked out; what is kept of them are copies. */
let working = { pairs: new Int32Array(0), counts: new Int32Array(0) };

/** The pairs of folded texts. A text of one character has none, and is compared as a whole only. */
export function gramsOf(texts: readonly string[]): Grams[] {
  const size = texts.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
  if (working.pairs.length < size)
    working = { pairs: new Int32Array(2 * size), counts: new Int32Array(2 * size) };
  const { pairs, counts } = working;
  let last = 0;
  for (const text of texts) last = numbers.numberPairs(text, pairs, last);
  const seen = figuresOfPairs();
  let [place, end] = [0, 0];
  const ends = texts.map((text) => {
    const from = end;
    const stop = place + Math.max(0, text.length - 1);
    for (; place < stop; place++) {
      const pair = pairs[place] ?? 0;
      const count = (seen[pair] ?? 0) + 1;
      seen[pair] = count;
      if (count === 1) pairs[end++] = pair;
    }
    for (let index = from; index < end; index++) {
      const pair = pairs[index] ?? 0;
      counts[index] = seen[pair] ?? 0;
      seen[pair] = 0;
    }
    return end;
  });
  const columns = { pairs: pairs.slice(0, end), counts: counts.slice(0, end) };
  return ends.map((to, index) => ({ ...columns, from: ends[index - 1] ?? 0, to }));
}

/** In fewer passages than this, that a pair stands in all of them doesn't make it common. */
const FEW = 20;

/**
 * Weighs pairs by how many passages of both documents hold them (inverse document frequency): next to nothing when every
 * passage has it, as 工作 or 教学, most when few do. What all of many passages say, as those written after one model do,
 * weighs nothing, so that only what is a passage's own finds its like.
 */
export function weighGrams(
  left: readonly Grams[],
  right: readonly Grams[],
): { left: WeighedGrams[]; right: WeighedGrams[] } {
  const holders = figuresOfPairs();
  const all = [...left, ...right];
  for (const { pairs, from, to } of all)
    for (let index = from; index < to; index++) {
      const pair = pairs[index] ?? 0;
      holders[pair] = (holders[pair] ?? 0) + 1;
    }
  const most = Math.max(all.length, FEW);
  const weightOf = Float64Array.from({ length: all.length + 1 }, (_none, count) => Math.log(most / count));
  const weighed = { left: weighSide(left, holders, weightOf), right: weighSide(right, holders, weightOf) };
  for (const grams of all) clear(holders, grams);
  return weighed;
}

function weighSide(side: readonly Grams[], holders: Int32Array, weightOf: Float64Array): WeighedGrams[] {
  const columns = new Map<Int32Array, Float64Array>();
  return side.map(({ pairs, counts, from, to }) => {
    const weights = columns.get(pairs) ?? new Float64Array(pairs.length);
    columns.set(pairs, weights);
    for (let index = from; index < to; index++)
      weights[index] = weightOf[holders[pairs[index] ?? 0] ?? 0] ?? 0;
    return { pairs, counts, weights, from, to };
  });
}

/** Sum of the weights of all pairs. */
export function totalWeight({ counts, weights, from, to }: WeighedGrams): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += (counts[index] ?? 0) * (weights[index] ?? 0);
  return sum;
}

/** Sum of the weights of the pairs that two texts share. */
export function sharedWeight(a: WeighedGrams, b: WeighedGrams): number {
  const [small, large] = sizeOf(a) <= sizeOf(b) ? [a, b] : [b, a];
  const others = figuresOfPairs();
  note(others, large);
  let sum = 0;
  const { pairs, counts, weights, from, to } = small;
  for (let index = from; index < to; index++) {
    const other = others[pairs[index] ?? 0] ?? 0;
    if (other > 0) sum += Math.min(counts[index] ?? 0, other) * (weights[index] ?? 0);
  }
  clear(others, large);
  return sum;
}

/** Columns of pairs that are filled one text after the other. */
export interface Columns {
  readonly pairs: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Float64Array;
}

/** Columns with room for so many pairs. */
export function makeColumns(size: number): Columns {
  return { pairs: new Int32Array(size), counts: new Int32Array(size), weights: new Float64Array(size) };
}

/** The pairs of `a` beyond those of `b`, put into the columns from `from` on. */
export function beyond(a: WeighedGrams, b: Grams, columns: Columns, from: number): WeighedGrams {
  const others = figuresOfPairs();
  note(others, b);
  let to = from;
  for (let index = a.from; index < a.to; index++) {
    const pair = a.pairs[index] ?? 0;
    const left = (a.counts[index] ?? 0) - (others[pair] ?? 0);
    if (left <= 0) continue;
    columns.pairs[to] = pair;
    columns.counts[to] = left;
    columns.weights[to] = a.weights[index] ?? 0;
    to += 1;
  }
  clear(others, b);
  return { ...columns, from, to };
}

function note(into: Int32Array, { pairs, counts, from, to }: Grams): void {
  for (let index = from; index < to; index++) into[pairs[index] ?? 0] = counts[index] ?? 0;
}

/** Sets the figures of a text's pairs back to zero. */
export function clear(from: Int32Array, grams: Grams): void {
  for (let index = grams.from; index < grams.to; index++) from[grams.pairs[index] ?? 0] = 0;
}
