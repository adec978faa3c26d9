/** Gathers from the documents of a library what is suggested to those who search it. */
import { normalise } from '../../src/search/normalise.ts';
import type { SpelledTerm } from '../../src/search/suggest-terms.ts';
import type { IndexedDocument } from '../search-index/documents.ts';
import type { OutputFile } from '../search-index/pagefind-files.ts';
import { makeAlikeFile } from './alike-file.ts';
import { countDocuments } from './count-documents.ts';
import { readTerms, type ShardTerms } from './shard-terms.ts';
import { spellTerm } from './spell.ts';
import { makeSuggestFile } from './suggest-file.ts';
import { TermEvidence } from './term-evidence.ts';
import { findParts } from './title-parts.ts';

/** More than any file has room for; each is looked for in every document. */
const MOST_CANDIDATES = 2500;

/** Tells in how many of a shard's documents each of some normalised terms stands. */
export type CountTerms = (terms: readonly string[]) => readonly number[];

/** Makes something of what it is made of, or remembers what it made of the same. */
export type Remember = <Made>(of: string, make: () => Made) => Made;

const makeAnew: Remember = (_, make) => make();

/** What is kept of a library for the files of terms and characters. */
export class TermCollector {
  readonly #evidence = new TermEvidence();
  readonly #counters: CountTerms[] = [];
  readonly #characters = new Uint32Array(0x10000);
  readonly #remember: Remember;
  #documents = 0;

  constructor(remember: Remember = makeAnew) {
    this.#remember = remember;
  }

  /** Adds a document; `texts` are its blocks as they are searched. */
  add(indexed: IndexedDocument, texts: readonly string[]): void {
    const text = [texts.join('\n')];
    this.addShard(readTerms([indexed], text), (terms) => countDocuments(terms, text));
  }

  /** Adds documents by what was read from them. */
  addShard(terms: ShardTerms, count: CountTerms): void {
    for (const { record, headings, quoted } of terms.documents) {
      const place = this.#documents++;
      for (const [source, term] of record) this.#evidence.note(source, term, place);
      for (const term of headings) this.#evidence.note('heading', term, place);
      for (const term of quoted) this.#evidence.note('quoted', term, place);
    }
    const { units, counts } = terms.characters;
    for (const [index, unit] of units.entries()) {
      this.#characters[unit] = (this.#characters[unit] ?? 0) + (counts[index] ?? 0);
    }
    this.#counters.push(count);
  }

  /** `search/suggest.json` and `search/alike.json`: the same bytes for the same documents in the same order. */
  files(): OutputFile[] {
    const counted = this.#countedTerms();
    const characters = Buffer.from(this.#characters.buffer).toString('latin1');
    const suggest = this.#remember(`suggest ${this.#documents} ${JSON.stringify(counted)}`, () =>
      makeSuggestFile(spellTerms(counted), this.#documents),
    );
    const alike = this.#remember(`alike ${characters}`, () =>
      Buffer.from(JSON.stringify(makeAlikeFile(this.#characters))),
    );
    return [
      { path: 'search/suggest.json', content: suggest },
      { path: 'search/alike.json', content: alike },
    ];
  }

  /** The terms that stand in some document, those for which most speaks first. */
  terms(): SpelledTerm[] {
    return spellTerms(this.#countedTerms());
  }

  #countedTerms(): CountedTerm[] {
    const phrases = this.#evidence.phrases();
    const parts = this.#remember(`parts ${JSON.stringify(phrases)}`, () => findParts(phrases));
    for (const [part, documents] of parts) this.#evidence.noteMany('part', part, documents);
    const texts = this.#evidence.best(MOST_CANDIDATES);
    const normalised = texts.map((text) => normalise(text));
    const sums = new Array<number>(texts.length).fill(0);
    for (const count of this.#counters) {
      for (const [index, documents] of count(normalised).entries()) {
        sums[index] = (sums[index] ?? 0) + documents;
      }
    }
    return texts
      .map((text, index) => ({ text, documents: sums[index] ?? 0 }))
      .filter(({ documents }) => documents > 0);
  }
}

type CountedTerm = Omit<SpelledTerm, 'syllables'>;

const spellTerms = (terms: readonly CountedTerm[]): SpelledTerm[] =>
  terms.map((term) => ({ ...term, syllables: spellTerm(term.text) }));
