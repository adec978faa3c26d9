/**
 * What a page shows of the library, as a key: a build takes a page over from the last site while its key stays. A key
 * must cover all that the page can show. A page without one shows no text of a document, but any of what is known about
 * them: titles, dates, relations, citations with their sentences, clauses.
 */
import { hash } from 'node:crypto';
import { openStore } from '../load/stored-documents-fs.ts';
import type { SiteDocument } from './library.ts';

/** Of a page that shows the text of one document, and of all what is known about them. */
export function documentKey(document: SiteDocument): string {
  return `${import.meta.env.DEV ? '' : openStore().shape} ${document.digest}`;
}

/** Of the images and attachments of the content. */
export function filesKey(): string {
  return import.meta.env.DEV ? '' : openStore().files;
}

/** Of a page that shows documents and nothing else of the library. */
export function documentsKey(...documents: readonly SiteDocument[]): string {
  return documents.map(ownDigest).join(' ');
}

const known = new WeakMap<SiteDocument, string>();

/** Covers a document with all that the site has worked out about it; its text is covered by its digest. */
function ownDigest(document: SiteDocument): string {
  const earlier = known.get(document);
  if (earlier !== undefined) return earlier;
  const facts = Object.keys(document)
    .filter((name) => name !== 'html')
    .map((name) => [name, document[name as keyof SiteDocument]]);
  const digest = hash('sha256', JSON.stringify(facts), 'base64url');
  known.set(document, digest);
  return digest;
}
