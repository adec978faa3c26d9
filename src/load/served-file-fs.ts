import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Folders whose files are served below the site's root as they are: the content's own, then the project's. */
const roots = (contentDir: string): string[] => [contentDir, 'public'];

/**
 * The bytes of a file that the site serves, by its path below the site's root, percent-encoding undone, e.g.
 * files/map.png; undefined when there is none, or a link of the file system leads to it from elsewhere.
 */
export async function readServedFile(file: string, contentDir: string): Promise<Uint8Array | undefined> {
  for (const root of roots(contentDir)) {
    const full = path.resolve(root, file);
    if (!full.startsWith(path.resolve(root) + path.sep)) continue;
    const bytes = (await isReally(full, root)) ? await readFile(full).catch(() => undefined) : undefined;
    if (bytes) return bytes;
  }
  return undefined;
}

/** Whether the path names a file that lies below the root without a link on the way. */
async function isReally(full: string, root: string): Promise<boolean> {
  const [place, top] = await Promise.all([full, root].map((each) => realpath(each).catch(() => undefined)));
  return place !== undefined && top !== undefined && place === path.join(top, path.relative(root, full));
}
