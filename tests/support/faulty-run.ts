import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A fault of the disk; tests/support/faulty-disk.mjs says what each part means. */
export interface Fault {
  calls: string;
  path: string;
  code?: string;
  kill?: true | NodeJS.Signals;
  after?: number;
  bytes?: number;
}

/** What a command printed and how it ended. */
export interface FaultyRun {
  /** Undefined for one that was killed. */
  code: number | undefined;
  out: string;
  err: string;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const MODULE = pathToFileURL(path.join(import.meta.dirname, 'faulty-disk.mjs')).href;
/** What Vitest sets for itself must not reach a command that is tested as a user runs it. */
const OF_VITEST = /^(?:NODE_ENV|VITEST.*|BASE_URL|MODE|DEV|PROD|SSR|TEST)$/;

/** Runs one of the project's scripts on a disk with these faults. */
export function runFaulty(
  script: string,
  args: readonly string[],
  faults: readonly Fault[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<FaultyRun> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name)));
  const preload =
    faults.length > 0 ? { NODE_OPTIONS: `--import=${MODULE}`, FAULTY_DISK: JSON.stringify(faults) } : {};
  const options = {
    cwd,
    env: { ...inherited, SOFFICE_PATH: '', ...preload, ...env },
    maxBuffer: 16 * 1024 * 1024,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(ROOT, 'scripts', script), ...args], options, (error, out, err) => {
      const code = error === null ? 0 : error.signal ? undefined : Number(error.code);
      resolve({ code, out, err });
    });
  });
}

/** Every file and link below a folder, to be compared: its text, or of a long one the digest. */
export async function treeOf(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const tree: Record<string, string> = {};
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(dir, file).split(path.sep).join('/');
    if (entry.isSymbolicLink()) tree[name] = `→ ${await readlink(file)}`;
    else if (entry.isFile()) tree[name] = describeBytes(await readFile(file));
  }
  return tree;
}

function describeBytes(bytes: Buffer): string {
  return bytes.length > 400 ? `${bytes.length} bytes ${hash('sha256', bytes)}` : bytes.toString('latin1');
}

/** A message for people: what was found, what was expected, how to mend it, and nothing of the program's insides. */
export const WORDED = /发现.+应为.+改法：/s;
export const STACK = /^\s+at |node:internal|Error: E[A-Z]+/m;
