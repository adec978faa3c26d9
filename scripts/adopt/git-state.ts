import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Bytes that git may answer. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** What git holds of some paths: whether it is there at all, and what of them it couldn't bring back. */
export interface GitState {
  /** Those of the paths below which git holds files; none in a folder that is no repository, or without git. */
  known: string[];
  /** Files that are changed, new or ignored, by their paths below the root. */
  unsaved: string[];
}

/** Asks git about the given paths below `root`. */
export async function gitState(root: string, paths: readonly string[]): Promise<GitState> {
  const args = [
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignored=matching',
  ];
  try {
    const { stdout } = await run('git', [...args, '--', ...paths], {
      cwd: root,
      maxBuffer: MOST_OUTPUT,
    });
    const isBelow = (file: string, at: string): boolean => file === at || file.startsWith(`${at}/`);
    // Each entry is two letters of state, a space and a path.
    const unsaved = stdout.split('\0').flatMap((entry) => (entry === '' ? [] : entry.slice(3)));
    const held = await run('git', ['ls-files', '-z', '--', ...paths], { cwd: root, maxBuffer: MOST_OUTPUT });
    const files = held.stdout.split('\0');
    const known = paths.filter((at) => files.some((file) => isBelow(file, at)));
    return { known, unsaved };
  } catch {
    return { known: [], unsaved: [] };
  }
}
