/** Writes CBOR (RFC 8949), as far as Pagefind's files use it: unsigned integers, text, arrays. */

const UNSIGNED = 0x00;
const TEXT = 0x60;
const ARRAY = 0x80;

/** Grows as it is written. */
export class CborWriter {
  #bytes: Buffer;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = Buffer.allocUnsafe(capacity);
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
    this.#length += this.#bytes.write(value, this.#length, 'latin1');
  }

  /** Begins an array of `count` items, which are to be written next. */
  array(count: number): void {
    this.#head(ARRAY, count);
  }

  /** Adds what another writer has written. */
  append(other: CborWriter): void {
    this.#reserve(other.#length);
    this.#length += other.#bytes.copy(this.#bytes, this.#length, 0, other.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  /** A copy of what was written. */
  take(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  #head(major: number, value: number): void {
    this.#reserve(5);
    const bytes = this.#bytes;
    if (value < 24) {
      bytes[this.#length++] = major | value;
    } else if (value < 0x100) {
      bytes[this.#length++] = major | 24;
      bytes[this.#length++] = value;
    } else if (value < 0x10000) {
      bytes[this.#length++] = major | 25;
      this.#length = bytes.writeUInt16BE(value, this.#length);
    } else {
      bytes[this.#length++] = major | 26;
      this.#length = bytes.writeUInt32BE(value, this.#length);
    }
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}
