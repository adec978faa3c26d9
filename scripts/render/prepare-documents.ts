/** Prepares a library for the compiled program: every document parsed, linked and rendered into a store on disk. */
import { hash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { DataStore, LoaderContext } from 'astro/loaders';
import { COLLECTIONS, type Collection } from '../../src/core/collections.ts';
import { compareText } from '../../src/core/compare-text.ts';
import { contentFiles } from '../../src/load/content-files-fs.ts';
import { loadRegisters } from '../../src/load/content-fs.ts';
import { documentLoader, type StoredMetadata } from '../../src/load/document-loader.ts';
import { type StoredDocument, writeStore } from '../../src/load/stored-documents-fs.ts';
import type { DocumentData } from '../../src/schema/documents.ts';

/** What is prepared and where to. */
export interface Preparation {
  readonly contentDir: string;
  readonly storeDir: string;
  /** Begins and ends with a slash. */
  readonly base: string;
}

/** A prepared library. */
export interface PreparedLibrary {
  readonly documents: number;
  /** See `OpenStore`. */
  readonly shape: string;
}

/** Writes the store of a content folder. @throws InvalidDocumentError for documents that must not be published */
export async function prepareDocuments({
  contentDir,
  storeDir,
  base,
}: Preparation): Promise<PreparedLibrary> {
  const documents: StoredDocument[] = [];
  for (const collection of COLLECTIONS)
    documents.push(...(await loadCollection(collection, contentDir, base)));
  const shape = await shapeOf(documents, contentDir);
  await writeStore(storeDir, documents, shape);
  return { documents: documents.length, shape };
}

async function loadCollection(
  collection: Collection,
  contentDir: string,
  base: string,
): Promise<StoredDocument[]> {
  const entries = new Map<string, Parameters<DataStore['set']>[0]>();
  const context = {
    store: {
      get: () => undefined,
      set: (entry: Parameters<DataStore['set']>[0]) => entries.set(entry.id, entry),
      keys: () => entries.keys(),
      delete: (id: string) => entries.delete(id),
    },
    config: { base, root: pathToFileURL(`${process.cwd()}/`) },
    logger: console,
  } as unknown as LoaderContext;
  await documentLoader(collection, contentDir).load(context);
  return [...entries.values()]
    .sort((a, b) => compareText(a.id, b.id))
    .map(({ id, data, digest, rendered }) => ({
      ...{ collection, id, data: data as unknown as DocumentData, digest: String(digest) },
      metadata: rendered?.metadata as unknown as StoredMetadata,
      html: rendered?.html ?? '',
    }));
}

/** Digest of everything that a page may show but the texts. */
async function shapeOf(documents: readonly StoredDocument[], contentDir: string): Promise<string> {
  const { agencies, topics, addresses } = await loadRegisters(contentDir);
  const files = await Promise.all(
    (await contentFiles(contentDir)).map(async (file) => {
      const { size, mtimeMs } = await stat(path.join(contentDir, file));
      return [file, size, mtimeMs];
    }),
  );
  const known = documents.map(({ collection, id, data, metadata: { clauses, references } }) => [
    ...[collection, id, data, clauses, references],
  ]);
  const registers = [agencies.entries, topics.entries, addresses.entries];
  return hash('sha256', JSON.stringify([known, registers, files, process.env['AS_OF'] || null]), 'base64url');
}
