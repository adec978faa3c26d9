/** Numbers as few bits: how the lists of an index are stored. */

/** The part of a Rice code below its unary part, so that numbers about `mean` take the fewest bits. */
export function riceWidth(mean: number): number {
  let width = 0;
  for (let power = 2; power * 3 <= mean * 2; power *= 2) width += 1;
  return width;
}

/** The number of binary digits of a number above 0. */
const digitsOf = (value: number): number => 32 - Math.clz32(value);

/** What can be written at a time beside the bits that are pending. */
const MOST_BITS = 25;
/** Digits of the largest number whose gamma code is no longer than that. */
const MOST_GAMMA = 13;

/** Grows as it is written; the first bit is the highest of the first byte. */
export class BitWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  /** Whole bytes. */
  #length = 0;
  /** The bits behind them, fewer than 8, and how many there are. */
  #rest = 0;
  #pending = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Bytes written, the last of them perhaps in part. */
  get length(): number {
    return this.#pending === 0 ? this.#length : this.#length + 1;
  }

  /** The lowest `width` bits of a number, 25 at most. */
  bits(value: number, width: number): void {
    if (this.#length + 4 > this.#bytes.length) this.#grow(4);
    let rest = (this.#rest << width) | (value & ((1 << width) - 1));
    let pending = this.#pending + width;
    while (pending >= 8) {
      pending -= 8;
      this.#bytes[this.#length++] = rest >>> pending;
    }
    rest &= (1 << pending) - 1;
    this.#rest = rest;
    this.#pending = pending;
  }

  /** So many zeros, and a one. */
  unary(zeros: number): void {
    let left = zeros;
    for (; left > 23; left -= 24) this.bits(0, 24);
    this.bits(1, left + 1);
  }

  /** A number above 0, below 2^24, in Elias's gamma code: small ones are short. */
  gamma(value: number): void {
    const digits = digitsOf(value);
    if (digits <= MOST_GAMMA) {
      this.bits(value, digits * 2 - 1);
      return;
    }
    this.bits(0, digits - 1);
    this.bits(value, digits);
  }

  /** A number from 0, of which `width` binary digits, 24 at most, are written plainly. */
  rice(value: number, width: number): void {
    const zeros = value >>> width;
    if (zeros + width < MOST_BITS) {
      this.bits((1 << width) | (value & ((1 << width) - 1)), zeros + 1 + width);
      return;
    }
    this.unary(zeros);
    this.bits(value, width);
  }

  /** A number from 0 as bytes of seven bits, at the beginning of a byte. */
  varint(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  byte(value: number): void {
    this.align();
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  /** Goes on at the beginning of a byte. */
  align(): void {
    if (this.#pending === 0) return;
    this.bits(0, 8 - this.#pending);
  }

  /** Adds whole bytes of another text, from `begin` to `end`, at the beginning of a byte. */
  copy(bytes: Uint8Array, begin: number, end: number): void {
    this.align();
    if (this.#length + end - begin > this.#bytes.length) this.#grow(end - begin);
    let to = this.#length;
    for (let at = begin; at < end; at++) this.#bytes[to++] = bytes[at] ?? 0;
    this.#length = to;
  }

  /** What was written, until the next thing is; what comes next begins with a byte. */
  view(): Uint8Array {
    this.align();
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
    this.#rest = 0;
    this.#pending = 0;
  }

  /** A copy of what was written; what comes next begins with a byte. */
  take(): Uint8Array<ArrayBuffer> {
    this.align();
    return this.#bytes.slice(0, this.#length);
  }

  #grow(more: number): void {
    const grown = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Reads what a BitWriter has written. Throws a RangeError at the end of the bytes. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  /** Bits of the byte before `#at` that are still to be read. */
  #left = 0;

  constructor(bytes: Uint8Array, begin = 0) {
    this.#bytes = bytes;
    this.#at = begin;
  }

  /** Goes on at the beginning of another byte. */
  moveTo(begin: number): void {
    this.#at = begin;
    this.#left = 0;
  }

  bits(width: number): number {
    let value = 0;
    let wanted = width;
    while (wanted > 0) {
      if (this.#left === 0) this.#next();
      const take = wanted < this.#left ? wanted : this.#left;
      this.#left -= take;
      wanted -= take;
      const piece = ((this.#bytes[this.#at - 1] ?? 0) >>> this.#left) & ((1 << take) - 1);
      value = (value << take) | piece;
    }
    return value;
  }

  unary(): number {
    let zeros = 0;
    for (;;) {
      if (this.#left === 0) this.#next();
      const rest = (this.#bytes[this.#at - 1] ?? 0) & ((1 << this.#left) - 1);
      if (rest !== 0) {
        const skipped = this.#left - digitsOf(rest);
        this.#left -= skipped + 1;
        return zeros + skipped;
      }
      zeros += this.#left;
      this.#left = 0;
    }
  }

  gamma(): number {
    const more = this.unary();
    return more === 0 ? 1 : (1 << more) | this.bits(more);
  }

  rice(width: number): number {
    const high = this.unary();
    return width === 0 ? high : (high << width) | this.bits(width);
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  byte(): number {
    this.#next();
    this.#left = 0;
    return this.#bytes[this.#at - 1] ?? 0;
  }

  align(): void {
    this.#left = 0;
  }

  #next(): void {
    if (this.#at >= this.#bytes.length) throw new RangeError('the bytes end too soon');
    this.#at += 1;
    this.#left = 8;
  }
}
