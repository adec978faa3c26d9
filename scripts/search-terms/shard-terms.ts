/** What the documents of a shard give to the files of terms and characters. */
import type { IndexedDocument } from '../search-index/documents.ts';
import { headingTerms, quotedTerms } from './text-terms.ts';

/** What is read from some documents' texts. */
export interface ShardTerms {
  /** Per document: the terms of its headings, and those that it puts in quotation marks. */
  readonly documents: ReadonlyArray<{ readonly headings: string[]; readonly quoted: string[] }>;
  /** The UTF-16 units that stand in the texts, and how often each does. */
  readonly characters: { readonly units: Uint16Array; readonly counts: Uint32Array };
}

function countCharacters(texts: readonly string[]): ShardTerms['characters'] {
  const counts = new Uint32Array(0x10000);
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
  }
  const units = Uint16Array.from([...counts.keys()].filter((unit) => counts[unit] !== 0));
  return { units, counts: Uint32Array.from(units, (unit) => counts[unit] ?? 0) };
}

/** Reads them; `texts` are the documents' as they are searched. */
export function readTerms(indexed: readonly IndexedDocument[], texts: readonly string[]): ShardTerms {
  return {
    documents: indexed.map(({ page }) => ({
      headings: headingTerms(page.blocks),
      quoted: quotedTerms(page.blocks),
    })),
    characters: countCharacters(texts),
  };
}
