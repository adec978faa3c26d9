/** All documents' texts as one row of characters, and where each pair of them stands in it. */

/** Stands behind each block: a character of no text. */
export const GAP = 0;

/** Where a character stands before another one, or before a gap. */
export interface Pair {
  readonly second: number;
  /** Indexes into the row, ascending. */
  readonly places: Uint32Array;
}

/** All pairs that begin with one character, in order of the second. */
export interface Beginning {
  readonly first: number;
  readonly pairs: readonly Pair[];
}

/** Grows as documents are added. Characters are code points. */
export class TextStore {
  #row = new Uint32Array(1 << 16);
  #length = 0;
  /** Where each document begins in the row; and, last, where the row ends. */
  readonly starts: number[] = [0];
  /** Characters of text per document. */
  readonly lengths: number[] = [];

  /** Adds a document: its normalised blocks. It gets the next number from 0. */
  add(blocks: readonly string[]): void {
    let characters = 0;
    for (const block of blocks) {
      this.#reserve(block.length + 1);
      const begin = this.#length;
      for (const character of block) this.#row[this.#length++] = character.codePointAt(0) ?? GAP;
      characters += this.#length - begin;
      this.#row[this.#length++] = GAP;
    }
    this.lengths.push(characters);
    this.starts.push(this.#length);
  }

  /** The number of characters, gaps included. */
  get length(): number {
    return this.#length;
  }

  /** All characters in order of their code points, each with its pairs. */
  *beginnings(): Generator<Beginning> {
    const row = this.#row.subarray(0, this.#length);
    const alphabet = alphabetOf(row);
    const ranks = rankIn(row, alphabet);
    // Sorted by the second character, then by the first without losing that order.
    const bySecond = sortPlaces(textPlaces(ranks), ranks, 1, alphabet.length);
    const { places, begins } = sortPlaces(bySecond.places, ranks, 0, alphabet.length);
    for (const [rank, first] of alphabet.entries()) {
      if (first === GAP) continue;
      yield { first, pairs: cutPairs(places.subarray(begins[rank], begins[rank + 1]), row) };
    }
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#row.length) return;
    const grown = new Uint32Array(Math.max(needed, this.#row.length * 2));
    grown.set(this.#row.subarray(0, this.#length));
    this.#row = grown;
  }
}

const CODE_POINTS = 0x110000;

/** The code points that occur in the row, in order; the gap is always the first. */
function alphabetOf(row: Uint32Array): number[] {
  const seen = new Uint8Array(CODE_POINTS);
  seen[GAP] = 1;
  for (let place = 0; place < row.length; place++) seen[row[place] ?? GAP] = 1;
  const alphabet: number[] = [];
  for (let character = 0; character < CODE_POINTS; character++) if (seen[character]) alphabet.push(character);
  return alphabet;
}

/** The row with each character's place in the alphabet instead; the gap has the first. */
function rankIn(row: Uint32Array, alphabet: readonly number[]): Uint32Array {
  const ranks = new Uint32Array(CODE_POINTS);
  for (const [rank, character] of alphabet.entries()) ranks[character] = rank;
  const ranked = new Uint32Array(row.length);
  for (let place = 0; place < row.length; place++) ranked[place] = ranks[row[place] ?? GAP] ?? GAP;
  return ranked;
}

/** The places of all characters of text. */
function textPlaces(ranks: Uint32Array): Uint32Array {
  const places = new Uint32Array(ranks.length);
  let count = 0;
  for (let place = 0; place < ranks.length; place++) if (ranks[place] !== GAP) places[count++] = place;
  return places.subarray(0, count);
}

/**
 * Sorts places by the rank, below `count`, of the character that stands `offset` behind them, and keeps the order of
 * equals: a counting sort. `begins[rank]` is where a rank's places begin. Loops count, for iterating over typed arrays
 * of millions takes several times as long.
 */
function sortPlaces(
  places: Uint32Array,
  ranks: Uint32Array,
  offset: number,
  count: number,
): { places: Uint32Array; begins: Uint32Array } {
  const begins = new Uint32Array(count + 1);
  for (let at = 0; at < places.length; at++) {
    const next = (ranks[(places[at] ?? 0) + offset] ?? GAP) + 1;
    begins[next] = (begins[next] ?? 0) + 1;
  }
  for (let rank = 0; rank < count; rank++) begins[rank + 1] = (begins[rank + 1] ?? 0) + (begins[rank] ?? 0);
  const free = begins.slice();
  const sorted = new Uint32Array(places.length);
  for (let from = 0; from < places.length; from++) {
    const place = places[from] ?? 0;
    const rank = ranks[place + offset] ?? GAP;
    const at = free[rank] ?? 0;
    sorted[at] = place;
    free[rank] = at + 1;
  }
  return { places: sorted, begins };
}

/** Cuts the places of one first character, sorted by the second, into pairs. */
function cutPairs(places: Uint32Array, row: Uint32Array): Pair[] {
  const pairs: Pair[] = [];
  let begin = 0;
  let second = row[(places[0] ?? 0) + 1] ?? GAP;
  for (let at = 1; at <= places.length; at++) {
    const next = at < places.length ? row[(places[at] ?? 0) + 1] : undefined;
    if (next === second) continue;
    pairs.push({ second, places: places.subarray(begin, at) });
    begin = at;
    second = next ?? GAP;
  }
  return pairs;
}
