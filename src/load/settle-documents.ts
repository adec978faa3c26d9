import process from 'node:process';
import type { LibraryDocument } from '../core/library.ts';
import {
  type AsOf,
  asOfDay,
  type DocumentLife,
  documentLives,
  settleStatuses,
} from '../core/settle-status.ts';

/** Documents with the status that holds on the site's day, and the lives that it follows from. */
export interface SettledDocuments<Document> {
  documents: Document[];
  lives: ReadonlyMap<string, DocumentLife>;
  asOf: AsOf;
}

/**
 * Settles the status of all documents of a library, as of AS_OF or of the library's newest day. The one place for it:
 * the links in the texts and the pages around them must agree.
 */
export function settleDocuments<Document extends LibraryDocument>(
  documents: readonly Document[],
): SettledDocuments<Document> {
  const asOf = asOfDay(documents, process.env['AS_OF'] || undefined);
  const lives = documentLives(documents, asOf);
  return { documents: settleStatuses(documents, lives), lives, asOf };
}
