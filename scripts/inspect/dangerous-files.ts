import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Danger } from '../../src/inspect/active/danger.ts';
import { fileDangers, isExamined, LARGEST_EXAMINED } from '../../src/inspect/active/examine-file.ts';

/** What could act on a reader's computer in the given files below `dir`; files without anything are left out. */
export async function dangerousFiles(dir: string, files: Iterable<string>): Promise<Map<string, Danger[]>> {
  const found = new Map<string, Danger[]>();
  // One after the other: together they may be more than a computer holds.
  for (const file of files) {
    if (!isExamined(file)) continue;
    const at = path.join(dir, file);
    const size = (await stat(at).catch(() => undefined))?.size ?? 0;
    if (size === 0 || size > LARGEST_EXAMINED) continue;
    const bytes = await readFile(at).catch(() => undefined);
    const dangers = bytes ? fileDangers(file, bytes) : [];
    if (dangers.length > 0) found.set(file, dangers);
  }
  return found;
}
