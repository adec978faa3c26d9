import { getCollection } from 'astro:content';
import type { Clause } from '../core/clauses.ts';
import type { Collection } from '../core/collections.ts';
import type { Reference } from '../core/references.ts';
import { openStore } from '../load/stored-documents-fs.ts';
import type { StoredMetadata } from '../load/stored-entry.ts';
import type { DocumentData } from '../schema/documents.ts';

/** A document of a content collection with its rendered text. */
export interface DocumentEntry {
  /** Without the collection's name. */
  id: string;
  data: DocumentData;
  /** Changes whenever the text or where its links lead does. */
  digest: string;
  readonly html: string;
  clauses: Clause[];
  references: Reference[];
}

/**
 * The documents of a collection. While editing they come from the content collection, which follows the disk; in a
 * build from the store that it has prepared, by the same code, for the compiled program holds no documents.
 */
export async function documentEntries(collection: Collection): Promise<DocumentEntry[]> {
  return import.meta.env.DEV ? await followedEntries(collection) : storedEntries(collection);
}

async function followedEntries(collection: Collection): Promise<DocumentEntry[]> {
  const entries = await getCollection(collection);
  return entries.flatMap(({ id, data, digest, rendered }) => {
    if (!rendered) return [];
    // `documentLoader` is the only writer of these entries.
    const { clauses, references } = rendered.metadata as unknown as StoredMetadata;
    return { id, data, digest: String(digest), html: rendered.html, clauses, references };
  });
}

function storedEntries(collection: Collection): DocumentEntry[] {
  return openStore()
    .documents.filter((document) => document.collection === collection)
    .map((document) => ({
      id: document.id,
      data: document.data,
      digest: document.digest,
      get html() {
        return document.html;
      },
      clauses: document.clauses,
      references: document.references,
    }));
}
