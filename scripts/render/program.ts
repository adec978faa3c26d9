/** The compiled program of the site: compiled anew only when something that it is made of changes. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { CACHE_ROOT } from '../build/cache-dir.ts';
import { isRunning } from '../build/is-running.ts';
import { moveFolder } from '../build/output-folder.ts';
import { isSealed } from '../build/sealed-folder.ts';
import { STAGING_PARENT } from '../build/staging.ts';
import type { SiteAddress } from './page-program.ts';
import { programPaths } from './program-files.ts';

/** A program that lies on disk. */
export interface CompiledProgram {
  readonly dir: string;
  /** Covers everything that it was made of. */
  readonly key: string;
}

/** What decides the program, below the project's root, beside the versions of the packages. */
const DECIDING = [
  ...['src', 'public', 'content/help', 'content/rules', 'scripts/build', 'scripts/render'],
  ...['scripts/built-search.ts', 'scripts/content-files.ts', 'scripts/served-url.ts'],
  ...['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
];
/** Programs that are kept: of several addresses, and of the state before a change that is taken back. */
const MOST_PROGRAMS = 6;
const NAME = /^program-[\da-f]{24}$/;
const UNFINISHED = /^program-[\da-f]{24}\.(\d+)$/;
const SCRIPT = fileURLToPath(new URL('compile-program.ts', import.meta.url));

/** The compiler ended without a program: a fault of the program's sources, which its output tells of. */
export class ProgramFault extends Error {
  override readonly name = 'ProgramFault';
}

/**
 * The program for an address, compiled if need be; `signal` stops the compiler. What is awaited is only that it runs: who
 * keeps this thread busy meanwhile doesn't hold it up. The program itself is rejected with a ProgramFault when it doesn't
 * compile.
 */
export async function startProgram(
  address: SiteAddress,
  signal?: AbortSignal,
): Promise<{ program: Promise<CompiledProgram> }> {
  const key = await programKey(address);
  const dir = path.join(CACHE_ROOT, `program-${key}`);
  await sweepUnfinished();
  await sweepPrograms(dir);
  if (await isSealed(dir)) {
    const now = new Date();
    await utimes(dir, now, now).catch(() => undefined);
    return { program: Promise.resolve({ dir, key }) };
  }
  // One that lost a part, as on a disk that was full or switched off.
  await rm(dir, { recursive: true, force: true });
  const fresh = path.join(STAGING_PARENT, `program-${key}.${process.pid}`);
  await rm(fresh, { recursive: true, force: true });
  const program = putInPlace(compile(fresh, address, signal), fresh, dir).then(() => ({ dir, key }));
  return { program };
}

async function putInPlace(compiling: Promise<void>, fresh: string, dir: string): Promise<void> {
  try {
    await compiling;
    await moveFolder(fresh, dir).catch((error: unknown) => {
      // Another build has finished the same program meanwhile.
      if (!existsSync(programPaths(dir).file)) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function programKey({ siteUrl, base }: SiteAddress): Promise<string> {
  const sum = createHash('sha256').update(JSON.stringify([siteUrl, base, process.version]));
  for (const part of DECIDING) {
    for (const file of await filesBelow(part)) sum.update(`\0${file}\0`).update(await readFile(file));
  }
  return sum.digest('hex').slice(0, 24);
}

async function filesBelow(part: string): Promise<string[]> {
  if (!existsSync(part)) return [];
  if ((await stat(part)).isFile()) return [part];
  const entries = await readdir(part, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();
}

function compile(dir: string, { siteUrl, base }: SiteAddress, signal?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, dir], {
    env: { ...process.env, SITE_URL: siteUrl, BASE_PATH: base },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  // A build that is stopped stops its compiler.
  const stop = (): void => void child.kill('SIGKILL');
  process.once('exit', stop);
  let said = '';
  child.stdout.on('data', (piece) => (said += piece));
  child.stderr.on('data', (piece) => (said += piece));
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new ProgramFault(`The program of the site does not compile (exit code ${code}):\n${said.trim()}`),
        );
    });
  }).finally(() => process.off('exit', stop));
}

/** Removes what stopped builds left. */
async function sweepUnfinished(): Promise<void> {
  for (const name of await readdir(STAGING_PARENT).catch(() => [])) {
    const builder = UNFINISHED.exec(name)?.[1];
    if (builder !== undefined && !isRunning(Number(builder)))
      await rm(path.join(STAGING_PARENT, name), { recursive: true, force: true });
  }
}

/** Removes the programs that were longest unused. */
async function sweepPrograms(needed: string): Promise<void> {
  const kept: { dir: string; used: number }[] = [];
  for (const name of await readdir(CACHE_ROOT).catch(() => [])) {
    const dir = path.join(CACHE_ROOT, name);
    if (!NAME.test(name) || dir === needed) continue;
    const found = await stat(dir).catch(() => undefined);
    if (found) kept.push({ dir, used: found.mtimeMs });
  }
  const surplus = kept.sort((a, b) => b.used - a.used).slice(MOST_PROGRAMS - 1);
  for (const { dir } of surplus) await rm(dir, { recursive: true, force: true });
}
