/** The texts of some documents as one row of characters, and where each pair of them stands in it. */

/** Stands behind each block: a character of no text. */
export const GAP = 0;

/** Takes what stands in the texts, in order of the first character and then of the second. */
export interface PlaceTaker {
  /** All places of a character, in any order. */
  character(first: number, places: Uint32Array): void;
  /** Where a character stands before another one, ascending. */
  pair(first: number, second: number, places: Uint32Array): void;
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

  /** The document that each character of the row belongs to. */
  documentsOfRow(): Uint32Array {
    const documents = new Uint32Array(this.#length);
    for (const [document, start] of this.starts.entries()) {
      documents.fill(document, start, this.starts[document + 1] ?? this.#length);
    }
    return documents;
  }

  /** Goes through all characters in order of their code points, each with its pairs. */
  tell(taker: PlaceTaker): void {
    const row = this.#row.subarray(0, this.#length);
    const alphabet = alphabetOf(row);
    const ranks = rankIn(row, alphabet);
    // Sorted by the second character, then by the first without losing that order.
    const bySecond = sortPlaces(textPlaces(ranks), ranks, 1, alphabet.length);
    const { places, begins } = sortPlaces(bySecond.places, ranks, 0, alphabet.length);
    for (const [rank, first] of alphabet.entries()) {
      if (first === GAP) continue;
      const own = places.subarray(begins[rank], begins[rank + 1]);
      taker.character(first, own);
      tellPairs(first, own, row, taker);
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
  let last = 0;
  for (let place = 0; place < row.length; place++) {
    const character = row[place] ?? GAP;
    seen[character] = 1;
    if (character > last) last = character;
  }
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

/** Cuts the places of one first character, sorted by the second, into pairs; the last character of a block is in none. */
function tellPairs(first: number, places: Uint32Array, row: Uint32Array, taker: PlaceTaker): void {
  let begin = 0;
  while (begin < places.length) {
    const second = row[(places[begin] ?? 0) + 1] ?? GAP;
    let end = begin + 1;
    while (end < places.length && row[(places[end] ?? 0) + 1] === second) end += 1;
    if (second !== GAP) taker.pair(first, second, places.subarray(begin, end));
    begin = end;
  }
}
