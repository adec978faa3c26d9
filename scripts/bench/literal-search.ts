import { readFile } from 'node:fs/promises';
import { type BuiltDocument, pageFile } from './measure-output.ts';
import { comparable, searchableLines } from './page-text.ts';

/** A page to search by eye: its address, its lines as printed and as they are compared. */
export interface ReadDocument {
  readonly url: string;
  readonly lines: readonly string[];
  /** Lines joined by a line break, which no query contains. */
  readonly compared: string;
}

/** What a query asks for: lines with each of the one, and no line with any of the other; each literally. */
export interface Meaning {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

/** A document from its lines as printed. */
export function toReadDocument(url: string, lines: readonly string[]): ReadDocument {
  return { url, lines, compared: lines.map(comparable).join('\n') };
}

/** Reads the searchable text of every document page of a built site. */
export async function readDocuments(
  outDir: string,
  documents: readonly BuiltDocument[],
): Promise<ReadDocument[]> {
  const read: ReadDocument[] = [];
  for (const document of documents) {
    const lines = searchableLines(await readFile(pageFile(outDir, document), 'utf8'));
    read.push(toReadDocument(document.url, lines));
  }
  return read;
}

/** Characters of the texts, spaces left out. Line breaks, which part the lines, aren't the documents'. */
export function countCharacters(read: readonly ReadDocument[]): number {
  return read.reduce((sum, { compared, lines }) => sum + compared.length - Math.max(0, lines.length - 1), 0);
}

/**
 * Addresses of the documents that contain each text to include, in one line each, and none of those to exclude. Takes
 * what a query means, not how it is typed: there is no reader of queries here that could go wrong like the site's.
 */
export function literalSearch(
  documents: readonly ReadDocument[],
  { include, exclude = [] }: Meaning,
): Set<string> {
  const wanted = include.map(comparable);
  const unwanted = exclude.map(comparable);
  const found = documents.filter(
    ({ compared }) =>
      wanted.every((text) => compared.includes(text)) && !unwanted.some((text) => compared.includes(text)),
  );
  return new Set(found.map(({ url }) => url));
}
