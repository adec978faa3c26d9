/** The texts of some documents as one row of characters, and where each pair of them stands in it. */

/** Stands behind each block: a character of no text. */
export const GAP = 0;

/**
 * Where characters stand, one after another: for each its document, and its place counted from the document's beginning.
 * Ascending within each pair.
 */
export interface Places {
  readonly documents: Uint32Array;
  readonly places: Uint32Array;
}

/** Takes what stands in the texts, in order of the first character and then of the second: pieces of the same places. */
export interface PlaceTaker {
  /** All places of a character, in any order. */
  character(first: number, places: Places, begin: number, end: number): void;
  /** Where a character stands before another one. */
  pair(first: number, second: number, places: Places, begin: number, end: number): void;
}

/** Grows as documents are added. Characters are code points. */
export class TextStore {
  #row = new Uint32Array(1 << 12);
  #length = 0;
  /** Where each document begins in the row. */
  readonly starts: number[] = [];
  /** Characters of text per document. */
  readonly lengths: number[] = [];

  /** Adds a document: its normalised blocks. It gets the next number from 0. */
  add(blocks: readonly string[]): void {
    this.starts.push(this.#length);
    let characters = 0;
    for (const block of blocks) {
      this.#reserve(block.length + 1);
      const begin = this.#length;
      for (let at = 0; at < block.length; at++) {
        const character = block.codePointAt(at) ?? GAP;
        if (character > 0xffff) at += 1;
        this.#row[this.#length++] = character;
      }
      characters += this.#length - begin;
      this.#row[this.#length++] = GAP;
    }
    this.lengths.push(characters);
  }

  /** Goes through all characters in order of their code points, each with its pairs. */
  tell(taker: PlaceTaker): void {
    const row = this.#row.subarray(0, this.#length);
    const alphabet = alphabetOf(row);
    const ranks = rankIn(row, alphabet);
    // Sorted by the second character, then by the first without losing that order.
    const bySecond = sortPlaces(this.#textPlaces(ranks), 'second', alphabet.length);
    const { sorted, begins } = sortPlaces(bySecond.sorted, 'first', alphabet.length);
    for (const [rank, first] of alphabet.entries()) {
      if (first === GAP) continue;
      const [begin, end] = [begins[rank] ?? 0, begins[rank + 1] ?? 0];
      taker.character(first, sorted, begin, end);
      tellPairs(first, { sorted, begin, end, alphabet }, taker);
    }
  }

  /** The places of all characters of text. */
  #textPlaces(ranks: Uint32Array): SortedPlaces {
    const all = newPlaces(ranks.length);
    let count = 0;
    for (const [document, start] of this.starts.entries()) {
      const end = this.starts[document + 1] ?? this.#length;
      for (let place = start; place < end; place++) {
        const first = ranks[place] ?? GAP;
        if (first === GAP) continue;
        all.documents[count] = document;
        all.places[count] = place - start;
        all.first[count] = first;
        all.second[count] = ranks[place + 1] ?? GAP;
        count += 1;
      }
    }
    return { ...all, count };
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#row.length) return;
    const grown = new Uint32Array(Math.max(needed, this.#row.length * 2));
    grown.set(this.#row.subarray(0, this.#length));
    this.#row = grown;
  }
}

/** The code points that occur in the row, in order; the gap is always the first. */
function alphabetOf(row: Uint32Array): number[] {
  let last = GAP;
  for (let place = 0; place < row.length; place++) last = Math.max(last, row[place] ?? GAP);
  const seen = new Uint8Array(last + 1);
  seen[GAP] = 1;
  for (let place = 0; place < row.length; place++) seen[row[place] ?? GAP] = 1;
  const alphabet: number[] = [];
  for (let character = 0; character <= last; character++) if (seen[character]) alphabet.push(character);
  return alphabet;
}

/** The row with each character's place in the alphabet instead; the gap has the first. */
function rankIn(row: Uint32Array, alphabet: readonly number[]): Uint32Array {
  const ranks = new Uint32Array((alphabet.at(-1) ?? 0) + 1);
  for (const [rank, character] of alphabet.entries()) ranks[character] = rank;
  const ranked = new Uint32Array(row.length);
  for (let place = 0; place < row.length; place++) ranked[place] = ranks[row[place] ?? GAP] ?? GAP;
  return ranked;
}

/**
 * Places with the ranks of the character there and of the next one. They are kept beside the places and move with them:
 * looking each up in the row, all over the memory, takes several times as long.
 */
interface SortedPlaces extends Places {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly count: number;
}

const newPlaces = (count: number): SortedPlaces => ({
  documents: new Uint32Array(count),
  places: new Uint32Array(count),
  first: new Uint32Array(count),
  second: new Uint32Array(count),
  count,
});

/**
 * Sorts places by one of their ranks, which are below `ranks`, and keeps the order of equals: a counting sort.
 * `begins[rank]` is where a rank's places begin. Loops count, for iterating over typed arrays of millions takes several
 * times as long.
 */
function sortPlaces(
  from: SortedPlaces,
  by: 'first' | 'second',
  ranks: number,
): { sorted: SortedPlaces; begins: Uint32Array } {
  const keys = from[by];
  const begins = new Uint32Array(ranks + 1);
  for (let at = 0; at < from.count; at++) {
    const next = (keys[at] ?? 0) + 1;
    begins[next] = (begins[next] ?? 0) + 1;
  }
  for (let rank = 0; rank < ranks; rank++) begins[rank + 1] = (begins[rank + 1] ?? 0) + (begins[rank] ?? 0);
  const free = begins.slice();
  const sorted = newPlaces(from.count);
  for (let at = 0; at < from.count; at++) {
    const key = keys[at] ?? 0;
    const to = free[key] ?? 0;
    free[key] = to + 1;
    sorted.documents[to] = from.documents[at] ?? 0;
    sorted.places[to] = from.places[at] ?? 0;
    sorted.first[to] = from.first[at] ?? 0;
    sorted.second[to] = from.second[at] ?? 0;
  }
  return { sorted, begins };
}

/** The places of one character. */
interface PlacesOfOne {
  readonly sorted: SortedPlaces;
  readonly begin: number;
  readonly end: number;
  readonly alphabet: readonly number[];
}

/** Cuts the places of one first character, sorted by the second, into pairs; the last character of a block is in none. */
function tellPairs(first: number, { sorted, begin, end, alphabet }: PlacesOfOne, taker: PlaceTaker): void {
  const { second } = sorted;
  for (let at = begin; at < end; ) {
    const from = at;
    const rank = second[from] ?? 0;
    do at += 1;
    while (at < end && second[at] === rank);
    const character = alphabet[rank] ?? GAP;
    if (character !== GAP) taker.pair(first, character, sorted, from, at);
  }
}
