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
import { readCounts, readDocuments, readPlaces, writeDocuments } from './lists.ts';
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

/** Writes which of `count` shards have a list: nothing when there is only one. */
export function writeShards(out: BitWriter, shards: readonly number[], count: number): void {
  if (count > 1) writeDocuments(out, shards, shards.length, count);
}

/** Reads them back. */
export function readShards(from: BitReader, count: number): number[] {
  if (count === 1) return [0];
  const shards: number[] = [];
  readDocuments(from, shards, count);
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

/** Where a shard's documents are searched for. */
interface ShardPlace {
  /** How many they are. */
  readonly size: number;
  /** The volume that they are in, and the number of the first of them in it. */
  readonly volume: number;
  readonly base: number;
}

function placesOf(volumes: Volumes): ShardPlace[] {
  return volumes.flatMap((sizes, volume) => {
    let base = 0;
    return sizes.map((size) => {
      base += size;
      return { size, volume, base: base - size };
    });
  });
}

/** The documents of a list in one shard, numbered through its volume. */
interface StoredList {
  readonly shard: number;
  readonly volume: number;
  readonly documents: readonly number[];
}

/** Writes the words of one volume in Pagefind's format. */
class VolumeWriter {
  readonly #words = new CborWriter(1 << 14);
  #count = 0;
  #last = 0;

  /** Begins a word: its name, and an array of so many documents. */
  begin(name: string, documents: number): void {
    this.#count += 1;
    this.#last = 0;
    this.#words.array(3);
    this.#words.text(name);
    this.#words.array(documents);
  }

  /** A document, as the difference to the one before, and an array of its places, likewise. */
  document(document: number, places: readonly number[]): void {
    this.#words.array(2);
    this.#words.unsigned(document - this.#last);
    this.#last = document;
    this.#words.array(places.length);
    let last = 0;
    for (const place of places) {
      this.#words.unsigned(place - last);
      last = place;
    }
  }

  /** Ends a word with its variants with diacritics, of which there are none. */
  end(): void {
    this.#words.array(0);
  }

  take(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#count === 0) return undefined;
    const part = new CborWriter(this.#words.length + 8);
    part.array(1);
    part.array(this.#count);
    part.append(this.#words);
    return part.take();
  }
}

// Pagefind is content with any place; without one it would go through its list a second time, looking for the word in
// other fields.
const ANY_PLACE = [0];

class PartReader {
  readonly #from: BitReader;
  readonly #shards: readonly ShardPlace[];
  readonly #volumes: readonly VolumeWriter[];

  constructor(bytes: Uint8Array, volumes: Volumes) {
    this.#from = new BitReader(bytes, CHECKSUM_BYTES);
    this.#shards = placesOf(volumes);
    this.#volumes = volumes.map(() => new VolumeWriter());
  }

  read(): Array<Uint8Array<ArrayBuffer> | undefined> {
    let first = 0;
    let second = 0;
    for (let left = this.#from.varint(); left > 0; left--) {
      const further = this.#from.varint();
      second = this.#from.varint() + (further === 0 ? second : 0);
      first += further;
      this.#readWord(first, second);
    }
    return this.#volumes.map((volume) => volume.take());
  }

  #readWord(first: number, second: number): void {
    const word = encodeCharacter(first) + (second === 0 ? '' : encodeCharacter(second));
    const has = this.#from.byte();
    const all = this.#readLists();
    if (has & LISTS.places) this.#writePlaces(word, all);
    else this.#writeMembers(second === 0 ? word : markWord(word, 'members'), all);
    for (const field of FIELD_LISTS) if (has & LISTS[field]) this.#readField(word, field, second !== 0);
    if (has & LISTS.density) this.#readDensities(word, all);
  }

  #readField(word: string, field: Field, hasPlaces: boolean): void {
    const lists = this.#readLists();
    if (hasPlaces) this.#writePlaces(markWord(word, field), lists);
    else this.#writeMembers(markWord(word, field), lists);
  }

  #readLists(): StoredList[] {
    return readShards(this.#from, this.#shards.length).map((shard) => {
      const { size, volume, base } = this.#shards[shard] ?? { size: 0, volume: 0, base: 0 };
      const documents: number[] = [];
      readDocuments(this.#from, documents, size, base);
      return { shard, volume, documents };
    });
  }

  /** Begins a word in every volume that has it. */
  #begin(name: string, lists: readonly StoredList[]): Set<VolumeWriter> {
    const sums = new Map<number, number>();
    for (const { volume, documents } of lists) {
      if (documents.length > 0) sums.set(volume, (sums.get(volume) ?? 0) + documents.length);
    }
    const begun = new Set<VolumeWriter>();
    for (const [volume, documents] of sums) {
      const writer = this.#volumes[volume];
      writer?.begin(name, documents);
      if (writer) begun.add(writer);
    }
    return begun;
  }

  /** Reads the places of a list and writes both. */
  #writePlaces(name: string, lists: readonly StoredList[]): void {
    const begun = this.#begin(name, lists);
    const counts: number[] = [];
    for (const { volume, documents } of lists) {
      readCounts(this.#from, documents.length, counts);
      readPlaces(this.#from, documents.length, counts, (index, places) => {
        this.#volumes[volume]?.document(documents[index] ?? 0, places);
      });
    }
    for (const writer of begun) writer.end();
  }

  /** Documents alone, where it doesn't matter how often and where. */
  #writeMembers(name: string, lists: readonly StoredList[]): void {
    const begun = this.#begin(name, lists);
    for (const { volume, documents } of lists) {
      for (const document of documents) this.#volumes[volume]?.document(document, ANY_PLACE);
    }
    for (const writer of begun) writer.end();
  }

  #readDensities(word: string, all: readonly StoredList[]): void {
    const [frequent, veryFrequent]: [StoredList[], StoredList[]] = [[], []];
    for (const shard of readShards(this.#from, this.#shards.length)) {
      const list = all.find((each) => each.shard === shard);
      if (!list) throw new RangeError('a shard tells how dense a word is that it lacks');
      const steps = list.documents.map(() => readDensity(this.#from));
      this.#from.align();
      frequent.push({ ...list, documents: list.documents.filter((_, index) => steps[index] !== 0) });
      veryFrequent.push({ ...list, documents: list.documents.filter((_, index) => steps[index] === 2) });
    }
    const write = (list: WordList, lists: readonly StoredList[]): void =>
      this.#writeMembers(markWord(word, list), lists);
    write('frequent', frequent);
    write('veryFrequent', veryFrequent);
  }
}

/** The library's shards as they are searched: the number of documents of each, by volume. */
export type Volumes = ReadonlyArray<readonly number[]>;

/**
 * Puts shards, told by their number of documents, into volumes: Pagefind takes time proportional to the square of a
 * list's length, so a large library is searched by several of its engines with one volume each.
 */
export function toVolumes(sizes: readonly number[], mostDocuments: number): Volumes {
  const volumes: number[][] = [];
  let left = 0;
  for (const size of sizes) {
    const last = volumes.at(-1);
    if (last && size <= left) last.push(size);
    else volumes.push([size]);
    left = (last && size <= left ? left : mostDocuments) - size;
  }
  return volumes;
}

/**
 * A part in Pagefind's format, for each volume that has any of its words. Throws a RangeError when the part is damaged.
 */
export function unpackPart(bytes: Uint8Array, volumes: Volumes): Array<Uint8Array<ArrayBuffer> | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < CHECKSUM_BYTES || view.getUint32(0) !== checksum(bytes, CHECKSUM_BYTES)) {
    throw new RangeError('a part of the index is damaged');
  }
  return new PartReader(bytes, volumes).read();
}
