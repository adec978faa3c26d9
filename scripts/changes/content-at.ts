import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SideFile } from '../../src/changes/side.ts';
import { COLLECTIONS } from '../../src/core/collections.ts';
import { CONTENT_FILES } from '../../src/core/content-files.ts';
import { contentFiles } from '../../src/load/content-files-fs.ts';
import type { Repository } from './find-base.ts';
import { git, gitBytes } from './git.ts';

/** A file as a commit has it. */
interface Blob {
  id: string;
  size: number;
  /** Below the content folder. */
  file: string;
  /** A link of the file system. */
  link: boolean;
}

/** So many bytes are taken from git at a time: attachments may be large together. */
const MOST_AT_ONCE = 32 * 1024 * 1024;

/**
 * The content folder of a commit, read from git's objects into a temporary folder that `use` may read until it ends;
 * nothing is checked out. `files` tells what the attachments are.
 */
export async function withContentAt<T>(
  repository: Repository,
  commit: string,
  use: (dir: string, files: SideFile[]) => Promise<T>,
): Promise<T> {
  const blobs = await listBlobs(repository, commit);
  const dir = await mkdtemp(path.join(tmpdir(), 'changes-'));
  try {
    // An older state may lack a collection, or have been empty.
    for (const collection of COLLECTIONS) await mkdir(path.join(dir, collection), { recursive: true });
    const links = blobs.filter(({ link }) => link);
    for (const some of inBatches(blobs.filter(({ link }) => !link)))
      await writeBlobs(dir, some, await readBlobs(repository.top, some));
    await placeLinks(dir, links);
    return await use(dir, await describe(dir, new Map(blobs.map((blob) => [blob.file, blob]))));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The files that readers are handed, as the working tree has them, with the digests that git would give them. */
export async function presentFiles({ top, prefix }: Repository, contentDir: string): Promise<SideFile[]> {
  // git takes one name a line; the check refuses a name with a line feed in it.
  const files = (await contentFiles(contentDir)).filter((file) => !/[\n\r]/.test(file));
  if (files.length === 0) return [];
  const names = files.map((file) => `${prefix}${file}\n`).join('');
  const listed = await gitBytes(top, ['hash-object', '--stdin-paths'], names);
  const digests = listed.toString('utf8').trimEnd().split('\n');
  return Promise.all(
    files.map(async (file, index) => ({
      ...{ file, digest: digests[index] ?? '' },
      size: (await stat(path.join(contentDir, file))).size,
    })),
  );
}

async function listBlobs({ top, prefix }: Repository, commit: string): Promise<Blob[]> {
  const listed = await git(top, 'ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', prefix || '.');
  return listed.split('\0').flatMap((entry) => {
    const [, mode = '', id = '', size = '', name = ''] =
      /^(\d+) blob (\w+) +(\d+)\t([\s\S]+)$/.exec(entry) ?? [];
    const file = name.slice(prefix.length);
    return isBelow(file) ? [{ id, size: Number(size), file, link: mode === '120000' }] : [];
  });
}

/** A tree made by hand may hold names that lead out of the folder. */
function isBelow(file: string): boolean {
  return file !== '' && !path.isAbsolute(file) && !file.split(/[\\/]/).some((step) => step === '..');
}

function inBatches(blobs: readonly Blob[]): Blob[][] {
  const batches: Blob[][] = [];
  let room = -1;
  for (const blob of blobs) {
    room -= blob.size;
    if (room < 0) {
      batches.push([]);
      room = MOST_AT_ONCE - blob.size;
    }
    batches.at(-1)?.push(blob);
  }
  return batches;
}

/** The bytes of objects by their ids, in one run of git. */
async function readBlobs(top: string, blobs: readonly Blob[]): Promise<Map<string, Buffer>> {
  const ids = [...new Set(blobs.map(({ id }) => id))];
  const bytes = new Map<string, Buffer>();
  if (ids.length === 0) return bytes;
  const answer = await gitBytes(top, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let place = 0;
  for (const id of ids) {
    const end = answer.indexOf('\n', place);
    const size = Number(answer.subarray(place, end).toString('utf8').split(' ')[2]);
    if (!Number.isInteger(size)) throw new Error(`git 记录里缺少对象 ${id}`);
    bytes.set(id, answer.subarray(end + 1, end + 1 + size));
    place = end + 1 + size + 1;
  }
  return bytes;
}

async function writeBlobs(
  dir: string,
  blobs: readonly Blob[],
  bytes: ReadonlyMap<string, Buffer>,
): Promise<void> {
  for (const { id, file } of blobs) {
    const target = path.join(dir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes.get(id) ?? '');
  }
}

/** Links are there, so that the check says of them what it says today, but lead nowhere. */
async function placeLinks(dir: string, links: readonly Blob[]): Promise<void> {
  for (const { file } of links) {
    const target = path.join(dir, file);
    await mkdir(path.dirname(target), { recursive: true });
    // Windows lets not everybody make links; the list then tells of the file as new.
    await symlink('nowhere', target).catch(() => {});
  }
}

async function describe(dir: string, blobs: ReadonlyMap<string, Blob>): Promise<SideFile[]> {
  const files = await contentFiles(dir);
  return files
    .filter((file) => file.startsWith(`${CONTENT_FILES}/`))
    .flatMap((file) => {
      const blob = blobs.get(file);
      return blob ? [{ file, size: blob.size, digest: blob.id }] : [];
    });
}
