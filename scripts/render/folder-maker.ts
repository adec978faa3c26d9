import { mkdirSync } from 'node:fs';

/** Makes folders, each once. Most lie in one that is there: to be told so by the disk takes less than to look first. */
export function folderMaker(): (folder: string) => void {
  const made = new Set<string>();
  return (folder) => {
    if (made.has(folder)) return;
    made.add(folder);
    try {
      mkdirSync(folder);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return;
      if (code !== 'ENOENT') throw error;
      mkdirSync(folder, { recursive: true });
    }
  };
}
