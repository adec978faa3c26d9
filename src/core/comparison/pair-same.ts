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
/** Of a passage that takes no part. */
const NO_KEY = -1;

/**
 * Pairs passages of the same words. Where the same words stand several times, as boilerplate does, those under the
 * same headings go together first, then whatever is left in order of place.
 */
export function pairSame(left: readonly Prepared[], right: readonly Prepared[], pairing: Pairing): void {
  const keys = new Keys(left.length + right.length);
  const [ofLeft, ofRight] = [keys.of(left), keys.of(right)];
  for (const kind of ['places', 'kinds', 'words'] as const) pairByKey(ofLeft[kind], ofRight[kind], pairing);
}

/** What passages may be the same by, as numbers: the same for the same. */
interface PassageKeys {
  /** The words, whether they are a heading, and the headings above. */
  places: number[];
  /** The words and whether they are a heading. */
  kinds: number[];
  /** The words alone. */
  words: number[];
}

/** Numbers words and places once for a comparison, so that no text is looked up or put together again. */
class Keys {
  private readonly words = new Map<string, number>();
  /** Headings above, as those above the last of them and its words. */
  private readonly paths = new Map<number, number>();
  private readonly places = new Map<number, number>();
  /** More than there are words, kinds of them or paths. */
  private readonly most: number;

  constructor(passages: number) {
    this.most = 2 * passages + 1;
  }

  of(side: readonly Prepared[]): PassageKeys {
    const keys: PassageKeys = { places: [], kinds: [], words: [] };
    /** By index of a passage the headings above what stands under it. */
    const below: number[] = [];
    for (const { passage, folded } of side) {
      const word = numberOf(this.words, folded);
      const kind = 2 * word + (passage.heading ? 1 : 0);
      const path = below[passage.parent] ?? 0;
      below.push(passage.heading ? 1 + numberOf(this.paths, path * this.most + word) : 0);
      keys.places.push(numberOf(this.places, path * this.most + kind));
      keys.kinds.push(kind);
      keys.words.push(folded.length < SHORTEST_ACROSS_KINDS ? NO_KEY : word);
    }
    return keys;
  }
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Pairs, in order of place, what is still free and has the same key. */
function pairByKey(left: readonly number[], right: readonly number[], pairing: Pairing): void {
  /** By key the first of the right passages that wait for it, and by passage the next one. */
  const first = new Map<number, number>();
  const next = new Map<number, number>();
  for (let index = right.length - 1; index >= 0; index--) {
    const key = right[index] ?? NO_KEY;
    if (key === NO_KEY || pairing.byRight.has(index)) continue;
    const later = first.get(key);
    if (later !== undefined) next.set(index, later);
    first.set(key, index);
  }
  if (first.size === 0) return;
  for (const [index, key] of left.entries()) {
    if (key === NO_KEY || pairing.byLeft.has(index)) continue;
    const partner = first.get(key) ?? NO_KEY;
    if (partner === NO_KEY) continue;
    pairing.add({ left: index, right: partner });
    first.set(key, next.get(partner) ?? NO_KEY);
  }
}
