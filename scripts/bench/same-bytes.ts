import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareDigests, filesBelow } from '../release/checksums.ts';

/** What became of comparing two builds of the same state byte by byte. */
export interface BytesFigures {
  /** Files of the clean build. */
  readonly files: number;
  /** How many are missing, too many or other. */
  readonly differing: number;
  /** The first of them, each with what is wrong, in Chinese. */
  readonly named: readonly string[];
}

/** SHA-256 of each file of a built site, by its path. */
export type SiteDigests = ReadonlyMap<string, string>;

const NAMED = 20;

/** Reads a built site. */
export async function digestSite(outDir: string): Promise<SiteDigests> {
  const digests = new Map<string, string>();
  for (const file of await filesBelow(outDir))
    digests.set(file, hash('sha256', await readFile(path.join(outDir, file))));
  return digests;
}

/** What a rebuilt site is against a clean build. */
export function compareSites(clean: SiteDigests, rebuilt: SiteDigests): BytesFigures {
  const differences = compareDigests(clean, rebuilt);
  return { files: clean.size, differing: differences.length, named: differences.slice(0, NAMED) };
}
