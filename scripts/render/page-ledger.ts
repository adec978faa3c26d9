/**
 * What a build notes of the files that it made, so that the next one need not make them again: one file for each output
 * folder, below node_modules/.cache. It only saves time: one that is missing, damaged or of another version is as good as none.
 */
import { hash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { deserialize, serialize } from 'node:v8';
import { forgetOldest } from '../check/forget-oldest-fs.ts';

/** A file that was made. */
export interface LedgerEntry {
  /** Covers everything that decides its content but what a watched page read, see `reads`. */
  readonly key: string;
  readonly bytes: number;
  /** Milliseconds since 1970, as the disk has it: who changes the file by hand gets it made again. */
  readonly modified: number;
  /** Of an HTML page, for the inspection; numbers of the ledger's texts. */
  readonly note?: Uint32Array;
  /** Of a page that shows a document: the digest of its content, by which the index knows it. */
  readonly sum?: string;
  /** Of a page that watches what it reads: its reads as `seenRead` writes them; numbers of the ledger's texts. */
  readonly reads?: Uint32Array;
}

/** All files that a build made. */
export interface Ledger {
  /** Of the program that made them. */
  readonly programKey: string;
  /** Of the library that they show; see `LibraryDigests`. */
  readonly shape: string;
  /** By path below the output folder. */
  readonly files: ReadonlyMap<string, LedgerEntry>;
  readonly texts: readonly string[];
}

const NOTHING: Ledger = { programKey: '', shape: '', files: new Map(), texts: [] };
/** Raised when the shape of the file changes. */
const VERSION = 3;
const SUM_BYTES = 32;
const ENDING = '.bin';
/** Output folders whose ledgers are kept. */
const MOST_LEDGERS = 16;

/** Where the ledger of an output folder lies. */
export function ledgerFile(cacheDir: string, outDir: string): string {
  return path.join(cacheDir, 'pages', `${hash('sha256', path.resolve(outDir)).slice(0, 24)}${ENDING}`);
}

/** Reads a ledger; an empty one where there is none that can be trusted. */
export async function readLedger(file: string): Promise<Ledger> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return NOTHING;
  const content = bytes.subarray(SUM_BYTES);
  if (!sumOf(content).equals(bytes.subarray(0, SUM_BYTES))) return NOTHING;
  const kept = deserialize(content) as { version: number; ledger: Ledger };
  return kept.version === VERSION ? kept.ledger : NOTHING;
}

/** Writes a ledger whole or not at all; the site is good without it. */
export async function writeLedger(file: string, ledger: Ledger): Promise<void> {
  const content = serialize({ version: VERSION, ledger });
  const fresh = `${file}.${process.pid}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(fresh, Buffer.concat([sumOf(content), content]));
    await rename(fresh, file);
    await forgetOldest(path.dirname(file), ENDING, MOST_LEDGERS);
  } catch {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}

const sumOf = (content: Uint8Array): Buffer => hash('sha256', content, 'buffer');
