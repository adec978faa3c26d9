/**
 * What a page shows of the library, as a key: a build takes a page over from the last site while its key stays. A key
 * must cover all that the page can show. For a page that reads the site through `watchSite` it covers what the page is
 * given besides. A page that has no key and isn't watched shows no text of a document, but any of what is known about
 * them: titles, dates, relations, citations with their sentences, clauses.
 */
import { hash } from 'node:crypto';
import { openStore } from '../load/stored-documents-fs.ts';
import type { SiteDocument } from './library.ts';

/** Of the images and attachments of the content. */
export function filesKey(): string {
  return import.meta.env.DEV ? '' : openStore().files;
}

/** Of a page that is given documents and shows their texts. */
export function documentsKey(...documents: readonly SiteDocument[]): string {
  return documents.map((document) => `${factsDigest(document)} ${document.digest}`).join(' ');
}

const known = new WeakMap<SiteDocument, string>();

/** Covers all that the site has worked out about a document but its text. */
export function factsDigest(document: SiteDocument): string {
  const earlier = known.get(document);
  if (earlier !== undefined) return earlier;
  const facts = Object.keys(document)
    .filter((name) => name !== 'html' && name !== 'digest')
    .map((name) => [name, document[name as keyof SiteDocument]]);
  const digest = hash('sha256', JSON.stringify(facts), 'base64url');
  known.set(document, digest);
  return digest;
}

export function isSiteDocument(value: unknown): value is SiteDocument {
  return typeof value === 'object' && value !== null && 'html' in value && 'clauses' in value;
}
