import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { loadContent } from '../../src/load/content-fs.ts';

/** Adds a paragraph to the middle one of the documents that have a text, as an editor might. */
export async function changeOneDocument(contentDir: string): Promise<void> {
  const { documents } = await loadContent(contentDir);
  const written = documents.filter(({ source }) => source.body.trim() !== '');
  const middle = written[Math.floor(written.length / 2)];
  if (middle)
    await appendFile(path.join(contentDir, middle.source.file), '\n\n为测量重建所需时间而添的一段。\n');
}
