import type { Prepared } from './prepare.ts';

/** Two passages taken for one and the same in two documents: indices into the left and the right one. */
export interface Pair {
  left: number;
  right: number;
}

/** What has been paired so far, by index of either side. */
export class Pairing {
  readonly byLeft = new Map<number, number>();
  readonly byRight = new Map<number, number>();

  add({ left, right }: Pair): void {
    this.byLeft.set(left, right);
    this.byRight.set(right, left);
  }

  isFree({ left, right }: Pair): boolean {
    return !this.byLeft.has(left) && !this.byRight.has(right);
  }
}

/** A text shorter than this, in UTF-16 units, is too common to be the same as heading and as paragraph. */
const SHORTEST_ACROSS_KINDS = 4;

/**
 * Pairs passages of the same words. Where the same words stand several times, as boilerplate does, those under the
 * same headings go together first, then whatever is left in order of place.
 */
export function pairSame(left: readonly Prepared[], right: readonly Prepared[], pairing: Pairing): void {
  pairByKey(left, right, ({ place }) => place, pairing);
  pairByKey(left, right, ({ kind }) => kind, pairing);
  const words = ({ folded }: Prepared): string | undefined =>
    folded.length < SHORTEST_ACROSS_KINDS ? undefined : folded;
  pairByKey(left, right, words, pairing);
}

/** Pairs, in order of place, what is still free and has the same key; without a key nothing is paired. */
function pairByKey(
  left: readonly Prepared[],
  right: readonly Prepared[],
  keyOf: (prepared: Prepared) => string | undefined,
  pairing: Pairing,
): void {
  const waiting = new Map<string, number[]>();
  for (const [index, prepared] of right.entries()) {
    const key = pairing.byRight.has(index) ? undefined : keyOf(prepared);
    if (key === undefined) continue;
    const queue = waiting.get(key);
    if (queue) queue.push(index);
    else waiting.set(key, [index]);
  }
  for (const queue of waiting.values()) queue.reverse();
  for (const [index, prepared] of left.entries()) {
    const key = pairing.byLeft.has(index) ? undefined : keyOf(prepared);
    const partner = key === undefined ? undefined : waiting.get(key)?.pop();
    if (partner !== undefined) pairing.add({ left: index, right: partner });
  }
}
