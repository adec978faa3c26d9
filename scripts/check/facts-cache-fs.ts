/**
 * What the check found out about documents that have not changed since: one file for each content folder, below
 * node_modules/.cache. It only saves time. A file that is missing, damaged or of another version of the program is as
 * good as none, one that can't be written is no harm, and of two checks at once the later one's file stays.
 */
import { createHash, hash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { deserialize, serialize } from 'node:v8';
import type { BodyCitation } from '../../src/lint/rule.ts';
import { digestSources } from '../../src/load/source-digest-fs.ts';
import type { BodyFacts, SplitFacts } from './examine-document.ts';
import { forgetOldest } from './forget-oldest-fs.ts';

/** What is kept of a document. */
export interface KeptDocument {
  /** Of its collection, file and text. */
  digest: string;
  split: SplitFacts;
  facts: BodyFacts;
  /** What it cites, by the agency codes that it was looked through with. */
  citations: { codes: string; found: BodyCitation[] };
}

/** By file. */
export type KeptDocuments = ReadonlyMap<string, KeptDocument>;

/** What decides what is found in a document, beside its text. */
const DECIDING = ['src/core', 'src/schema', 'src/lint', 'src/markdown', 'src/load', 'scripts/check'];
/** Fewer documents are examined as fast as they are looked up. */
const WORTH_KEEPING = 100;
/** Content folders whose files are kept. */
const MOST_FILES = 8;
const ENDING = '.bin';
const SUM_BYTES = 32;

export class FactsCache {
  readonly #dir: string;
  readonly #file: string;
  readonly #root: string;
  #version: Promise<string> | undefined;

  /** `dir` is the folder of the cache, `root` the project's. */
  constructor(dir: string, root: string, contentDir: string) {
    this.#dir = dir;
    this.#root = root;
    this.#file = path.join(dir, `${hash('sha256', path.resolve(contentDir)).slice(0, 24)}${ENDING}`);
  }

  async read(): Promise<KeptDocuments> {
    const bytes = await readFile(this.#file).catch(() => undefined);
    if (!bytes) return new Map();
    const content = bytes.subarray(SUM_BYTES);
    if (!sumOf(content).equals(bytes.subarray(0, SUM_BYTES))) return new Map();
    const head = content.indexOf('\n');
    if (content.toString('latin1', 0, head) !== (await this.version())) return new Map();
    return deserialize(content.subarray(head + 1)) as KeptDocuments;
  }

  /** The file appears whole or not at all. */
  async write(documents: KeptDocuments): Promise<void> {
    if (documents.size < WORTH_KEEPING) return;
    const draft = `${this.#file}.${process.pid}`;
    try {
      const content = Buffer.concat([
        Buffer.from(`${await this.version()}\n`, 'latin1'),
        serialize(documents),
      ]);
      await mkdir(this.#dir, { recursive: true });
      await writeFile(draft, Buffer.concat([sumOf(content), content]));
      await rename(draft, this.#file);
      await forgetOldest(this.#dir, ENDING, MOST_FILES);
    } catch {
      // A full disk, or a checkout that can't be written: the next check examines the documents again.
      await rm(draft, { force: true }).catch(() => {});
    }
  }

  /** Of all that decides what is found: program, packages, and the Node whose format the file has. */
  version(): Promise<string> {
    this.#version ??= digestSources(this.#root, DECIDING).then((sources) => `${process.version} ${sources}`);
    return this.#version;
  }
}

function sumOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
