import type { Collection } from './collections.ts';
import { parseDocNumber } from './docnumber.ts';
import { documentId } from './document-id.ts';

/** A document as far as its addresses concern it. */
export interface Addressed {
  id: string;
  collection: Collection;
  /** Former ids and former canonical numbers. */
  aliases: readonly string[];
}

/** Ids under which a document was published before. */
export interface FormerIds {
  /** Those that its aliases name. */
  named: readonly string[];
  /** Those that its former numbers made in its collection. Its address may have been another, by its file name. */
  made: readonly string[];
}

const NONE: FormerIds = { named: [], made: [] };

/** The ids that a document's aliases stand for. */
export function formerIds({ collection, aliases }: Omit<Addressed, 'id'>): FormerIds {
  if (aliases.length === 0) return NONE;
  const numbers = aliases.filter((alias) => parseDocNumber(alias) !== undefined);
  return {
    named: aliases.filter((alias) => alias.includes('/')),
    made: numbers.map((number) => documentId(collection, '', number)),
  };
}

/**
 * Former id → the document that bears it now. A present id is never former; an id that aliases name goes to the one that
 * names it, whatever the numbers of others would make; of several that lay the same claim the first has it, and the
 * check refuses such a library (rule alias-taken).
 */
export function formerAddresses<Document extends Addressed>(
  documents: readonly Document[],
): Map<string, Document> {
  const former = new Map<string, Document>();
  const present = new Set(documents.map(({ id }) => id));
  for (const kind of ['named', 'made'] as const) {
    for (const document of documents) {
      for (const id of formerIds(document)[kind]) {
        if (!present.has(id) && !former.has(id)) former.set(id, document);
      }
    }
  }
  return former;
}
