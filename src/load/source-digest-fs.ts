import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What decides how a document renders, below the project's root: our pure rooms and the exact packages. */
const DECIDING = ['src/core', 'src/markdown', 'src/schema', 'src/load'];
const LOCKFILE = 'package-lock.json';

/**
 * Digest of the sources that render documents, or of those in `folders`, so that nothing made by an older program
 * survives in a cache. `root` is the project's.
 */
export async function digestSources(root: string, folders: readonly string[] = DECIDING): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(path.join(root, LOCKFILE)).catch(() => ''));
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
    // Some hundred small files: waiting for each takes several times as long as reading it.
    for (const name of names.filter((entry) => entry.endsWith('.ts')).sort()) {
      hash.update(name).update(readFileSync(path.join(root, folder, name)));
    }
  }
  return hash.digest('base64url');
}
