import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Removes all but the `most` newest of the files in a cache's folder whose names end with `ending`. */
export async function forgetOldest(dir: string, ending: string, most: number): Promise<void> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(ending));
  if (names.length <= most) return;
  const ages = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(dir, name))).mtimeMs })),
  );
  for (const { name } of ages.sort((a, b) => b.at - a.at).slice(most))
    await rm(path.join(dir, name), { force: true });
}
