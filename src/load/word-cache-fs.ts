import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { cacheRoot } from './cache-root.ts';
import { digestSources } from './source-digest-fs.ts';

/** What decides how a Word file is made, beside the document. */
const DECIDING = ['src/core', 'src/docx'];
const DIGEST_BYTES = 32;

let program: Promise<string> | undefined;

/**
 * The Word file of a document: the one that an earlier build made from the same parts by the same program, else what
 * `make` gives. Each document has one file in the cache, which begins with the digest of what it was made from.
 * `name` tells documents and sites apart; `parts` are texts and the bytes of pictures.
 */
export async function cachedWordFile(
  name: string,
  parts: readonly (string | Uint8Array)[],
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  program ??= digestSources(process.cwd(), DECIDING);
  const digest = digestOf([await program, ...parts]);
  const file = wordCacheFile(name);
  const kept = await readFile(file).catch(() => undefined);
  if (kept && digest.equals(kept.subarray(0, DIGEST_BYTES))) return kept.subarray(DIGEST_BYTES);
  const made = await make();
  await keep(file, Buffer.concat([digest, made]));
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

/** Another build may read or write the same file: it appears whole. A cache that can't be written is none. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, file);
  } catch {
    // A full disk or a folder without leave to write: the next build makes the file again.
  }
}
