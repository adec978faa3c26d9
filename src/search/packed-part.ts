/**
 * Parts of an index as they lie on the server: what Pagefind's format says of each word, in half the bytes. The library
 * is cut into shards, and each list of a word is stored shard by shard, so that a part is put together from pieces
 * that were made, and may have been kept, for each shard alone. A browser turns a part into Pagefind's format (CBOR)
 * and hands it to Pagefind's engine.
 *
 * A part: a checksum (4 bytes), the number of words, and for each word
 * - by how much its first character lies behind that of the word before; its second character, or, after the same first
 *   one, by how much that lies behind the one before; 0 for a word of one character;
 * - which lists it has (LISTS);
 * - each list: the shards that have it, the documents of each of them (lists.ts), and, unless the list is of documents
 *   alone, the places of each of them;
 * - how dense the word is: the shards that say so, and for each of their documents a step.
 */
import { BitReader, type BitWriter } from './bits.ts';
import { CborWriter } from './cbor.ts';
import { readCounts, readDocuments, readPlaces } from './lists.ts';
import { encodeCharacter, type Field, markWord, type WordList } from './tokenize.ts';

/** Bits that say what a word has in a part. */
export const LISTS = { places: 1, number: 2, heading: 4, title: 8, density: 16 } as const;

/** The fields with lists of their own, in the order in which these are stored. */
export const FIELD_LISTS = ['number', 'heading', 'title'] as const;

export const CHECKSUM_BYTES = 4;

/** FNV-1a, 32 bits. */
export function checksum(bytes: Uint8Array, begin: number): number {
  let sum = 0x811c9dc5;
  for (let at = begin; at < bytes.length; at++) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
}

const ONE_SHARD = 0x80;

/**
 * Writes which of `count` shards, fewer than 128, have a list: nothing when there is only one; one of several as a byte
 * with its number; else a bit for each.
 */
export function writeShards(out: BitWriter, shards: readonly number[], count: number): void {
  if (count === 1) return;
  const [first = 0] = shards;
  if (shards.length === 1) out.byte(ONE_SHARD | first);
  else {
    out.bits(0, 1);
    let next = 0;
    for (let shard = 0; shard < count; shard++) {
      const has = shards[next] === shard;
      if (has) next += 1;
      out.bits(Number(has), 1);
    }
    out.align();
  }
}

/** Reads them back. */
export function readShards(from: BitReader, count: number): number[] {
  if (count === 1) return [0];
  if (from.bits(1) === 1) return [from.bits(7)];
  const shards: number[] = [];
  for (let shard = 0; shard < count; shard++) if (from.bits(1) === 1) shards.push(shard);
  from.align();
  return shards;
}

/** Writes a step for each of a list's documents. */
export function writeDensities(out: BitWriter, steps: ArrayLike<number>, count: number): void {
  for (let index = 0; index < count; index++) {
    const step = steps[index] ?? 0;
    if (step === 0) out.bits(0, 1);
    else out.bits(step === 2 ? 3 : 2, 2);
  }
  out.align();
}

/** Reads one step. */
const readDensity = (from: BitReader): number => (from.bits(1) === 0 ? 0 : 1 + from.bits(1));

/** The documents of a list, numbered through the library, shard after shard. */
interface StoredList {
  readonly shards: readonly number[];
  readonly documents: ReadonlyArray<readonly number[]>;
}

class PartReader {
  readonly #from: BitReader;
  readonly #sizes: readonly number[];
  /** The number of the first document of each shard. */
  readonly #bases: number[] = [];
  readonly #words = new CborWriter(1 << 16);
  #count = 0;

  constructor(bytes: Uint8Array, sizes: readonly number[]) {
    this.#from = new BitReader(bytes, CHECKSUM_BYTES);
    this.#sizes = sizes;
    let base = 0;
    for (const size of sizes) {
      this.#bases.push(base);
      base += size;
    }
  }

