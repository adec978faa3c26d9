/** What the documents of a shard give to the files of terms and characters. */
import { parseDocNumber } from '../../src/core/docnumber.ts';
import { UNSIGNED } from '../../src/core/unsigned.ts';
import type { DocumentEntry } from '../../src/search/record.ts';
import type { IndexedDocument } from '../search-index/documents.ts';
import { type CleanTerm, type Source, toCleanTerm } from './term-evidence.ts';
import { headingTerms, quotedTerms } from './text-terms.ts';
import { titleCore } from './title-core.ts';

/** A term with where it comes from. */
export type NotedTerm = readonly [source: Source, term: CleanTerm];

export interface DocumentTerms {
  readonly record: readonly NotedTerm[];
  readonly headings: readonly CleanTerm[];
  readonly quoted: readonly CleanTerm[];
}

/** What is read from some documents' records and texts. */
export interface ShardTerms {
  /** Per document: what its record gives, the terms of its headings, and those that it puts in quotation marks, as often as it does. */
  readonly documents: readonly DocumentTerms[];
  /** The UTF-16 units that stand in the texts, and how often each does. */
  readonly characters: { readonly units: Uint16Array; readonly counts: Uint32Array };
}

function countCharacters(texts: readonly string[]): ShardTerms['characters'] {
  const all = new Uint32Array(0x10000);
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      all[unit] = (all[unit] ?? 0) + 1;
    }
  }
  const units: number[] = [];
  for (let unit = 0; unit < all.length; unit++) if (all[unit] !== 0) units.push(unit);
  return { units: Uint16Array.from(units), counts: Uint32Array.from(units, (unit) => all[unit] ?? 0) };
}

const clean = (terms: readonly string[]): CleanTerm[] => terms.flatMap((term) => toCleanTerm(term) ?? []);

/** What a record says where nothing is known; nobody looks for it. */
const UNKNOWN: ReadonlySet<string> = new Set(['未知', UNSIGNED]);

function recordTerms({ title, topics, issuer, kind, docNumber }: DocumentEntry): NotedTerm[] {
  const number = docNumber === null ? undefined : parseDocNumber(docNumber);
  const names = [...topics, issuer, kind, number?.code ?? ''].filter((name) => !UNKNOWN.has(name));
  const given: Array<[Source, string]> = [
    ['title', titleCore(title)],
    ...names.map((name): [Source, string] => ['name', name]),
    ...(docNumber === null ? [] : [['number', docNumber] satisfies [Source, string]]),
  ];
  return given.flatMap(([source, text]): NotedTerm[] => {
    const term = toCleanTerm(text);
    return term ? [[source, term]] : [];
  });
}

const termsOf = ({ document, page }: IndexedDocument): DocumentTerms => ({
  record: recordTerms(document),
  headings: clean(headingTerms(page.blocks)),
  quoted: clean(quotedTerms(page.blocks)),
});

/** Reads them; `texts` are the documents' as they are searched. */
export function readTerms(indexed: readonly IndexedDocument[], texts: readonly string[]): ShardTerms {
  return {
    documents: indexed.map(termsOf),
    characters: countCharacters(texts),
  };
}
