/** The index of an exported library in Meilisearch, and a document as it takes it. */
import type { ExportedDocument } from '../schema/export.ts';

/** A document with a key that Meilisearch accepts, and its days as numbers, because only these are compared there. */
export interface MeilisearchDocument extends Omit<ExportedDocument, 'clauses'> {
  key: string;
  issuedDay: number | null;
  publishedDay: number | null;
  /** Without their text, which `text` holds already. */
  clauses: { anchor: string; label: string }[];
}

/** Meilisearch takes no longer key, in bytes. */
export const LONGEST_KEY = 511;

/**
 * A document's id with nothing but a-z, A-Z, 0-9, - and _: the slash is the first _, any other character is its code
 * between two _. Different ids have different keys.
 */
export function meilisearchKey(id: string): string {
  const slash = id.indexOf('/');
  const plain = id
    .slice(slash + 1)
    .replace(/[^a-zA-Z0-9-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
  return `${id.slice(0, slash)}_${plain}`;
}

const dayNumber = (day: string | null): number | null =>
  day === null ? null : Number(day.replaceAll('-', ''));

/** The document as Meilisearch takes it. */
export function toMeilisearch(document: ExportedDocument): MeilisearchDocument {
  return {
    key: meilisearchKey(document.id),
    ...document,
    issuedDay: dayNumber(document.issuedOn),
    publishedDay: dayNumber(document.publishedOn),
    clauses: document.clauses.map(({ anchor, label }) => ({ anchor, label })),
  };
}

/** Typed, so that a setting can't name a field that no document has. */
type Field = keyof MeilisearchDocument;

const SEARCHED: readonly Field[] = ['title', 'docNumber', 'issuer', 'topics', 'kind', 'cites', 'text'];
const FILTERED: readonly Field[] = [
  ...(['id', 'collection', 'docNumber', 'numberKey', 'issuer', 'kind', 'level', 'period', 'years'] as const),
  ...(['issuedDay', 'publishedDay', 'status', 'completeness', 'topics', 'cites', 'relations'] as const),
];
const SORTED: readonly Field[] = ['issuedDay', 'publishedDay', 'title', 'docNumber'];
/** One wrong digit makes it another document. */
const EXACT: readonly Field[] = ['docNumber', 'cites'];

/** More issuers and topics than its 100, so that facets count all of them. */
const MOST_FACET_VALUES = 1000;

/** The body of the request that sets the index up. */
export function meilisearchSettings(): object {
  return {
    searchableAttributes: SEARCHED,
    filterableAttributes: FILTERED,
    sortableAttributes: SORTED,
    displayedAttributes: ['*'],
    rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
    typoTolerance: { enabled: true, disableOnAttributes: EXACT },
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
    faceting: { maxValuesPerFacet: MOST_FACET_VALUES },
  };
}
