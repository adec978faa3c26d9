/** In how many documents each of many terms stands. */

/** Numbers from 1 for the UTF-16 units that stand at one place of the terms, by unit; 0 for all others. */
function numberUnits(terms: readonly string[], at: number): { numbers: Uint16Array; count: number } {
  const numbers = new Uint16Array(0x10000);
  let count = 0;
  for (const term of terms) {
    const unit = term.charCodeAt(at);
    if (numbers[unit] === 0) numbers[unit] = ++count;
  }
  return { numbers, count };
}

/**
 * Terms by the two units that they begin with. Whether any begins so is asked of most places of a text, and answered
 * from so few bits that they stay at hand.
 */
class TermTable {
  readonly #begins: Uint16Array;
  readonly #follows: Uint16Array;
  readonly #width: number;
  readonly #bits: Uint32Array;
  readonly #lists = new Map<number, number[]>();

  constructor(terms: readonly string[]) {
    const [first, second] = [numberUnits(terms, 0), numberUnits(terms, 1)];
    this.#begins = first.numbers;
    this.#follows = second.numbers;
    this.#width = second.count + 1;
    this.#bits = new Uint32Array((((first.count + 1) * this.#width) >>> 5) + 1);
    for (const [index, term] of terms.entries()) {
      const cell = this.#cellOf(term.charCodeAt(0), term.charCodeAt(1));
      this.#bits[cell >>> 5] = (this.#bits[cell >>> 5] ?? 0) | (1 << (cell & 31));
      const list = this.#lists.get(cell);
      if (list) list.push(index);
      else this.#lists.set(cell, [index]);
    }
  }

  /** Hands on each place of a text where terms may begin, with their numbers. */
  find(text: string, take: (at: number, terms: readonly number[]) => void): void {
    let unit = text.charCodeAt(0);
    for (let at = 0; at + 1 < text.length; at++) {
      const next = text.charCodeAt(at + 1);
      const cell = this.#cellOf(unit, next);
      unit = next;
      if ((((this.#bits[cell >>> 5] ?? 0) >>> (cell & 31)) & 1) === 0) continue;
      take(at, this.#lists.get(cell) ?? []);
    }
  }

  /** No term has a cell of number 0 in its row or column. */
  #cellOf(unit: number, next: number): number {
    return (this.#begins[unit] ?? 0) * this.#width + (this.#follows[next] ?? 0);
  }
}

/**
 * For each term the number of `texts` that contain it. Terms and texts are normalised; terms have at least two UTF-16
 * units. Each text is read once, however many terms there are.
 */
export function countDocuments(terms: readonly string[], texts: readonly string[]): number[] {
  const table = new TermTable(terms);
  // Most terms that begin as a text goes on differ from it in the third unit; 0 for terms of two.
  const thirds = Uint16Array.from(terms, (term) => (term.length > 2 ? term.charCodeAt(2) : 0));
  const counts = new Array<number>(terms.length).fill(0);
  const seenIn = new Int32Array(terms.length).fill(-1);
  for (const [number, text] of texts.entries()) {
    table.find(text, (at, list) => {
      const third = text.charCodeAt(at + 2);
      for (const index of list) {
        const own = thirds[index] ?? 0;
        if (seenIn[index] === number || (own !== 0 && own !== third)) continue;
        if (!text.startsWith(terms[index] ?? '', at)) continue;
        seenIn[index] = number;
        counts[index] = (counts[index] ?? 0) + 1;
      }
    });
  }
  return counts;
}
