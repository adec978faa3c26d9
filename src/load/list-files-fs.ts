import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { COLLECTIONS, type Collection } from '../core/collections.ts';
import { CONTENT_FILES } from '../core/content-files.ts';
import { INBOX, isWaiting } from '../core/inbox.ts';
import { faultOf, LINK, type ReadFault } from './read-utf8-fs.ts';

/** A file or folder that can't be read, by its path below the content folder. */
export interface UnreadableFile extends ReadFault {
  file: string;
}

/** What lies in a folder and, where asked for, in the folders in it. */
interface Listing {
  entries: Dirent[];
  unreadable: UnreadableFile[];
}

/** The documents in a collection's folder and what else lies there; paths below the content folder, in byte order. */
export async function collectionFiles(
  dir: string,
  collection: Collection,
): Promise<{ files: string[]; strays: string[]; unreadable: UnreadableFile[] }> {
  const { entries, unreadable } = await visibleEntries(dir, collection, true);
  const isDocument = (entry: Dirent): boolean => entry.isFile() && /\.mdx?$/.test(entry.name);
  const isStray = (entry: Dirent): boolean =>
    !isDocument(entry) && (!entry.isDirectory() || /\.mdx?$/.test(entry.name));
  const paths = (kept: readonly Dirent[]): string[] => kept.map((entry) => pathBelow(dir, entry)).sort();
  return { files: paths(entries.filter(isDocument)), strays: paths(entries.filter(isStray)), unreadable };
}

/** How many documents a content folder has, without reading them. */
export async function countDocuments(dir: string): Promise<number> {
  const listed = await Promise.all(COLLECTIONS.map((collection) => collectionFiles(dir, collection)));
  return listed.reduce((sum, { files }) => sum + files.length, 0);
}

/** Folders of a content folder in which documents belong, or which are the project's own. */
const KNOWN_FOLDERS: readonly string[] = [...COLLECTIONS, CONTENT_FILES, INBOX, 'help', 'rules'];

/**
 * Documents at the top of the content folder or in a folder of another name, say `plan`. One level only: the content
 * folder may lie in a large repository. A README tells those who keep the files something, and nobody expects it on the site.
 */
export async function misplacedFiles(
  dir: string,
): Promise<{ files: string[]; unreadable: UnreadableFile[] }> {
  const { entries, unreadable } = await visibleEntries(dir, '');
  const isMisplaced = (entry: Dirent): boolean =>
    entry.isFile() && /\.mdx?$/.test(entry.name) && !/^readme\./i.test(entry.name);
  const others = entries.filter((entry) => entry.isDirectory() && !KNOWN_FOLDERS.includes(entry.name));
  // A folder of another name that can't be read is no business of the site's.
  const inside = await Promise.all(others.map(({ name }) => visibleEntries(dir, name)));
  const linked = entries.filter((entry) => entry.isSymbolicLink() && KNOWN_FOLDERS.includes(entry.name));
  const all = [entries, ...inside.map((listing) => listing.entries)].flat();
  return {
    files: all
      .filter(isMisplaced)
      .map((entry) => pathBelow(dir, entry))
      .sort(),
    unreadable: [...unreadable, ...linked.map((entry) => ({ file: pathBelow(dir, entry), ...LINK }))],
  };
}

/** What waits in the inbox to be converted, at whatever depth; paths below the content folder, in byte order. */
export async function waitingFiles(dir: string): Promise<string[]> {
  const { entries } = await visibleEntries(dir, INBOX, true);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => pathBelow(dir, entry))
    .filter(isWaiting)
    .sort();
}

function pathBelow(dir: string, { parentPath, name }: Dirent): string {
  return path.relative(dir, path.join(parentPath, name)).split(path.sep).join('/');
}

/**
 * Names that begin with _ or . are drafts and what systems leave behind; nobody expects them on the site. Links of the
 * file system are not followed, so that no circle of them is walked and nothing outside is taken for content; the content
 * folder itself may be one. A folder that is not there is empty; one that
 * can't be read is said, for the site would lack what is in it.
 */
async function visibleEntries(dir: string, folder: string, recursive = false): Promise<Listing> {
  const found: Listing = { entries: [], unreadable: [] };
  const waiting = folder !== '' && (await isLink(path.join(dir, folder))) ? [] : [path.join(dir, folder)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const listed = await list(next);
    if (typeof listed === 'string') {
      found.unreadable.push({ file: path.relative(dir, next).split(path.sep).join('/'), ...faultOf(listed) });
      continue;
    }
    found.entries.push(...listed.filter(({ name }) => !/^[_.]/.test(name)));
    if (recursive) waiting.push(...folders(listed));
  }
  return found;
}

/** Whether a link of the file system stands at the path. */
export async function isLink(at: string): Promise<boolean> {
  return (await lstat(at).catch(() => undefined))?.isSymbolicLink() ?? false;
}

function folders(entries: readonly Dirent[]): string[] {
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => path.join(parentPath, name));
}

/** What lies in a folder, or the code of the error that keeps it from being known. */
async function list(folder: string): Promise<Dirent[] | string> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : code;
  }
}