  read(): Uint8Array<ArrayBuffer> {
    let first = 0;
    let second = 0;
    for (let left = this.#from.varint(); left > 0; left--) {
      const further = this.#from.varint();
      second = this.#from.varint() + (further === 0 ? second : 0);
      first += further;
      this.#readWord(first, second);
    }
    const part = new CborWriter(this.#words.length + 8);
    part.array(1);
    part.array(this.#count);
    part.append(this.#words);
    return part.take();
  }

  #readWord(first: number, second: number): void {
    const word = encodeCharacter(first) + (second === 0 ? '' : encodeCharacter(second));
    const lists = this.#from.byte();
    const all = this.#readDocuments();
    if (lists & LISTS.places) this.#writePlaces(word, all);
    else this.#writeMembers(second === 0 ? word : markWord(word, 'members'), all.documents.flat());
    for (const field of FIELD_LISTS) if (lists & LISTS[field]) this.#readField(word, field, second !== 0);
    if (lists & LISTS.density) this.#readDensities(word, all);
  }

  #readField(word: string, field: Field, hasPlaces: boolean): void {
    const list = this.#readDocuments();
    if (hasPlaces) this.#writePlaces(markWord(word, field), list);
    else this.#writeMembers(markWord(word, field), list.documents.flat());
  }

  #readDocuments(): StoredList {
    const shards = readShards(this.#from, this.#sizes.length);
    const documents = shards.map((shard) => {
      const own: number[] = [];
      readDocuments(this.#from, own, this.#sizes[shard] ?? 0, this.#bases[shard]);
      return own;
    });
    return { shards, documents };
  }

  /** Reads the places of a list and writes both: an array of documents, each with the difference to the one before and an array of its places, likewise. */
  #writePlaces(name: string, { documents }: StoredList): void {
    const out = this.#words;
    this.#begin(
      name,
      documents.reduce((sum, own) => sum + own.length, 0),
    );
    let last = 0;
    const counts: number[] = [];
    for (const own of documents) {
      readCounts(this.#from, own.length, counts);
      readPlaces(this.#from, own.length, counts, (index, places) => {
        const document = own[index] ?? 0;
        out.array(2);
        out.unsigned(document - last);
        last = document;
        out.array(places.length);
        let lastPlace = 0;
        for (const place of places) {
          out.unsigned(place - lastPlace);
          lastPlace = place;
        }
      });
    }
    out.array(0);
  }

  /**
   * Documents alone, where it doesn't matter how often and where. Pagefind is content with any place; without one it
   * would go through its list a second time, looking for the word in other fields.
   */
  #writeMembers(name: string, documents: readonly number[]): void {
    if (documents.length === 0) return;
    const out = this.#words;
    this.#begin(name, documents.length);
    let last = 0;
    for (const document of documents) {
      out.array(2);
      out.unsigned(document - last);
      out.array(1);
      out.unsigned(0);
      last = document;
    }
    out.array(0);
  }

  #readDensities(word: string, all: StoredList): void {
    const [frequent, veryFrequent]: [number[], number[]] = [[], []];
    for (const shard of readShards(this.#from, this.#sizes.length)) {
      for (const document of all.documents[all.shards.indexOf(shard)] ?? []) {
        const step = readDensity(this.#from);
        if (step > 0) frequent.push(document);
        if (step > 1) veryFrequent.push(document);
      }
      this.#from.align();
    }
    const write = (list: WordList, documents: readonly number[]): void =>
      this.#writeMembers(markWord(word, list), documents);
    write('frequent', frequent);
    write('veryFrequent', veryFrequent);
  }

  /** A word: its name, its documents, and variants with diacritics, of which there are none. */
  #begin(name: string, documents: number): void {
    this.#count += 1;
    this.#words.array(3);
    this.#words.text(name);
    this.#words.array(documents);
  }
}

/**
 * A part in Pagefind's format; `sizes` are the numbers of documents of the library's shards. Throws a RangeError when
 * the part is damaged.
 */
export function unpackPart(bytes: Uint8Array, sizes: readonly number[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < CHECKSUM_BYTES || view.getUint32(0) !== checksum(bytes, CHECKSUM_BYTES)) {
    throw new RangeError('a part of the index is damaged');
  }
  return new PartReader(bytes, sizes).read();
}
