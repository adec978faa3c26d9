/** Gathers from the documents of a library what is suggested to those who search it. */
import { parseDocNumber } from '../../src/core/docnumber.ts';
import { UNSIGNED } from '../../src/core/unsigned.ts';
import { normalise } from '../../src/search/normalise.ts';
import type { DocumentEntry } from '../../src/search/record.ts';
import type { SpelledTerm } from '../../src/search/suggest-terms.ts';
import type { IndexedDocument } from '../search-index/documents.ts';
import type { OutputFile } from '../search-index/pagefind-files.ts';
import { makeAlikeFile } from './alike-file.ts';
import { countDocuments } from './count-documents.ts';
import { spellTerm } from './spell.ts';
import { makeSuggestFile } from './suggest-file.ts';
import { TermEvidence } from './term-evidence.ts';
import { headingTerms, quotedTerms } from './text-terms.ts';
import { titleCore } from './title-core.ts';
import { findParts } from './title-parts.ts';

/** What a record says where nothing is known; nobody looks for it. */
const UNKNOWN: ReadonlySet<string> = new Set(['未知', UNSIGNED]);

/** More than any file has room for; each is looked for in every document. */
const MOST_CANDIDATES = 2500;

/** What is kept of a library for the files of terms and characters. */
export class TermCollector {
  readonly #evidence = new TermEvidence();
  /** Normalised text of each document, blocks parted by line breaks. */
  readonly #texts: string[] = [];

  /** Adds a document; `texts` are its blocks as they are searched. */
  add({ document, page }: IndexedDocument, texts: readonly string[]): void {
    const place = this.#texts.length;
    this.#texts.push(texts.join('\n'));
    this.#addRecord(document, place);
    for (const term of headingTerms(page.blocks)) this.#evidence.note('heading', term, place);
    for (const term of quotedTerms(page.blocks)) this.#evidence.note('quoted', term, place);
  }

  #addRecord({ title, topics, issuer, kind, docNumber }: DocumentEntry, place: number): void {
    this.#evidence.note('title', titleCore(title), place);
    const number = docNumber === null ? undefined : parseDocNumber(docNumber);
    const names = [...topics, issuer, kind, number?.code ?? ''].filter((name) => !UNKNOWN.has(name));
    for (const name of names) this.#evidence.note('name', name, place);
    if (docNumber !== null) this.#evidence.note('number', docNumber, place);
  }

  /** `search/suggest.json` and `search/alike.json`: the same bytes for the same documents in the same order. */
  files(): OutputFile[] {
    const alike = makeAlikeFile(this.#characterCounts());
    return [
      { path: 'search/suggest.json', content: makeSuggestFile(this.terms(), this.#texts.length) },
      { path: 'search/alike.json', content: Buffer.from(JSON.stringify(alike)) },
    ];
  }

  /** The terms that stand in some document, those for which most speaks first. */
  terms(): SpelledTerm[] {
    for (const [part, documents] of findParts(this.#evidence.phrases())) {
      this.#evidence.noteMany('part', part, documents);
    }
    const texts = this.#evidence.best(MOST_CANDIDATES);
    const counts = countDocuments(
      texts.map((text) => normalise(text)),
      this.#texts,
    );
    return texts
      .map((text, index) => ({ text, documents: counts[index] ?? 0, syllables: spellTerm(text) }))
      .filter(({ documents }) => documents > 0);
  }

  /** How often each UTF-16 unit stands in the documents. */
  #characterCounts(): Uint32Array {
    const counts = new Uint32Array(0x10000);
    for (const text of this.#texts) {
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        counts[unit] = (counts[unit] ?? 0) + 1;
      }
    }
    return counts;
  }
}
