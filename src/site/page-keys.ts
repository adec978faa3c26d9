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
  const digest = digestOfFacts(facts);
  known.set(document, digest);
  return digest;
}

/** Covers a value of the site; the documents in it count with what is known about them but their texts. */
export function digestOfFacts(value: unknown): string {
  return hash('sha256', JSON.stringify(value, plainly) ?? '', 'base64url');
}

function plainly(_name: string, value: unknown): unknown {
  if (isSiteDocument(value)) return factsDigest(value);
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value === 'function')
    throw new TypeError('A page reads a function of which no digest can be taken');
  return value;
}

/** By its parts, for there are several of one id: with its own status and with that of the day. */
function isSiteDocument(value: unknown): value is SiteDocument {
  return typeof value === 'object' && value !== null && 'html' in value && 'clauses' in value;
}
