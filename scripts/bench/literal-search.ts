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

/** Reads the searchable text of every document page of a built site. */
export async function readDocuments(
  outDir: string,
  documents: readonly BuiltDocument[],
): Promise<ReadDocument[]> {
  const read: ReadDocument[] = [];
  for (const document of documents) {
    const lines = searchableLines(await readFile(pageFile(outDir, document), 'utf8'));
    read.push({ url: document.url, lines, compared: lines.map(comparable).join('\n') });
  }
  return read;
}

/** Addresses of the documents that contain each of the keywords literally, in one line each. */
export function literalSearch(documents: readonly ReadDocument[], keywords: readonly string[]): Set<string> {
  const wanted = keywords.map(comparable);
  const found = documents.filter(({ compared }) => wanted.every((keyword) => compared.includes(keyword)));
  return new Set(found.map(({ url }) => url));
}
