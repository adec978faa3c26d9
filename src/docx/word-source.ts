import type { Clause } from '../core/clauses.ts';
import type { LibraryDocument } from '../core/library.ts';
import type { DocumentData } from '../schema/documents.ts';
import type { Picture } from './body-model.ts';

/** What a Word file is made of: the document as its page shows it, and what the site says of it. */
export interface WordSource {
  document: Pick<
    LibraryDocument,
    'title' | 'docNumber' | 'issuer' | 'issuedOn' | 'publishedOn' | 'status' | 'completeness' | 'topics'
  >;
  /** The rendered body, as it stands in the page. */
  html: string;
  clauses: readonly Clause[];
  notes: DocumentData['notes'];
  source: DocumentData['source'];
  /** What became of the document, in one sentence; empty when there is nothing to tell. */
  standing: string;
  /** Full address of the document's page. */
  url: string;
  /** Name of the library. */
  library: string;
  /** The pictures of the body by their addresses in the HTML; one that isn't here is told by its alternative text. */
  pictures: ReadonlyMap<string, Picture>;
}
