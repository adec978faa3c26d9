import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** What a command printed and how it ended. */
export interface Run {
  code: number;
  out: string;
  err: string;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Runs one of the project's scripts as npm would, in `cwd`, with `CONTENT_DIR` unset unless given. */
export function runScript(
  script: string,
  args: readonly string[],
  cwd: string,
  contentDir = '',
): Promise<Run> {
  // An office program of the machine must not change what a test sees.
  const env = { ...process.env, CONTENT_DIR: contentDir, SOFFICE_PATH: '' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, 'scripts', script), ...args],
      { cwd, env },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

/** A fresh folder for each test, removed afterwards; read its path from the returned function. */
export function temporaryFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jiaoyan-wenku-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}
