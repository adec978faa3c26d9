import { FIXED_PARTS, type Part } from '../docx/fixed-parts.ts';
import { wordParts } from '../docx/word-file.ts';
import type { WordSource } from '../docx/word-source.ts';
import { type ZipEntry, zipEntry, zipFile } from '../load/zip.ts';

let fixed: ZipEntry[] | undefined;
/** Parts that tell what others there are, as they were packed: most documents have the same. */
const lists = new Map<string, ZipEntry>();
const MOST_LISTS = 64;

/** A document's Word file: the same source gives the same bytes. What files share is compressed once. */
export function packWordFile(source: WordSource): Uint8Array {
  fixed ??= FIXED_PARTS.map(entryOf);
  const [types, ...own] = wordParts(source).map(entryOf);
  // Readers that judge a file by its beginning look for the types of its parts there.
  return zipFile([...(types ? [types] : []), ...fixed, ...own]);
}

function entryOf({ path, data }: Part): ZipEntry {
  if (typeof data !== 'string' || !/\.rels$|^\[Content_Types\]/.test(path)) return zipEntry(path, data);
  const key = `${path} ${data}`;
  const entry = lists.get(key) ?? zipEntry(path, data);
  if (lists.size < MOST_LISTS) lists.set(key, entry);
  return entry;
}
