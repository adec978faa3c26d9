/** The words of one shard of the library: where each stands, as the index stores it (src/search/lists.ts). */
import { BitWriter } from '../../src/search/bits.ts';
import { writeDocuments, writePlaces } from '../../src/search/lists.ts';
import { FIELDS, type Field } from '../../src/search/tokenize.ts';
import { type PlaceTaker, TextStore } from './text-store.ts';

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
  readonly #documentOf: Uint32Array;
  readonly #begins: readonly number[];
  /** The last character by which each document was seen. */
  readonly #seen: Float64Array;

  constructor(texts: TextStore) {
    this.#documentOf = texts.documentsOfRow();
    this.#begins = texts.starts;
    this.#seen = new Float64Array(texts.starts.length).fill(-1);
  }

  character(first: number, places: Uint32Array): void {
    const size = this.#seen.length;
    for (let at = 0; at < places.length; at++) this.#seen[this.#documentOf[places[at] ?? 0] ?? 0] = first;
    const documents: number[] = [];
    for (let document = 0; document < size; document++) {
      if (this.#seen[document] === first) documents.push(document);
    }
    this.#begin(wordKey(first, 0), documents);
  }

  pair(first: number, second: number, places: Uint32Array): void {
    const documents: number[] = [];
    const counts: number[] = [];
    for (let at = 0; at < places.length; ) {
      const document = this.#documentOf[places[at] ?? 0] ?? 0;
      const start = this.#begins[document] ?? 0;
      const begin = at;
      do {
        places[at] = (places[at] ?? 0) - start;
        at += 1;
      } while (at < places.length && this.#documentOf[places[at] ?? 0] === document);
      documents.push(document);
      counts.push(at - begin);
    }
    this.#begin(wordKey(first, second), documents);
    writePlaces(this.#out, { documents, counts, places });
  }

  take(): WordLists {
    return {
      keys: Float64Array.from(this.#keys),
      starts: Uint32Array.from([...this.#starts, this.#out.length]),
      middles: Uint32Array.from(this.#middles),
      data: this.#out.take(),
    };
  }

  #begin(key: number, documents: readonly number[]): void {
    this.#keys.push(key);
    this.#starts.push(this.#out.length);
    writeDocuments(this.#out, documents, documents.length, this.#seen.length);
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
    const writer = new ListWriter(store);
    store.tell(writer);
    fields[field] = writer.take();
  }
  // All fields have just been filled in.
  return { lengths, fields: fields as ShardIndex['fields'] };
}
