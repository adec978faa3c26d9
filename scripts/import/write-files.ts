import { link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file to write: an absolute or relative path, and its text, or the bytes of a picture. */
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

/**
 * Writes all of the files or none. Each is first written in full under a temporary name beside its target, so that
 * no reader ever meets half a file; without `force` an existing target is never touched.
 * @throws TargetExistsError when a target exists and `force` is false; an error of the file system otherwise.
 */
export async function writeFiles(files: readonly FileToWrite[], force: boolean): Promise<void> {
  const written: string[] = [];
  const temporary: string[] = [];
  try {
    for (const file of files) temporary.push(await writeTemporary(file));
    for (const [index, file] of files.entries()) {
      await place(temporary[index] ?? '', file.path, force);
      if (!force) written.push(file.path);
    }
  } catch (error) {
    for (const file of written) await rm(file, { force: true });
    throw error;
  } finally {
    for (const file of temporary) await rm(file, { force: true });
  }
}

async function writeTemporary(file: FileToWrite): Promise<string> {
  await mkdir(path.dirname(file.path), { recursive: true });
  const temporary = path.join(path.dirname(file.path), `.${path.basename(file.path)}.${process.pid}.tmp`);
  await writeFile(temporary, file.text);
  return temporary;
}

async function place(temporary: string, target: string, force: boolean): Promise<void> {
  if (force) return rename(temporary, target);
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
