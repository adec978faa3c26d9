import { normalizeTitle } from './cited-titles.ts';
import type { Collection } from './collections.ts';
import { compareText } from './compare-text.ts';
import { numberSortKey } from './number-sort-key.ts';
import type { LinkTable, LinkTarget, Reference, Resolution } from './references.ts';
import { type Completeness, isDead, type Status } from './status.ts';

/** What the library knows of each document without its text. */
export interface LibraryDocument {
  /** e.g. plans/yijiaohanzi-2011-4 */
  id: string;
  collection: Collection;
  /** Root-relative address with the base path and a trailing slash. */
  url: string;
  title: string;
  docNumber: string | null;
  issuer: string;
  kind: string;
  /** Canonical spelling, e.g. 2011年. */
  period: string | null;
  /** Calendar years under which a reader looks for it, ascending; empty when no source tells. */
  years: number[];
  issuedOn: string | null;
  publishedOn: string | null;
  status: Status;
  completeness: Completeness;
  topics: string[];
}

/** A reference with its two ends: one row of /api/citations.json. */
export interface Citation extends Reference {
  from: string;
  to: string | null;
  resolved: Resolution;
}

/** A row of the citation register: one cited number or title with everything that cites it. */
export interface RegisterRow {
  canonical: string | null;
  title: string | null;
  resolved: Resolution;
  to: string | null;
  citations: Citation[];
}

export interface Library {
  documents: LibraryDocument[];
  byId: Map<string, LibraryDocument>;
  byNumber: Map<string, LibraryDocument>;
  citations: Citation[];
  cites: Map<string, Citation[]>;
  citedBy: Map<string, Citation[]>;
  /** Canonical number → every citation of it, held or not. */
  citationsByNumber: Map<string, Citation[]>;
  register: RegisterRow[];
}

/** Which documents bear a title, compared by `normalizeTitle`. */
function titleIndex(documents: readonly LibraryDocument[]): Map<string, LibraryDocument[]> {
  return Map.groupBy(documents, (document) => normalizeTitle(document.title));
}

/** Builds the table that the rendering pipeline links by; `base` begins and ends with a slash. */
export function buildLinkTable(documents: readonly LibraryDocument[], base: string): LinkTable {
  const numbers: LinkTable['numbers'] = {};
  const titles: LinkTable['titles'] = {};
  for (const document of documents) {
    if (document.docNumber) numbers[document.docNumber] ??= linkTarget(document);
  }
  for (const [title, bearers] of titleIndex(documents)) {
    const [only, second] = bearers;
    if (only && !second) titles[title] = linkTarget(only);
  }
  return { numbers, titles, missing: `${base}n/`, base };
}

function linkTarget(document: LibraryDocument): LinkTarget {
  const { id, url, title, completeness, status } = document;
  return { id, href: url, title, held: completeness === '题录' ? 'record' : 'text', dead: isDead(status) };
}

/**
 * Joins documents and the references found in their texts into the citation graph.
 * `references` maps document id → its references in text order. A document's mention of itself is no citation.
 */
export function buildLibrary(
  documents: readonly LibraryDocument[],
  references: ReadonlyMap<string, readonly Reference[]>,
): Library {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const byNumber = new Map<string, LibraryDocument>();
  for (const document of documents) {
    if (document.docNumber && !byNumber.has(document.docNumber)) byNumber.set(document.docNumber, document);
  }
  const byTitle = titleIndex(documents);
  const citations = documents.flatMap((document) =>
    (references.get(document.id) ?? [])
      .map((reference) => resolve(document.id, reference, byNumber, byTitle))
      .filter((citation) => citation.to !== citation.from),
  );
  return {
    documents: [...documents],
    byId,
    byNumber,
    citations,
    cites: Map.groupBy(citations, (citation) => citation.from),
    citedBy: Map.groupBy(
      citations.filter((citation) => citation.to !== null),
      (citation) => citation.to ?? '',
    ),
    citationsByNumber: Map.groupBy(
      citations.filter(({ canonical }) => canonical !== null),
      ({ canonical }) => canonical ?? '',
    ),
    register: buildRegister(citations),
  };
}

function resolve(
  from: string,
  reference: Reference,
  byNumber: ReadonlyMap<string, LibraryDocument>,
  byTitle: ReadonlyMap<string, LibraryDocument[]>,
): Citation {
  const bearers =
    reference.canonical !== null
      ? [byNumber.get(reference.canonical)].filter((document) => document !== undefined)
      : (byTitle.get(normalizeTitle(reference.title ?? '')) ?? []);
  const [only, second] = bearers;
  if (!only) return { ...reference, from, to: null, resolved: 'missing' };
  if (second) return { ...reference, from, to: null, resolved: 'ambiguous' };
  return { ...reference, from, to: only.id, resolved: only.completeness === '题录' ? 'record' : 'held' };
}

/** Rows by cited thing, most cited first, then by number or title so that the order never depends on input order. */
function buildRegister(citations: readonly Citation[]): RegisterRow[] {
  const groups = Map.groupBy(citations, (citation) => {
    if (citation.to !== null) return `id:${citation.to}`;
    return citation.canonical ?? `title:${normalizeTitle(citation.title ?? '')}`;
  });
  const rows = [...groups.values()].map((group): RegisterRow => {
    const [first] = group;
    return {
      canonical: group.find((citation) => citation.canonical !== null)?.canonical ?? null,
      title: group.find((citation) => citation.title !== null)?.title ?? null,
      resolved: first?.resolved ?? 'missing',
      to: first?.to ?? null,
      citations: group,
    };
  });
  const name = (row: RegisterRow): string => numberSortKey(row.canonical ?? row.title);
  return rows.sort((a, b) => b.citations.length - a.citations.length || compareText(name(a), name(b)));
}
