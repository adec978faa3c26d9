/** Goes through the words of several shards in their common order. */
import type { WordLists } from './word-lists.ts';

/** What a shard has of one word in one field. */
export interface Piece {
  readonly shard: number;
  readonly lists: WordLists;
  /** The word's number in the lists. */
  readonly at: number;
}

/** Goes through one field's words in all shards at once. */
export class WordCursor {
  readonly #lists: readonly WordLists[];
  readonly #next: number[];

  constructor(lists: readonly WordLists[]) {
    this.#lists = lists;
    this.#next = lists.map(() => 0);
  }

  /** The first word that is left. */
  peek(): number | undefined {
    let least = Number.POSITIVE_INFINITY;
    for (let shard = 0; shard < this.#lists.length; shard++) {
      const key = this.#lists[shard]?.keys[this.#next[shard] ?? 0] ?? Number.POSITIVE_INFINITY;
      if (key < least) least = key;
    }
    return least === Number.POSITIVE_INFINITY ? undefined : least;
  }

  /** What the shards have of a word; words before it are passed over. */
  take(key: number): Piece[] {
    const pieces: Piece[] = [];
    for (let shard = 0; shard < this.#lists.length; shard++) {
      const lists = this.#lists[shard];
      if (!lists) continue;
      let at = this.#next[shard] ?? 0;
      while ((lists.keys[at] ?? Number.POSITIVE_INFINITY) < key) at += 1;
      if (lists.keys[at] === key) pieces.push({ shard, lists, at: at++ });
      this.#next[shard] = at;
    }
    return pieces;
  }
}
