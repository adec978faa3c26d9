/** A folder that is used as it was made, or not at all. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const SEAL = '.seal';

/** Notes what is in a folder, so that a part that gets lost or damaged is noticed. */
export async function sealFolder(dir: string): Promise<void> {
  await writeFile(path.join(dir, SEAL), await sumOf(dir));
}

/** Whether a folder is there with everything that was in it when it was sealed, and nothing else. */
export async function isSealed(dir: string): Promise<boolean> {
  try {
    return (await readFile(path.join(dir, SEAL), 'utf8')) === (await sumOf(dir));
  } catch {
    return false;
  }
}

/** Digest of names and contents, whatever the order in which the disk lists them. */
async function sumOf(dir: string): Promise<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(dir, path.join(parentPath, name)))
    .filter((file) => file !== SEAL)
    .sort();
  const sum = createHash('sha256');
  for (const file of files) {
    const bytes = await readFile(path.join(dir, file));
    sum.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return sum.digest('hex');
}
