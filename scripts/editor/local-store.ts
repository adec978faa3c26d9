/** Reads and writes the content folder for the local editor, in the shapes of Decap's proxy protocol. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isPicture } from '../../src/core/content-files.ts';
import { LOCAL_FOLDER } from '../../src/editor/config.ts';
import { type FileToWrite, writeFiles } from '../import/write-files.ts';
import { contentFolder, contentPath, RefusedRequest, writablePath } from './content-paths.ts';

export interface StoredEntry {
  /** Null for a file that isn't there. */
  data: string | null;
  file: { path: string; label?: string | undefined; id: string | null };
}

export interface StoredMedia {
  id: string;
  content: string;
  encoding: 'base64';
  path: string;
  name: string;
}

export interface FileToStore {
  path: string;
  content: string | Uint8Array;
}

/** Larger pictures are listed without their bytes: the editor shows a sign in their place. */
const LARGEST_THUMBNAIL = 1_000_000;
/** A text that no form takes for a document, so that it can't be saved over what it stands for. */
const NOT_UTF8 = '（这份文件不是 UTF-8 编码，不能在这里编辑）';

/** The documents of a collection; those in folders below it are not listed. */
export async function listEntries(dir: string, folder: string, extension: string): Promise<StoredEntry[]> {
  const names = await fileNames(dir, contentFolder(folder));
  const wanted = names.filter((name) => name.endsWith(`.${extension}`));
  return await readEntries(
    dir,
    wanted.map((name) => ({ path: `${folder}/${name}` })),
  );
}

/** Names of the plain files in a folder, in byte order; none when the folder isn't there yet. */
async function fileNames(dir: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(dir, folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/^[_.]/.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Files by their paths, in that order. @throws RefusedRequest for a path that is none of the content's. */
export async function readEntries(
  dir: string,
  files: readonly { path: string; label?: string | undefined }[],
): Promise<StoredEntry[]> {
  return await Promise.all(
    files.map(async ({ path: requested, label }) => {
      const { at, exists, kind } = await contentPath(dir, requested);
      if (kind === 'file') throw new RefusedRequest(`发现 ${requested} 是附件，应为文件或对照表。`);
      const bytes = exists ? await readFile(at) : undefined;
      const id = bytes ? digest(bytes) : null;
      return { data: bytes ? textOf(bytes) : null, file: { path: requested, label, id } };
    }),
  );
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return NOT_UTF8;
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes all of the files or none, and returns their paths below the content folder. */
export async function storeFiles(dir: string, files: readonly FileToStore[]): Promise<string[]> {
  const places = await Promise.all(files.map((file) => writablePath(dir, file.path)));
  const writes: FileToWrite[] = places.map(({ at }, index) => ({
    path: at,
    text: files[index]?.content ?? '',
  }));
  await writeFiles(writes, true);
  return places.map(({ file }) => file);
}

/** The attachments and pictures that lie in the folder itself. */
export async function listMedia(dir: string, folder: string): Promise<StoredMedia[]> {
  const names = await fileNames(dir, contentFolder(folder));
  const listed: StoredMedia[] = [];
  for (const name of names) {
    const media = await readMedia(dir, `${folder}/${name}`).catch((error: unknown) => {
      // What readers are not handed is not listed either; the check tells of it.
      if (error instanceof RefusedRequest) return undefined;
      throw error;
    });
    const isSmall = isPicture(name) && (media?.content.length ?? 0) < LARGEST_THUMBNAIL;
    if (media) listed.push(isSmall ? media : { ...media, content: '' });
  }
  return listed;
}

/** One attachment or picture. @throws RefusedRequest when it is none or isn't there. */
export async function readMedia(dir: string, requested: string): Promise<StoredMedia> {
  const { at, exists, kind } = await contentPath(dir, requested);
  if (kind !== 'file' || !exists) throw new RefusedRequest(`发现没有附件 ${requested}，应为已经上传的附件。`);
  const bytes = await readFile(at);
  return {
    ...{ id: digest(bytes), content: bytes.toString('base64'), encoding: 'base64' },
    ...{ path: requested, name: path.basename(at) },
  };
}

/** Removes attachments; documents and registers are taken down by a pull request, where the check sees it. */
export async function removeMedia(dir: string, requested: readonly string[]): Promise<void> {
  const places = await Promise.all(requested.map((file) => contentPath(dir, file)));
  if (places.some(({ kind }) => kind !== 'file')) {
    throw new RefusedRequest(
      `发现要删除的不是附件，应为 ${LOCAL_FOLDER}/files 里的文件。改法：文件要撤下的，直接删去它，再运行 npm run check。`,
    );
  }
  for (const { at } of places) await rm(at, { force: true });
}
