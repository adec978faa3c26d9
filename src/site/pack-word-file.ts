import { FIXED_PARTS, type Part } from '../docx/fixed-parts.ts';
import { wordParts } from '../docx/word-file.ts';
import type { WordSource } from '../docx/word-source.ts';
import { type ZipEntry, zipEntry, zipFile } from '../load/zip.ts';

let fixed: ZipEntry[] | undefined;

/** A document's Word file: the same source gives the same bytes. What all files share is compressed once. */
export function packWordFile(source: WordSource): Uint8Array {
  fixed ??= FIXED_PARTS.map(entryOf);
  const [types, ...own] = wordParts(source).map(entryOf);
  // Readers that judge a file by its beginning look for the types of its parts there.
  return zipFile([...(types ? [types] : []), ...fixed, ...own]);
}

function entryOf({ path, data }: Part): ZipEntry {
  return zipEntry(path, data);
}
