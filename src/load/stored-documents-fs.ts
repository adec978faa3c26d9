/**
 * The documents of a library as a build has prepared them: parsed, linked and rendered, on disk. The compiled program of
 * the site reads them when it runs, in as many threads as there are, so that it holds no content itself and is compiled
 * anew only when the program changes.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clause } from '../core/clauses.ts';
import type { Collection } from '../core/collections.ts';
import type { Reference } from '../core/references.ts';
import type { DocumentData } from '../schema/documents.ts';

/** What is known of a document but the words of its text. */
export interface KnownDocument {
  readonly collection: Collection;
  /** Without the collection's name. */
  readonly id: string;
  readonly data: DocumentData;
  readonly clauses: Clause[];
  readonly references: Reference[];
}

/** A document of the store. */
export interface StoredDocument extends KnownDocument {
  /** Covers everything that decides its HTML. */
  readonly digest: string;
  readonly html: string;
}

/** A prepared document whose HTML is in the file of bodies. */
export interface PlacedDocument {
  readonly known: KnownDocument;
  /** Covers everything that decides its HTML. */
  readonly digest: string;
  /** Where its HTML lies, in bytes of UTF-8. */
  readonly place: { readonly offset: number; readonly length: number };
}

interface StoreFile {
  readonly files: string;
  readonly documents: readonly PlacedDocument[];
}

/** Where the parts of the store in `dir` lie. */
export const storePaths = (dir: string) => ({
  documents: path.join(dir, 'documents.json'),
  /** The HTML of all documents. */
  bodies: path.join(dir, 'bodies.html'),
});

/** Names the folder of the store to the compiled program. */
export const STORE_VARIABLE = 'WENKU_DOCUMENTS';

/**
 * Completes the store in `dir`, in which the file of bodies is already; `files` is the digest of images and attachments.
 * Returns a digest of all that is known of the documents: on the way, as thousands take a second to be written as JSON.
 */
export async function writeStore(
  dir: string,
  documents: readonly PlacedDocument[],
  files: string,
): Promise<string> {
  const sum = createHash('sha256');
  const rows = documents.map(({ known, digest, place }) => {
    const json = JSON.stringify(known);
    sum.update(json);
    return `{"known":${json},"digest":${JSON.stringify(digest)},"place":${JSON.stringify(place)}}`;
  });
  const store = `{"files":${JSON.stringify(files)},"documents":[${rows.join(',\n')}]}`;
  await writeFile(storePaths(dir).documents, store);
  return sum.digest('base64url');
}

/** A store that is open for reading. */
export interface OpenStore {
  /** Digest of its images and attachments. */
  readonly files: string;
  readonly documents: readonly StoredDocument[];
}

let opened: { readonly dir: string; readonly store: OpenStore } | undefined;

/** The store that the environment names; read once. The HTML of a document is read from disk whenever it is asked for. */
export function openStore(): OpenStore {
  const dir = process.env[STORE_VARIABLE];
  if (!dir) throw new Error(`${STORE_VARIABLE} names no folder: the compiled program runs in a build alone`);
  if (opened?.dir !== dir) opened = { dir, store: readStore(dir) };
  return opened.store;
}

function readStore(dir: string): OpenStore {
  const paths = storePaths(dir);
  const { documents, files } = JSON.parse(readFileSync(paths.documents, 'utf8')) as StoreFile;
  return {
    files,
    documents: documents.map(({ known, digest, place }) => ({
      ...{ ...known, digest },
      get html(): string {
        return readBody(paths.bodies, place);
      },
    })),
  };
}

function readBody(file: string, { offset, length }: PlacedDocument['place']): string {
  const buffer = Buffer.allocUnsafe(length);
  const bodies = openSync(file, 'r');
  try {
    readSync(bodies, buffer, 0, length, offset);
  } finally {
    closeSync(bodies);
  }
  return buffer.toString('utf8');
}
