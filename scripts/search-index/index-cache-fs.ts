/**
 * What the index step made and may need again: files below a folder of the caller's, each named by the digest of all
 * that it was made of, the program included. It only saves time. A file that is missing, damaged or another one's is as
 * good as none, one that can't be written is no harm, and each appears whole or not at all, whoever else writes there.
 */
import { createHash, hash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { digestSources } from '../../src/load/source-digest-fs.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** All that decides what the index step makes. */
const DECIDING = [
  'src/core',
  'src/search',
  'src/ui/search',
  'src/load',
  'scripts/search-index',
  'scripts/search-terms',
];
const SUM_BYTES = 32;
/** What is no longer used is kept for as long as everything together is no larger than this many times what is. */
const KEPT_TIMES = 3;
const ALWAYS_KEPT = 32e6;

const sumOf = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It is no file, or lies where nothing can be changed: it is never read.
  }
}

export class IndexCache {
  readonly #dir: string | undefined;
  readonly #version: string;
  readonly #used = new Set<string>();
  #drafts = 0;

  private constructor(dir: string | undefined, version: string) {
    this.#dir = dir;
    this.#version = version;
  }

  /** The cache in a folder, which need not exist; without a folder it remembers nothing. */
  static async open(dir: string | undefined): Promise<IndexCache> {
    const version = dir === undefined ? '' : await digestSources(ROOT, DECIDING);
    return new IndexCache(dir, `${process.version} ${version}`);
  }

  /** Whether it remembers anything at all. */
  get isOn(): boolean {
    return this.#dir !== undefined;
  }

  /** What was kept of `kind` for the inputs `of`. */
  read<Kept>(kind: string, of: string): Kept | undefined {
    if (this.#dir === undefined) return undefined;
    const key = this.#keyOf(kind, of);
    const file = path.join(this.#dir, key);
    try {
      const bytes = readFileSync(file);
      const content = bytes.subarray(SUM_BYTES);
      if (!sumOf(content).equals(bytes.subarray(0, SUM_BYTES))) return undefined;
      // A file under another one's name is not the one asked for.
      if (content.toString('latin1', 0, key.length) !== key) return undefined;
      const kept = deserialize(content.subarray(key.length)) as Kept;
      this.#used.add(key);
      return kept;
    } catch {
      // There is none, or it can't be read: it is made again.
      return undefined;
    }
  }

  write(kind: string, of: string, made: unknown): void {
    if (this.#dir === undefined) return;
    const key = this.#keyOf(kind, of);
    const draft = path.join(this.#dir, `${key}.${process.pid}-${this.#drafts++}`);
    try {
      const content = Buffer.concat([Buffer.from(key, 'latin1'), serialize(made)]);
      mkdirSync(this.#dir, { recursive: true });
      writeFileSync(draft, Buffer.concat([sumOf(content), content]));
      renameSync(draft, path.join(this.#dir, key));
      this.#used.add(key);
    } catch {
      // A full disk, or a checkout that can't be written: the next build makes it again.
      removeIfPossible(draft);
    }
  }

  /** What was kept, or else what `make` makes. */
  remember<Made>(kind: string, of: string, make: () => Made): Made {
    const kept = this.read<{ made: Made }>(kind, of);
    if (kept) return kept.made;
    const made = make();
    this.write(kind, of, { made });
    return made;
  }

  /** The same for what takes its time. */
  async rememberAsync<Made>(kind: string, of: string, make: () => Promise<Made>): Promise<Made> {
    const kept = this.read<{ made: Made }>(kind, of);
    if (kept) return kept.made;
    const made = await make();
    this.write(kind, of, { made });
    return made;
  }

  /** Removes what has not been used for longest, when there is much of it. Call it after a build. */
  forget(): void {
    if (this.#dir === undefined) return;
    try {
      this.#forgetIn(this.#dir);
    } catch {
      // Another build is removing the same files, or there are none.
    }
  }

  #forgetIn(dir: string): void {
    const files = readdirSync(dir).map((name) => {
      const { size, mtimeMs } = statSync(path.join(dir, name));
      return { name, size, at: mtimeMs };
    });
    const now = new Date();
    let used = 0;
    for (const { name, size } of files) {
      if (!this.#used.has(name)) continue;
      used += size;
      utimesSync(path.join(dir, name), now, now);
    }
    let left = Math.max(ALWAYS_KEPT, used * (KEPT_TIMES - 1));
    const unused = files.filter(({ name }) => !this.#used.has(name)).sort((a, b) => b.at - a.at);
    for (const { name, size } of unused) {
      left -= size;
      if (left < 0) rmSync(path.join(dir, name), { force: true });
    }
  }

  #keyOf(kind: string, of: string): string {
    return `${kind}-${hash('sha256', `${this.#version}\n${kind}\n${of}`).slice(0, 40)}`;
  }
}
