/** Writes `search/library.json`, by which other libraries of the host know what index lies here. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeMark } from '../../src/search/library-mark.ts';
import { readDocuments } from './documents.ts';

/** Below the site's root. */
export const LIBRARY_MARK = 'search/library.json';

/** Writes the mark of the index that has just been built into `outDir`. */
export async function writeLibraryMark(outDir: string): Promise<void> {
  const entry: { folder: string } = JSON.parse(
    await readFile(path.join(outDir, 'pagefind/pagefind-entry.json'), 'utf8'),
  );
  const mark = makeMark(entry.folder, await readDocuments(outDir));
  await writeFile(path.join(outDir, LIBRARY_MARK), JSON.stringify(mark));
}
