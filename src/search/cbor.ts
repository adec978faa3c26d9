/** Writes CBOR (RFC 8949), as far as Pagefind's files use it: unsigned integers, text, arrays. */

const UNSIGNED = 0x00;
const TEXT = 0x60;
const ARRAY = 0x80;

/** Grows as it is written. */
export class CborWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Bytes written. */
  get length(): number {
    return this.#length;
  }

  unsigned(value: number): void {
    this.#head(UNSIGNED, value);
  }

  /** Text of ASCII characters. */
  text(value: string): void {
    this.#head(TEXT, value.length);
    this.#reserve(value.length);
    for (let at = 0; at < value.length; at++) this.#bytes[this.#length++] = value.charCodeAt(at);
  }

  /** Begins an array of `count` items, which are to be written next. */
  array(count: number): void {
    this.#head(ARRAY, count);
  }

  /** Adds what another writer has written. */
  append(other: CborWriter): void {
    this.#reserve(other.#length);
    this.#bytes.set(other.#bytes.subarray(0, other.#length), this.#length);
    this.#length += other.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  /** A copy of what was written. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #head(major: number, value: number): void {
    this.#reserve(5);
    const size = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
    this.#bytes[this.#length++] = major | (size === 0 ? value : size === 4 ? 26 : 23 + size);
    for (let shift = (size - 1) * 8; shift >= 0; shift -= 8) this.#bytes[this.#length++] = value >>> shift;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
