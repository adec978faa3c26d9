/** What the documents of a shard give to the files of terms and characters. */
import type { Block } from '../../src/search/record.ts';
import type { IndexedDocument } from '../search-index/documents.ts';
import { type CleanTerm, toCleanTerm } from './term-evidence.ts';
import { headingTerms, quotedTerms } from './text-terms.ts';

/** What is read from some documents' texts. */
export interface ShardTerms {
  /** Per document: the terms of its headings, and those that it puts in quotation marks, as often as it does. */
  readonly documents: ReadonlyArray<{
    readonly headings: readonly CleanTerm[];
    readonly quoted: readonly CleanTerm[];
  }>;
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

const termsOf = (blocks: readonly Block[]): ShardTerms['documents'][number] => ({
  headings: clean(headingTerms(blocks)),
  quoted: clean(quotedTerms(blocks)),
});

/** Reads them; `texts` are the documents' as they are searched. */
export function readTerms(indexed: readonly IndexedDocument[], texts: readonly string[]): ShardTerms {
  return {
    documents: indexed.map(({ page }) => termsOf(page.blocks)),
    characters: countCharacters(texts),
  };
}
