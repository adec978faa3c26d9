/** What is indexed, before it is written: where each word stands, document by document. */
import { encodeCharacter, FIELDS, type Field, isCharacter, phraseWords } from '../../src/search/tokenize.ts';
import { GAP, TextStore } from './text-store.ts';

/** Where a word stands. */
export interface Postings {
  /** The documents that have it, ascending. */
  readonly documents: readonly number[];
  /** How many places it has in each of them. */
  readonly counts: readonly number[];
  /** Its places, document after document, ascending within each; counted in characters from the document's beginning. */
  readonly places: readonly number[] | Uint32Array;
}

/** What is indexed of one document: normalised text, block by block, per field. */
export type FieldTexts = Readonly<Record<Field, readonly string[]>>;

/** A word with its postings in the whole text, and in each other field that has it. */
export interface Term {
  readonly word: string;
  readonly postings: Postings;
  readonly fields: ReadonlyArray<readonly [field: Field, postings: Postings]>;
}

/**
 * Documents alone, where it doesn't matter how often and where. Pagefind is content with any place; without one it would
 * go through its list a second time, looking for the word in other fields.
 */
export function membersOnly(documents: readonly number[]): Postings {
  return { documents, counts: documents.map(() => 1), places: documents.map(() => 0) };
}

interface GrowingPostings extends Postings {
  readonly documents: number[];
  readonly counts: number[];
  readonly places: number[];
}

type FieldPostings = { [F in Field]?: GrowingPostings };

const NO_FIELDS: Term['fields'] = [];

/** Documents in the order in which they are added. */
export class Collection {
  readonly #texts = new TextStore();
  /** By word, for the fields that have it. */
  readonly #fields = new Map<string, FieldPostings>();

  /** Adds a document, which gets the next number from 0. */
  add(texts: FieldTexts): void {
    const document = this.#texts.lengths.length;
    this.#texts.add(texts.any);
    for (const field of FIELDS) {
      if (field !== 'any') this.#addField(document, field, texts[field]);
    }
  }

  /** Characters of text per document. */
  get lengths(): readonly number[] {
    return this.#texts.lengths;
  }

  /** Characters of all texts, about. */
  get length(): number {
    return this.#texts.length;
  }

  /** All words in Pagefind's order: each character, and then the pairs that begin with it. */
  *terms(): Generator<Term> {
    for (const { first, pairs } of this.#texts.beginnings()) {
      const word = encodeCharacter(first);
      const all = pairs.map(({ places }) => this.#byDocument(places));
      // One character needs no places: it is next to nothing.
      yield this.#term(word, membersOnly(union(all)));
      for (const [index, { second }] of pairs.entries()) {
        const postings = all[index];
        if (second !== GAP && postings) yield this.#term(word + encodeCharacter(second), postings);
      }
    }
  }

  #term(word: string, postings: Postings): Term {
    const own = this.#fields.get(word);
    // Most words stand in no field.
    if (!own) return { word, postings, fields: NO_FIELDS };
    const fields = FIELDS.flatMap((field) => {
      const list = own[field];
      return list ? [[field, isCharacter(word) ? membersOnly(list.documents) : list] as const] : [];
    });
    return { word, postings, fields };
  }

  /** Between two blocks one place is left out, so that no phrase runs across. */
  #addField(document: number, field: Field, blocks: readonly string[]): void {
    let begin = 0;
    for (const block of blocks) {
      const characters = [...block];
      for (const character of characters) {
        this.#enter(encodeCharacter(character.codePointAt(0) ?? GAP), field, document);
      }
      const pairs = characters.length > 1 ? phraseWords(block) : [];
      for (const [at, word] of pairs.entries()) {
        const postings = this.#enter(word, field, document);
        postings.counts[postings.counts.length - 1] = (postings.counts.at(-1) ?? 0) + 1;
        postings.places.push(begin + at);
      }
      begin += characters.length + 1;
    }
  }

  /** The postings of a word in a field, of which `document` is the last. */
  #enter(word: string, field: Field, document: number): GrowingPostings {
    let fields = this.#fields.get(word);
    if (!fields) {
      fields = {};
      this.#fields.set(word, fields);
    }
    fields[field] ??= { documents: [], counts: [], places: [] };
    const postings = fields[field];
    if (postings.documents.at(-1) !== document) {
      postings.documents.push(document);
      postings.counts.push(0);
    }
    return postings;
  }

  /** Changes `places` from places in the row into places in their documents. */
  #byDocument(places: Uint32Array): Postings {
    const { starts } = this.#texts;
    const documents: number[] = [];
    const counts: number[] = [];
    let at = 0;
    while (at < places.length) {
      const document = documentAt(starts, places[at] ?? 0);
      const start = starts[document] ?? 0;
      const end = starts[document + 1] ?? 0;
      const begin = at;
      for (let place = places[at] ?? 0; at < places.length && place < end; place = places[at] ?? 0) {
        places[at++] = place - start;
      }
      documents.push(document);
      counts.push(at - begin);
    }
    return { documents, counts, places };
  }
}

function union(all: readonly Postings[]): number[] {
  const documents = new Set<number>();
  for (const postings of all) for (const document of postings.documents) documents.add(document);
  return [...documents].sort((a, b) => a - b);
}

/** The document in whose part of the row a place is. */
function documentAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
