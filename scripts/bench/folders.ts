import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { STAGING_PARENT } from '../build/staging.ts';

/** Where one run of the benchmark works. */
export interface BenchFolders {
  /** Empty, in the system's temporary folder. */
  readonly workspace: string;
  /** What builds keep for the next: below the project, for what they keep of the program imports its packages. */
  readonly cacheDir: string;
}

/** Makes the folders of this process. */
export async function makeFolders(): Promise<BenchFolders> {
  return {
    workspace: await mkdtemp(path.join(os.tmpdir(), 'wenku-bench-')),
    cacheDir: path.join(STAGING_PARENT, `bench-${process.pid}`),
  };
}

/** Removes them with all that is in them. */
export function removeFolders(folders: BenchFolders): void {
  for (const dir of [folders.workspace, folders.cacheDir]) rmSync(dir, { recursive: true, force: true });
}
