/** The words of one shard of the library: where each stands, as the index stores it (src/search/lists.ts). */
import { BitWriter } from '../../src/search/bits.ts';
import { writeDocuments, writePlaces } from '../../src/search/lists.ts';
import { FIELDS, type Field } from '../../src/search/tokenize.ts';
import { type Places, type PlaceTaker, TextStore } from './text-store.ts';

/** What is indexed of one document: normalised text, block by block, per field. */
export type FieldTexts = Readonly<Record<Field, readonly string[]>>;

/** The lists of all words in one field, in order of the words. */
export interface WordLists {
  /** The words (`wordKey`), ascending. */
  readonly keys: Float64Array;
  /** Where in `data` each word's list of documents begins; and, last, where the data end. */
  readonly starts: Uint32Array;
  /** Where the list of documents ends and that of places begins, which is empty for a word of one character. */
  readonly middles: Uint32Array;
  readonly data: Uint8Array;
}

/** The index of one shard. */
export interface ShardIndex {
  /** Characters of text per document. */
  readonly lengths: readonly number[];
  readonly fields: Readonly<Record<Field, WordLists>>;
}

const SECOND = 2 ** 21;

/** A word as a number, in Pagefind's order of words; a single character is paired with 0 and so before its pairs. */
export const wordKey = (first: number, second: number): number => first * SECOND + second;
export const firstOf = (key: number): number => Math.floor(key / SECOND);
export const secondOf = (key: number): number => key % SECOND;

class ListWriter implements PlaceTaker {
  readonly #out = new BitWriter(1 << 20);
  readonly #keys: number[] = [];
  readonly #starts: number[] = [];
  readonly #middles: number[] = [];
  /** The last character by which each document was seen. */
  readonly #seen: Float64Array;
  /** The documents of a list, and how many places each has in it. */
  readonly #documents: Uint32Array;
  readonly #counts: Uint32Array;

  /** For so many documents. */
  constructor(documents: number) {
    this.#seen = new Float64Array(documents).fill(-1);
    this.#documents = new Uint32Array(documents);
    this.#counts = new Uint32Array(documents);
  }

  character(first: number, { documents }: Places, begin: number, end: number): void {
    for (let at = begin; at < end; at++) this.#seen[documents[at] ?? 0] = first;
    let count = 0;
    for (let document = 0; document < this.#seen.length; document++) {
      if (this.#seen[document] === first) this.#documents[count++] = document;
    }
    this.#begin(wordKey(first, 0), count);
  }

  pair(first: number, second: number, { documents, places }: Places, begin: number, end: number): void {
    let count = 0;
    for (let at = begin; at < end; ) {
      const from = at;
      const document = documents[from] ?? 0;
      do at += 1;
      while (at < end && documents[at] === document);
      this.#documents[count] = document;
      this.#counts[count] = at - from;
      count += 1;
    }
    this.#begin(wordKey(first, second), count);
    writePlaces(this.#out, { documents: count, counts: this.#counts, places, begin });
  }

  take(): WordLists {
    return {
      keys: Float64Array.from(this.#keys),
      starts: Uint32Array.from([...this.#starts, this.#out.length]),
      middles: Uint32Array.from(this.#middles),
      data: this.#out.take(),
    };
  }

  #begin(key: number, documents: number): void {
    this.#keys.push(key);
    this.#starts.push(this.#out.length);
    writeDocuments(this.#out, this.#documents, documents, this.#seen.length);
    this.#middles.push(this.#out.length);
  }
}

/** Makes the index of a shard's documents, which get the numbers from 0. */
export function indexShard(texts: readonly FieldTexts[]): ShardIndex {
  const fields: Partial<Record<Field, WordLists>> = {};
  let lengths: readonly number[] = [];
  for (const field of FIELDS) {
    const store = new TextStore();
    for (const each of texts) store.add(each[field]);
    if (field === 'any') lengths = store.lengths;
    const writer = new ListWriter(texts.length);
    store.tell(writer);
    fields[field] = writer.take();
  }
  // All fields have just been filled in.
  return { lengths, fields: fields as ShardIndex['fields'] };
}
