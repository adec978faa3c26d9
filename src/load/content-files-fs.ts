import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_FILES } from '../core/content-files.ts';
import { isLink } from './list-files-fs.ts';

/**
 * The files in the content's folder `files`, by their paths below the content folder with forward slashes, in byte order.
 * Names that begin with _ or ., and what lies in folders of such names, are drafts and what systems leave behind.
 * A link of the file system is no file of the content: it could lead to anything on the machine that builds.
 */
export async function contentFiles(dir: string): Promise<string[]> {
  const root = path.join(dir, CONTENT_FILES);
  if (await isLink(root)) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(dir, path.join(parentPath, name)).split(path.sep).join('/'))
    .filter((file) => !file.split('/').some((step) => /^[_.]/.test(step)))
    .sort();
}
