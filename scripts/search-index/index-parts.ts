/** Puts the words of all shards together, a few kilobytes at a time: the parts of the index. */
import { BitWriter } from '../../src/search/bits.ts';
import {
  CHECKSUM_BYTES,
  checksum,
  FIELD_LISTS,
  LISTS,
  writeDensities,
  writeShards,
} from '../../src/search/packed-part.ts';
import { encodeCharacter, markWord } from '../../src/search/tokenize.ts';
import { averageLength, DensityReader } from './densities.ts';
import { type Piece, WordCursor } from './word-cursor.ts';
import { firstOf, type ShardIndex, secondOf } from './word-lists.ts';

/** A part of the index: the words from `from` to `to`. */
export interface IndexPart {
  readonly from: string;
  readonly to: string;
  /** Whether it is the list of places of one word that stands in very many. */
  readonly large: boolean;
  /** As src/search/packed-part.ts reads it. */
  readonly content: Uint8Array;
}

// Bytes. A list of places above this is a part of its own, so that who needs only the documents, or a neighbouring
// word, need not load it.
const LARGE_LIST = 6000;

const shardsOf = (pieces: readonly Piece[]): number[] => pieces.map(({ shard }) => shard);

class PartWriter {
  readonly #shards: number;
  readonly #densities: readonly DensityReader[];
  readonly #words = new BitWriter();
  readonly #density = new BitWriter(1 << 12);
  readonly #steps: number[] = [];
  #count = 0;
  #from = '';
  #to = '';
  #last = 0;

  constructor(shards: readonly ShardIndex[]) {
    const average = averageLength(shards);
    this.#shards = shards.length;
    this.#densities = shards.map((shard) => new DensityReader(shard, average));
  }

  get length(): number {
    return this.#words.length;
  }

  /** Adds a word with all its lists, but without its places when these are `apart`. */
  add(key: number, any: readonly Piece[], fields: ReadonlyArray<readonly Piece[]>, apart: boolean): void {
    const isPair = secondOf(key) !== 0;
    const hasPlaces = isPair && !apart;
    const dense = isPair ? this.#readDensities(any) : [];
    let lists = hasPlaces ? LISTS.places : 0;
    for (const [index, field] of FIELD_LISTS.entries()) if (fields[index]?.length) lists |= LISTS[field];
    if (dense.length > 0) lists |= LISTS.density;
    this.#begin(key, lists, apart ? 'number' : 'any');
    this.#writeList(any, hasPlaces);
    for (const pieces of fields) if (pieces.length > 0) this.#writeList(pieces, isPair);
    if (dense.length > 0) {
      writeShards(this.#words, dense, this.#shards);
      this.#words.copy(this.#density.view(), 0, this.#density.length);
    }
  }

  /** Adds the places of a word alone. */
  addPlaces(key: number, any: readonly Piece[]): void {
    this.#begin(key, LISTS.places, 'any');
    this.#to = this.#from;
    this.#writeList(any, true);
  }

  /** What was added since the last time, if anything was. */
  *take(large = false): Generator<IndexPart> {
    if (this.#count === 0) return;
    const part = new BitWriter(this.#words.length + 16);
    for (let byte = 0; byte < CHECKSUM_BYTES; byte++) part.byte(0);
    part.varint(this.#count);
    part.copy(this.#words.view(), 0, this.#words.length);
    const content = part.take();
    new DataView(content.buffer).setUint32(0, checksum(content, CHECKSUM_BYTES));
    yield { from: this.#from, to: this.#to, large, content };
    this.#words.clear();
    this.#count = 0;
    this.#last = 0;
  }

  #begin(key: number, lists: number, mark: 'any' | 'number'): void {
    const [first, second] = [firstOf(key), secondOf(key)];
    const word = encodeCharacter(first) + (second === 0 ? '' : encodeCharacter(second));
    if (this.#count === 0) this.#from = markWord(word, mark);
    this.#to = markWord(word, 'veryFrequent');
    this.#count += 1;
    const further = first - firstOf(this.#last);
    this.#words.varint(further);
    this.#words.varint(further === 0 ? second - secondOf(this.#last) : second);
    this.#words.byte(lists);
    this.#last = key;
  }

  #writeList(pieces: readonly Piece[], hasPlaces: boolean): void {
    const out = this.#words;
    writeShards(out, shardsOf(pieces), this.#shards);
    for (const { lists, at } of pieces) out.copy(lists.data, lists.starts[at] ?? 0, lists.middles[at] ?? 0);
    if (!hasPlaces) return;
    for (const { lists, at } of pieces)
      out.copy(lists.data, lists.middles[at] ?? 0, lists.starts[at + 1] ?? 0);
  }

  /** Notes the densities of a word, and gives the shards with any. */
  #readDensities(pieces: readonly Piece[]): number[] {
    this.#density.clear();
    return pieces.flatMap(({ shard, lists, at }) => {
      const [start, middle] = [lists.starts[at] ?? 0, lists.middles[at] ?? 0];
      const count = this.#densities[shard]?.read(start, middle, this.#steps) ?? 0;
      if (count === 0) return [];
      writeDensities(this.#density, this.#steps, count);
      return shard;
    });
  }
}

const sizeOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { lists, at }) => sum + (lists.starts[at + 1] ?? 0) - (lists.starts[at] ?? 0), 0);

/** The parts of an index of shards, in order of their words; each but the large ones has about `partBytes`. */
export function* writeParts(shards: readonly ShardIndex[], partBytes: number): Generator<IndexPart> {
  const any = new WordCursor(shards.map(({ fields }) => fields.any));
  const fields = FIELD_LISTS.map((field) => new WordCursor(shards.map((shard) => shard.fields[field])));
  const writer = new PartWriter(shards);
  for (let key = any.peek(); key !== undefined; key = any.peek()) {
    const word = key;
    const pieces = any.take(word);
    const large = secondOf(word) !== 0 && sizeOf(pieces) > LARGE_LIST;
    if (large) {
      yield* writer.take();
      writer.addPlaces(word, pieces);
      yield* writer.take(true);
    }
    writer.add(
      word,
      pieces,
      fields.map((field) => field.take(word)),
      large,
    );
    if (writer.length >= partBytes) yield* writer.take();
  }
  yield* writer.take();
}
