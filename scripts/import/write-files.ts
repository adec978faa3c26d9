import { hash } from 'node:crypto';
import { link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { closeJournal, openJournal } from './unfinished.ts';

/** A file to write: an absolute or relative path, and its text, or the bytes of what is no text. */
export interface FileToWrite {
  path: string;
  text: string | Uint8Array;
}

/** A target exists and may not be overwritten. */
export class TargetExistsError extends Error {
  readonly path: string;
  constructor(target: string) {
    super(target);
    this.path = target;
  }
}

/** True when something stands at the path. */
export async function exists(target: string): Promise<boolean> {
  return (await stat(target).catch(() => undefined)) !== undefined;
}

/** A file on its way: where it was written in full, and where an older one is kept until all are in place. */
interface Placing {
  target: string;
  temporary: string;
  old: string;
  /** It stands at its target now. */
  placed: boolean;
  /** The older one is kept. */
  kept: boolean;
}

/** Tells calls of one process apart: the editor may be asked to save a file twice at once. */
let calls = 0;

/**
 * Writes all of the files or none, in this order:
 * 1. each in full under a temporary name beside its target, so that no reader ever meets half a file;
 * 2. of several files, a list of them in `folder`, by which the next run ends what a killed one left half done;
 * 3. each to its place, in the order given, an older one being kept aside;
 * 4. list, older files and temporary ones away. When anything fails before, all is put back as it was.
 *
 * Without `force` an existing target is never touched.
 * @throws TargetExistsError when a target exists and `force` is false; an error of the file system otherwise.
 */
export async function writeFiles(
  files: readonly FileToWrite[],
  force: boolean,
  folder?: string,
): Promise<void> {
  const call = calls++;
  const placings = files.map(({ path: target }): Placing => {
    const beside = path.join(path.dirname(target), `.${shortName(target)}.${call}.${process.pid}`);
    return { target, temporary: `${beside}.tmp`, old: `${beside}.old.tmp`, placed: false, kept: false };
  });
  let journal: string | undefined;
  try {
    for (const [index, file] of files.entries()) await writeTemporary(file, placings[index]?.temporary ?? '');
    if (folder !== undefined && files.length > 1) journal = await openJournal(folder, placings);
    for (const placing of placings) await place(placing, force);
  } catch (error) {
    for (const placing of placings) await putBack(placing);
    throw error;
  } finally {
    await closeJournal(journal);
    for (const { temporary, old } of placings) {
      await rm(temporary, { force: true });
      await rm(old, { force: true });
    }
  }
}

/** Characters of a name that a temporary one takes over: with four bytes each, and what follows, still a name. */
const SHORT = 40;

/** A file's name, or of a very long one its beginning and a digest: what is added to it must not make it too long. */
function shortName(target: string): string {
  const name = path.basename(target);
  const letters = Array.from(name);
  if (letters.length <= SHORT) return name;
  return `${letters.slice(0, SHORT).join('')}-${hash('sha256', name).slice(0, 16)}`;
}

async function writeTemporary(file: FileToWrite, temporary: string): Promise<void> {
  await mkdir(path.dirname(file.path), { recursive: true });
  await writeFile(temporary, file.text);
}

async function place(placing: Placing, force: boolean): Promise<void> {
  const { temporary, target, old } = placing;
  if (force) {
    placing.kept = await keep(target, old);
    await rename(temporary, target);
  } else {
    await placeNew(temporary, target);
  }
  placing.placed = true;
}

/** A second name for an older file; false when there is none, or the file system has no second names. */
async function keep(target: string, old: string): Promise<boolean> {
  try {
    await link(target, old);
    return true;
  } catch (error) {
    if (isUnsupported(error) || !(await exists(target))) return false;
    throw error;
  }
}

async function putBack({ placed, kept, old, target }: Placing): Promise<void> {
  if (kept) await rename(old, target);
  else if (placed) await rm(target, { force: true });
}

async function placeNew(temporary: string, target: string): Promise<void> {
  try {
    // A hard link, unlike a rename, fails when the target exists: two imports at once cannot overwrite each other.
    await link(temporary, target);
  } catch (error) {
    if (await exists(target)) throw new TargetExistsError(target);
    if (!isUnsupported(error)) throw error;
    await rename(temporary, target);
  }
}

/** Some file systems (FAT, some network drives) have no hard links. */
function isUnsupported(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EOPNOTSUPP';
}
