import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { cacheRoot } from './cache-root.ts';
import { digestSources } from './source-digest-fs.ts';

/** What decides how a Word file is made, beside the document. */
const DECIDING = ['src/core', 'src/docx', 'src/load', 'src/site'];
const DIGEST_BYTES = 32;

let program: Promise<string> | undefined;

/**
 * The Word file of a document: the one that an earlier build made from the same parts by the same program, else what
 * `make` gives. Each document has one file in the cache, which begins with the digest of what it was made from
 * and its own, so that a file that the disk cut short is made again.
 * `name` tells documents and sites apart; `parts` are texts and the bytes of pictures.
 */
export async function cachedWordFile(
  name: string,
  parts: readonly (string | Uint8Array)[],
  make: () => Uint8Array,
): Promise<Uint8Array> {
  program ??= digestSources(process.cwd(), DECIDING);
  const digest = digestOf([await program, ...parts]);
  const file = wordCacheFile(name);
  const kept = readKept(file);
  if (kept && digest.equals(kept.subarray(0, DIGEST_BYTES))) {
    const whole = kept.subarray(2 * DIGEST_BYTES);
    if (digestOf([whole]).equals(kept.subarray(DIGEST_BYTES, 2 * DIGEST_BYTES))) return whole;
  }
  const made = make();
  keep(file, Buffer.concat([digest, digestOf([made]), made]));
  return made;
}

/** Where the cache keeps the file of that name. */
export function wordCacheFile(name: string): string {
  return path.join(cacheRoot(process.cwd()), 'word', digestOf([name]).toString('hex').slice(0, 24));
}

/** Each part with its length, so that no two lists of parts run together to the same bytes. */
function digestOf(parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest();
}

/**
 * What is in the cache under that name, if anything. Files so small are read and written at once: to wait for them
 * costs more time of the processor than they do.
 */
function readKept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Another thread or build may read or write the same file: each writes a draft of its own, and the file appears whole.
 * A cache that can't be written is none.
 */
function keep(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  } catch {
    // A full disk or a folder without leave to write: the next build makes the file again.
    discard(draft);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where nothing can be written, there is nothing to take away.
  }
}
