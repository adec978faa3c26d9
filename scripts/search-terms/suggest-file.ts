/** Makes `search/suggest.json`: as many of a library's terms as fit. */
import { gzipSync } from 'node:zlib';
import { packTerms, type SpelledTerm, type SuggestFile } from '../../src/search/suggest-terms.ts';

/** Bytes that the file may have over the wire: 2 KB for a small library, 20 KB for thousands of documents. */
export function suggestBudget(documents: number): number {
  return Math.min(20_000, 1_950 + 6 * documents);
}

/**
 * What gzip saves on such a file at the least. The terms are chosen by their plain size, for how well gzip does differs
 * a little between machines, and a build must give the same bytes on all of them.
 */
const PLAIN_TO_GZIP = 1.5;

function pack(terms: readonly SpelledTerm[]): SuggestFile {
  return packTerms([...terms].sort((a, b) => b.documents - a.documents));
}

const serialise = (terms: readonly SpelledTerm[]): Buffer => Buffer.from(JSON.stringify(pack(terms)));

/** The file for terms that come in order of their worth: the first of them, as many as its budget allows. */
export function makeSuggestFile(terms: readonly SpelledTerm[], documents: number): Buffer {
  const budget = suggestBudget(documents);
  let [fits, exceeds] = [0, terms.length + 1];
  while (exceeds - fits > 1) {
    const middle = (fits + exceeds) >> 1;
    if (serialise(terms.slice(0, middle)).length <= budget * PLAIN_TO_GZIP) fits = middle;
    else exceeds = middle;
  }
  let content = serialise(terms.slice(0, fits));
  // Terms of hardly any two equal characters; no library is known that has them.
  while (fits > 0 && gzipSync(content, { level: 9 }).length > budget) {
    fits = Math.floor(fits * 0.9);
    content = serialise(terms.slice(0, fits));
  }
  return content;
}
