/** First size of the table; it doubles when it is half full. */
const FIRST_SIZE = 1 << 14;
/** Spreads keys that differ in their last bits only (Knuth's multiplicative hash). */
const SPREAD = 0x9e3779b1;

/**
 * Numbers pairs of characters from 0 on, in the order in which they are first asked for, so that what is known of them
 * can stand in plain arrays. A hash table in two arrays: a `Map` of as many numbers takes several times as long.
 */
export class GramNumbers {
  /** How many pairs have a number. */
  count = 0;
  private keys = new Uint32Array(FIRST_SIZE);
  /** A number plus one; 0 for a free place. */
  private numbers = new Int32Array(FIRST_SIZE);

  /** The number of a pair, its first UTF-16 unit in the upper half of `gram`. */
  numberOf(gram: number): number {
    const place = this.placeOf(gram);
    const known = this.numbers[place] ?? 0;
    if (known > 0) return known - 1;
    this.count += 1;
    this.keys[place] = gram;
    this.numbers[place] = this.count;
    if (this.count * 2 > this.keys.length) this.grow();
    return this.count - 1;
  }

  /** Where the pair stands, or would. */
  private placeOf(gram: number): number {
    const { keys, numbers } = this;
    const last = keys.length - 1;
    let place = (Math.imul(gram, SPREAD) >>> 7) & last;
    while (numbers[place] !== 0 && keys[place] !== gram) place = (place + 1) & last;
    return place;
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.numbers = new Int32Array(keys.length * 2);
    for (const [index, number] of numbers.entries()) {
      if (number === 0) continue;
      const gram = keys[index] ?? 0;
      const place = this.placeOf(gram);
      this.keys[place] = gram;
      this.numbers[place] = number;
    }
  }
}
