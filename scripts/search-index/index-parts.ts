/** Writes a collection as the parts of a Pagefind index: its words in order, a few kilobytes at a time. */
import { CborWriter } from '../../src/search/cbor.ts';
import { densityOf } from '../../src/search/density.ts';
import { type Field, isCharacter, markWord, type WordList } from '../../src/search/tokenize.ts';
import { type Collection, membersOnly, type Postings, type Term } from './postings.ts';

/** A part of the index: the words from `from` to `to`. */
export interface IndexPart {
  readonly from: string;
  readonly to: string;
  /** Whether it is the list of places of one word that stands in very many. */
  readonly large: boolean;
  /** CBOR, as Pagefind reads it. */
  readonly content: Uint8Array;
}

// Bytes before compression, which about halves them. A list of places above this is a part of its own, so that
// who needs only the documents, or a neighbouring word, need not load it.
const LARGE_LIST = 12_000;
// About what a place and a document's entry take before compression.
const PLACE_BYTES = 2;
const DOCUMENT_BYTES = 3;

/** In Pagefind's order: the order of the words' letters. */
const MARKS: readonly (Field | WordList)[] = [
  'any',
  'number',
  'heading',
  'members',
  'title',
  'frequent',
  'veryFrequent',
];

class PartWriter {
  readonly #partBytes: number;
  readonly #words = new CborWriter(1 << 16);
  #count = 0;
  #from = '';
  #to = '';

  constructor(partBytes: number) {
    this.#partBytes = partBytes;
  }

  get full(): boolean {
    return this.#words.length >= this.#partBytes;
  }

  add(word: string, postings: Postings): void {
    if (this.#count === 0) this.#from = word;
    this.#to = word;
    this.#count += 1;
    this.#words.array(3);
    this.#words.text(word);
    writePostings(this.#words, postings);
    this.#words.array(0); // Variants with diacritics: there are none.
  }

  /** What was added since the last time, if anything was. */
  *take(large = false): Generator<IndexPart> {
    if (this.#count === 0) return;
    const part = new CborWriter(this.#words.length + 8);
    part.array(1);
    part.array(this.#count);
    part.append(this.#words);
    yield { from: this.#from, to: this.#to, large, content: part.take() };
    this.#words.clear();
    this.#count = 0;
  }
}

/** An array of documents, each with the difference to the one before and an array of its places, likewise. */
function writePostings(out: CborWriter, { documents, counts, places }: Postings): void {
  out.array(documents.length);
  let lastDocument = 0;
  let at = 0;
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0;
    const end = at + (counts[index] ?? 0);
    out.array(2);
    out.unsigned(document - lastDocument);
    out.array(end - at);
    lastDocument = document;
    for (let last = 0; at < end; at++) {
      const place = places[at] ?? 0;
      out.unsigned(place - last);
      last = place;
    }
  }
}

/** Mean length of the documents' texts, in characters. */
function averageLength({ lengths }: Collection): number {
  return lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

/** The documents in which a word stands so frequently, or more so. */
function frequentIn(
  { documents, counts }: Postings,
  least: 1 | 2,
  lengths: readonly number[],
  average: number,
) {
  return documents.filter((document, index) => {
    return densityOf(counts[index] ?? 0, lengths[document] ?? 0, average) >= least;
  });
}

/** A list as it stands in the index. */
interface MarkedList {
  readonly mark: Field | WordList;
  readonly name: string;
  readonly list: Postings;
}

/** The lists of a word, in order. Most words have no more than their places. */
function listsOf(term: Term, lengths: readonly number[], average: number): MarkedList[] {
  const { word, postings, fields } = term;
  const lists: MarkedList[] = [{ mark: 'any', name: word, list: postings }];
  const add = (mark: Field | WordList, list: Postings): void => {
    if (list.documents.length > 0) lists.push({ mark, name: markWord(word, mark), list });
  };
  for (const [field, list] of fields) add(field, list);
  if (isLarge(term)) add('members', membersOnly(postings.documents));
  const frequent = isCharacter(word) ? [] : frequentIn(postings, 1, lengths, average);
  if (frequent.length > 0) {
    add('frequent', membersOnly(frequent));
    add('veryFrequent', membersOnly(frequentIn(postings, 2, lengths, average)));
  }
  if (lists.length > 2) lists.sort((one, other) => MARKS.indexOf(one.mark) - MARKS.indexOf(other.mark));
  return lists;
}

function isLarge({ word, postings: { documents, places } }: Term): boolean {
  return !isCharacter(word) && places.length * PLACE_BYTES + documents.length * DOCUMENT_BYTES > LARGE_LIST;
}

/** The parts of an index, in order of their words; each but the large ones has about `partBytes` (uncompressed). */
export function* writeParts(collection: Collection, partBytes: number): Generator<IndexPart> {
  const average = averageLength(collection);
  const writer = new PartWriter(partBytes);
  for (const term of collection.terms()) {
    const large = isLarge(term);
    for (const { mark, name, list } of listsOf(term, collection.lengths, average)) {
      const alone = large && mark === 'any';
      if (alone) yield* writer.take();
      writer.add(name, list);
      if (alone) yield* writer.take(true);
    }
    if (writer.full) yield* writer.take();
  }
  yield* writer.take();
}
