/** Puts the words of all shards together, a few kilobytes at a time: the parts of the index. */
import { BitReader, BitWriter } from '../../src/search/bits.ts';
import { densityOf } from '../../src/search/density.ts';
import { readCounts, readDocuments } from '../../src/search/lists.ts';
import {
  CHECKSUM_BYTES,
  checksum,
  FIELD_LISTS,
  LISTS,
  writeDensities,
  writeShards,
} from '../../src/search/packed-part.ts';
import { encodeCharacter, markWord } from '../../src/search/tokenize.ts';
import { firstOf, type ShardIndex, secondOf, type WordLists } from './word-lists.ts';

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

/** What a shard has of one word in one field. */
interface Piece {
  readonly shard: number;
  readonly lists: WordLists;
  /** The word's number in the lists. */
  readonly at: number;
}

/** Goes through one field's words in all shards at once. */
class WordCursor {
  readonly #lists: readonly WordLists[];
  readonly #next: number[];

  constructor(lists: readonly WordLists[]) {
    this.#lists = lists;
    this.#next = lists.map(() => 0);
  }

  /** The first word that is left. */
  peek(): number | undefined {
    let least = Number.POSITIVE_INFINITY;
    for (let shard = 0; shard < this.#lists.length; shard++) {
      const key = this.#lists[shard]?.keys[this.#next[shard] ?? 0] ?? Number.POSITIVE_INFINITY;
      if (key < least) least = key;
    }
    return least === Number.POSITIVE_INFINITY ? undefined : least;
  }

  /** What the shards have of a word; words before it are passed over. */
  take(key: number): Piece[] {
    const pieces: Piece[] = [];
    for (let shard = 0; shard < this.#lists.length; shard++) {
      const lists = this.#lists[shard];
      if (!lists) continue;
      let at = this.#next[shard] ?? 0;
      while ((lists.keys[at] ?? Number.POSITIVE_INFINITY) < key) at += 1;
      if (lists.keys[at] === key) pieces.push({ shard, lists, at: at++ });
      this.#next[shard] = at;
    }
    return pieces;
  }
}

/** From how many occurrences on a word is frequent in each document of a shard, and very frequent. */
interface Thresholds {
  readonly frequent: readonly number[];
  readonly veryFrequent: readonly number[];
}

function leastFor(step: 1 | 2, length: number, average: number): number {
  let least = 1;
  while (densityOf(least, length, average) < step) least += 1;
  return least;
}

/** Mean length of the documents' texts, in characters. */
function averageLength(shards: readonly ShardIndex[]): number {
  let [sum, count] = [0, 0];
  for (const { lengths } of shards) {
    for (const length of lengths) sum += length;
    count += lengths.length;
  }
  return count === 0 ? 0 : sum / count;
}

/** Tells how dense words are in the documents of one shard. */
class DensityReader {
  readonly #thresholds: Thresholds;
  readonly #from: BitReader;
  readonly #documents: number[] = [];
  readonly #counts: number[] = [];

  constructor({ lengths, fields }: ShardIndex, average: number) {
    this.#from = new BitReader(fields.any.data);
    this.#thresholds = {
      frequent: lengths.map((length) => leastFor(1, length, average)),
      veryFrequent: lengths.map((length) => leastFor(2, length, average)),
    };
  }

  /** Fills `steps` for the documents of a list and gives their number; 0 when the word is nowhere frequent. */
  read(start: number, middle: number, steps: number[]): number {
    const { frequent, veryFrequent } = this.#thresholds;
    this.#from.moveTo(start);
    const count = readDocuments(this.#from, this.#documents, frequent.length);
    this.#from.moveTo(middle);
    readCounts(this.#from, count, this.#counts);
    let any = false;
    for (let index = 0; index < count; index++) {
      const document = this.#documents[index] ?? 0;
      const occurrences = this.#counts[index] ?? 0;
      const step =
        occurrences < (frequent[document] ?? 0) ? 0 : occurrences < (veryFrequent[document] ?? 0) ? 1 : 2;
      steps[index] = step;
      any ||= step > 0;
    }
    return any ? count : 0;
  }
}

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
