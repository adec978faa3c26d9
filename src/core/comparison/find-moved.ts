import type { Pair, Pairing } from './pair-same.ts';
import type { Prepared } from './prepare.ts';

/**
 * The left indices of paired passages that stand elsewhere: under another heading, or in another order than the most
 * of their neighbours under the same one. That a measure's number has changed, as when one before it was dropped, or
 * that its whole section has moved, makes it none.
 */
export function findMoved(
  left: readonly Prepared[],
  right: readonly Prepared[],
  { byLeft }: Pairing,
): Set<number> {
  const moved = new Set<number>();
  const siblings = new Map<number, Pair[]>();
  for (const index of left.keys()) {
    const partner = byLeft.get(index);
    if (partner === undefined) continue;
    const [above, other] = [left[index]?.passage.parent ?? -1, right[partner]?.passage.parent ?? -1];
    if (above < 0 || other < 0 ? above !== other : byLeft.get(above) !== other) {
      moved.add(index);
      continue;
    }
    const group = siblings.get(above) ?? [];
    siblings.set(above, group);
    group.push({ left: index, right: partner });
  }
  for (const group of siblings.values()) {
    const kept = new Set(longestRising(group.map((pair) => pair.right)));
    for (const [place, pair] of group.entries()) if (!kept.has(place)) moved.add(pair.left);
  }
  return moved;
}

/** Indices of a longest rising subsequence of distinct numbers (patience sorting). */
function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const rising: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) rising.push(index);
  return rising.reverse();
}
