/**
 * The documents of a library as a build has prepared them: parsed, linked and rendered, on disk. The compiled program of
 * the site reads them when it runs, in as many threads as there are, so that it holds no content itself and is compiled
 * anew only when the program changes.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Collection } from '../core/collections.ts';
import type { DocumentData } from '../schema/documents.ts';
import type { StoredMetadata } from './document-loader.ts';

/** A prepared document but for its HTML. */
export interface PreparedDocument {
  readonly collection: Collection;
  /** Without the collection's name. */
  readonly id: string;
  readonly data: DocumentData;
  /** Covers everything that decides its HTML. */
  readonly digest: string;
  readonly metadata: StoredMetadata;
}

/** A document of the store. */
export interface StoredDocument extends PreparedDocument {
  readonly html: string;
}

/** Where the HTML of a document lies in the file of texts, in bytes. */
interface Place {
  readonly at: number;
  readonly bytes: number;
}

interface StoreFile {
  readonly shape: string;
  readonly documents: readonly (PreparedDocument & { readonly place: Place })[];
}

const DOCUMENTS = 'documents.json';
const TEXTS = 'texts.html';

/** Names the folder of the store to the compiled program. */
export const STORE_VARIABLE = 'WENKU_DOCUMENTS';

/** Writes a store into `dir`, in the order of `documents`; `shape` see `OpenStore`. */
export async function writeStore(
  dir: string,
  documents: Iterable<StoredDocument>,
  shape: string,
): Promise<void> {
  await mkdir(dir, { recursive: true });
  const texts = await open(path.join(dir, TEXTS), 'w');
  const placed: (PreparedDocument & { place: Place })[] = [];
  try {
    let at = 0;
    for (const { html, ...document } of documents) {
      const bytes = Buffer.from(html);
      await texts.write(bytes);
      placed.push({ ...document, place: { at, bytes: bytes.byteLength } });
      at += bytes.byteLength;
    }
  } finally {
    await texts.close();
  }
  const store: StoreFile = { shape, documents: placed };
  await writeFile(path.join(dir, DOCUMENTS), JSON.stringify(store));
}

/** A store that is open for reading. */
export interface OpenStore {
  /** Digest of all that is known of the library but the words of its texts: a page that shows no text depends on it alone. */
  readonly shape: string;
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
  const { documents, shape } = JSON.parse(readFileSync(path.join(dir, DOCUMENTS), 'utf8')) as StoreFile;
  const file = path.join(dir, TEXTS);
  return {
    shape,
    documents: documents.map(({ place, ...document }) => ({
      ...document,
      get html(): string {
        return readPlace(file, place);
      },
    })),
  };
}

function readPlace(file: string, { at, bytes }: Place): string {
  const buffer = Buffer.allocUnsafe(bytes);
  const texts = openSync(file, 'r');
  try {
    readSync(texts, buffer, 0, bytes, at);
  } finally {
    closeSync(texts);
  }
  return buffer.toString('utf8');
}
