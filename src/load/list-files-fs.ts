import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { COLLECTIONS, type Collection } from '../core/collections.ts';
import { CONTENT_FILES } from '../core/content-files.ts';
import { INBOX, isWaiting } from '../core/inbox.ts';

/** The documents in a collection's folder and what else lies there; paths below the content folder, in byte order. */
export async function collectionFiles(
  dir: string,
  collection: Collection,
): Promise<{ files: string[]; strays: string[] }> {
  const visible = await visibleEntries(path.join(dir, collection), true);
  const isDocument = (entry: Dirent): boolean => entry.isFile() && /\.mdx?$/.test(entry.name);
  const isStray = (entry: Dirent): boolean =>
    !isDocument(entry) && (!entry.isDirectory() || /\.mdx?$/.test(entry.name));
  const below = (entry: Dirent): string =>
    path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
  return {
    files: visible.filter(isDocument).map(below).sort(),
    strays: visible.filter(isStray).map(below).sort(),
  };
}

/** Folders of a content folder in which documents belong, or which are the project's own. */
const KNOWN_FOLDERS: readonly string[] = [...COLLECTIONS, CONTENT_FILES, INBOX, 'help', 'rules'];

/**
 * Documents at the top of the content folder or in a folder of another name, say `plan`. One level only: the content
 * folder may lie in a large repository. A README tells those who keep the files something, and nobody expects it on the site.
 */
export async function misplacedFiles(dir: string): Promise<string[]> {
  const entries = await visibleEntries(dir);
  const isMisplaced = (entry: Dirent): boolean =>
    entry.isFile() && /\.mdx?$/.test(entry.name) && !/^readme\./i.test(entry.name);
  const others = entries.filter((entry) => entry.isDirectory() && !KNOWN_FOLDERS.includes(entry.name));
  const inside = await Promise.all(
    others.map(async ({ name }) =>
      (await visibleEntries(path.join(dir, name)))
        .filter(isMisplaced)
        .map((entry) => `${name}/${entry.name}`),
    ),
  );
  return [...entries.filter(isMisplaced).map((entry) => entry.name), ...inside.flat()].sort();
}

/** What waits in the inbox to be converted, at whatever depth; paths below the content folder, in byte order. */
export async function waitingFiles(dir: string): Promise<string[]> {
  const entries = await visibleEntries(path.join(dir, INBOX), true);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(isWaiting)
    .sort();
}

/** Names that begin with _ or . are drafts and what systems leave behind; nobody expects them on the site. */
async function visibleEntries(dir: string, recursive = false): Promise<Dirent[]> {
  const entries = await readdir(dir, { recursive, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !/^[_.]/.test(entry.name));
}
