import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GramNumbers } from '../../../../src/core/comparison/gram-numbers.ts';
import {
  beyond,
  gramsOf,
  makeColumns,
  sharedWeight,
  sizeOf,
  totalWeight,
  type WeighedGrams,
  weighGrams,
} from '../../../../src/core/comparison/grams.ts';
import { shareWeights } from '../../../../src/core/comparison/share-weights.ts';

/** The pairs of a text and how often each occurs, in the plainest way. */
function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 1; index < text.length; index++) {
    const pair = text.slice(index - 1, index + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Total and shared weight, in the plainest way. */
function plainly(all: readonly string[], a: string, b: string): { total: number; shared: number } {
  const held = all.map(pairsOf);
  const weigh = (pair: string): number =>
    Math.log(Math.max(all.length, 20) / held.filter((pairs) => pairs.has(pair)).length);
  const other = pairsOf(b);
  let [total, shared] = [0, 0];
  for (const [pair, count] of pairsOf(a)) {
    total += count * weigh(pair);
    shared += Math.min(count, other.get(pair) ?? 0) * weigh(pair);
  }
  return { total, shared };
}

const texts = fc.array(
  fc.string({ unit: fc.constantFrom(...'教研工作听课评1a\ud83d\udcd6\u0000'), maxLength: 30 }),
  { minLength: 1, maxLength: 30 },
);

describe('pairs of characters', () => {
  test('are counted and weighed as they are in the plainest way', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const weighed = weighGrams(gramsOf(left), gramsOf(right));
        const all = [...left, ...right];
        const shares: number[][] = [];
        shareWeights(weighed.left, weighed.right, (index, shared) => {
          shares[index] = [...shared];
        });
        for (const [index, text] of left.entries()) {
          const own = weighed.left[index] as WeighedGrams;
          expect(sizeOf(own)).toBe(pairsOf(text).size);
          for (const [at, other] of right.entries()) {
            const expected = plainly(all, text, other);
            const beside = weighed.right[at] as WeighedGrams;
            expect(totalWeight(own)).toBeCloseTo(expected.total, 9);
            expect(sharedWeight(own, beside)).toBeCloseTo(expected.shared, 9);
            expect(shares[index]?.[at]).toBeCloseTo(expected.shared, 9);
            // What one has beyond the other and what they share make up the whole.
            const rest = beyond(own, beside, makeColumns(sizeOf(own) + at), at);
            expect(totalWeight(rest)).toBeCloseTo(expected.total - expected.shared, 9);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('of passages that take no part are not shared', () => {
    const { left, right } = weighGrams(gramsOf(['听课评课', '听课']), gramsOf(['听课', '评课']));
    const told: [number, boolean[]][] = [];
    shareWeights([left[0], undefined], [right[0], undefined], (index, shared) => {
      told.push([index, [...shared].map((weight) => weight > 0)]);
    });
    expect(told).toEqual([[0, [true, false]]]);
  });
});

test('numbers of pairs stay the same while the table grows', () => {
  const numbers = new GramNumbers();
  const grams = Array.from({ length: 50_000 }, (_none, index) => (index * 65_537 * 7) % 2 ** 32);
  const given = grams.map((gram) => numbers.numberOf(gram));
  expect(given).toEqual(grams.map((_gram, index) => index));
  expect(grams.map((gram) => numbers.numberOf(gram))).toEqual(given);
  expect(numbers.count).toBe(50_000);
});
