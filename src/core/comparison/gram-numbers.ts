/** First size of the table, in places; it doubles when it is half full. */
const FIRST_SIZE = 1 << 14;
/** Spreads keys that differ in their last bits only (Knuth's multiplicative hash). */
const SPREAD = 0x9e3779b1;

/**
 * Numbers pairs of characters from 0 on, in the order in which they are first asked for, so that what is known of them
 * can stand in plain arrays. A hash table in one array, for a `Map` of as many numbers takes several times as long.
 */
export class GramNumbers {
  /** How many pairs have a number. */
  count = 0;
  /** Two figures a place: the pair, and its number plus one, or 0 where the place is free. */
  private table = new Int32Array(2 * FIRST_SIZE);

  /** Writes the numbers of a text's neighbouring pairs into `numbers` from `at` on; gives the place behind the last. */
  numberPairs(text: string, numbers: Int32Array, at: number): number {
    let place = at;
    let before = text.charCodeAt(0);
    for (let index = 1; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      numbers[place++] = this.numberOf((before << 16) | unit);
      before = unit;
    }
    return place;
  }

  /** The number of a pair, its first UTF-16 unit in the upper half of `gram`. */
  numberOf(gram: number): number {
    // As the table holds it, whatever its sign was.
    const pair = gram | 0;
    const at = placeOf(this.table, pair);
    const known = this.table[at + 1] ?? 0;
    if (known > 0) return known - 1;
    this.count += 1;
    this.table[at] = pair;
    this.table[at + 1] = this.count;
    if (this.count * 4 > this.table.length) this.grow();
    return this.count - 1;
  }

  private grow(): void {
    const { table } = this;
    this.table = new Int32Array(table.length * 2);
    for (let index = 0; index < table.length; index += 2) {
      const [pair, number] = [table[index] ?? 0, table[index + 1] ?? 0];
      if (number === 0) continue;
      const at = placeOf(this.table, pair);
      this.table[at] = pair;
      this.table[at + 1] = number;
    }
  }
}

/** Where in the table the pair stands, or would. */
function placeOf(table: Int32Array, pair: number): number {
  const last = table.length - 2;
  let at = (Math.imul(pair, SPREAD) >>> 6) & last;
  while (table[at + 1] !== 0 && table[at] !== pair) at = (at + 2) & last;
  return at;
}
