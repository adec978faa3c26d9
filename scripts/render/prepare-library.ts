/** Prepares a library for the compiled program: judged, and every document parsed, linked and rendered into a store. */
import { hash } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { COLLECTIONS } from '../../src/core/collections.ts';
import { compareText } from '../../src/core/compare-text.ts';
import { contentFiles } from '../../src/load/content-files-fs.ts';
import { loadRegisters } from '../../src/load/content-fs.ts';
import { type PlacedDocument, storePaths, writeStore } from '../../src/load/stored-documents-fs.ts';
import type { DocumentData } from '../../src/schema/documents.ts';
import { PUBLIC_DIR } from '../check-addresses.ts';
import { CHECK_CACHE, type CheckResult } from '../check-content.ts';
import { type PreparedContent, prepareContent } from '../prepare/prepare-content.ts';

/** What is prepared and where to. */
export interface Preparation {
  readonly contentDir: string;
  readonly storeDir: string;
  /** Begins and ends with a slash. */
  readonly base: string;
  /** Other work that takes the processors until it is over. */
  readonly busy?: Promise<unknown>;
}

/** What pages may depend on, as digests. */
export interface LibraryDigests {
  /** Of all that is known of the library but the words of its texts: a page that shows no text depends on it alone. */
  readonly shape: string;
  /** The part of it that any page may depend on, whatever it reads: the registers, images and attachments, the day. */
  readonly common: string;
}

/** A library that was judged and, as far as it can be, prepared. */
export interface PreparedLibrary extends LibraryDigests {
  readonly report: CheckResult;
  /** What is wrong with documents that can't be rendered, in Chinese; the check tells of them at length. */
  readonly invalid: readonly string[];
  readonly documents: number;
}

/** Judges a content folder and writes its store; of a library with errors the store is good for nothing. */
export async function prepareLibrary({
  contentDir,
  storeDir,
  base,
  busy,
}: Preparation): Promise<PreparedLibrary> {
  await mkdir(storeDir, { recursive: true });
  const { report, entries, invalid } = await prepareContent(contentDir, {
    ...{ base, bodiesFile: storePaths(storeDir).bodies },
    ...{ publicDir: PUBLIC_DIR, cacheDir: CHECK_CACHE, busy },
  });
  const documents = placedDocuments(entries);
  const files = await digestFiles(contentDir);
  const common = await commonDigest(files, contentDir);
  const known = await writeStore(storeDir, documents, files);
  const shape = digestOf([known, common]);
  return { report, invalid, documents: documents.length, shape, common };
}

/** In the order in which lists of equal rank show them, on every machine the same. */
function placedDocuments(entries: PreparedContent['entries']): PlacedDocument[] {
  return COLLECTIONS.flatMap((collection) =>
    [...(entries.get(collection) ?? [])]
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id, data, digest, rendered: { html: place, metadata } }) => {
        const { clauses, references } = metadata;
        const known = { collection, id, data: data as unknown as DocumentData, clauses, references };
        return { known, digest, place };
      }),
  );
}

/** Digest of what is there beside the documents; `files` is that of the images and attachments. */
async function commonDigest(files: string, contentDir: string): Promise<string> {
  const { agencies, topics, addresses } = await loadRegisters(contentDir);
  const registers = [agencies.entries, topics.entries, addresses.entries];
  return digestOf([registers, files, process.env['AS_OF'] || null]);
}

async function digestFiles(contentDir: string): Promise<string> {
  const files = await Promise.all(
    (await contentFiles(contentDir)).map(async (file) => {
      const { size, mtimeMs } = await stat(path.join(contentDir, file));
      return [file, size, mtimeMs];
    }),
  );
  return digestOf(files);
}

const digestOf = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64url');
