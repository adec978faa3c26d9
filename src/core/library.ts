import type { Collection } from './collections.ts';
import { issueMoment, type Moment } from './moments.ts';
import { numberKey } from './number-key.ts';
import type { DocumentName, LinkTable, LinkTarget, Reference, Resolution } from './references.ts';
import { buildRegister, type RegisterRow } from './register.ts';
import type { RelationKind } from './relations.ts';
import { type Completeness, isDead, type Status } from './status.ts';
import { inForceInstead } from './status-banner.ts';
import type { StatusPeriod } from './status-periods.ts';
import { successionFinder } from './succession.ts';
import { buildTargetIndex, findCited, findTargets, type TargetIndex } from './target-index.ts';

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
  /** First day in force; left out like a missing one where no source tells. */
  effectiveOn?: string | null;
  /** Last day in force. */
  expiresOn?: string | null;
  /** As its frontmatter says; once settled, as of the site's day and by whatever others do to it, see settle-status.ts. */
  status: Status;
  /** Day from which the status holds, if a source tells. */
  statusSince: string | null;
  /** Year from which it holds, where that is known only from a document number. */
  statusYear?: number | undefined;
  /** Present when a reader of a later day may have to be told another status. */
  statusPeriods?: readonly StatusPeriod[] | undefined;
  completeness: Completeness;
  topics: string[];
  /** Former ids and canonical numbers of the document, which still lead to it. */
  aliases: string[];
  /** What it says of its relations to others; targets are canonical numbers or document ids. */
  relations: Partial<Record<RelationKind, readonly string[]>>;
  /** Not to be published yet: seen while editing only, never in a built site. */
  draft?: boolean;
}

/** A reference with its two ends: one row of /api/citations.json. */
export interface Citation extends Reference {
  from: string;
  to: string | null;
  resolved: Resolution;
}

export interface Library {
  documents: LibraryDocument[];
  byId: Map<string, LibraryDocument>;
  /** What answers to each number and title. */
  index: TargetIndex<LibraryDocument>;
  citations: Citation[];
  cites: Map<string, Citation[]>;
  citedBy: Map<string, Citation[]>;
  /** `numberKey` of a number → every citation of it, held or not. */
  citationsByNumber: Map<string, Citation[]>;
  register: RegisterRow[];
}

/**
 * Builds the table that the rendering pipeline links by, of documents with settled status; `base` begins and ends
 * with a slash.
 */
export function buildLinkTable(documents: readonly LibraryDocument[], base: string): LinkTable {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const find = (id: string) => byId.get(id);
  const successionOf = successionFinder(documents);
  const target = (document: LibraryDocument): LinkTarget => {
    const instead = isDead(document.status) ? inForceInstead(document.id, { successionOf, find }) : [];
    return linkTarget(
      document,
      instead.flatMap((id) => find(id) ?? []),
    );
  };
  return { ...buildTargetIndex(documents, target), missing: `${base}n/`, base };
}

/** What isn't there is left out: most targets are in force, and the table is hashed for each document. */
function linkTarget(document: LibraryDocument, instead: readonly LibraryDocument[]): LinkTarget {
  const { id, url, title, docNumber, issuedOn, completeness, status, statusSince } = document;
  const { statusYear, statusPeriods, effectiveOn } = document;
  const held = completeness === '题录' ? 'record' : 'text';
  return {
    ...{ id, href: url, title, docNumber, issuedOn, held, status, statusSince },
    ...(statusYear === undefined ? {} : { statusYear }),
    ...(statusPeriods ? { statusPeriods } : {}),
    ...(effectiveOn && (statusPeriods || isDead(status)) ? { effectiveOn } : {}),
    ...(instead.length > 0 ? { inForce: instead.map(nameOf) } : {}),
  };
}

function nameOf({ id, url, title, docNumber }: LibraryDocument): DocumentName {
  return { id, href: url, title, docNumber };
}

/**
 * Joins documents and the references found in their texts into the citation graph.
 * `references` maps document id → its references in text order. A document's mention of itself is no citation.
 */
export function buildLibrary(
  documents: readonly LibraryDocument[],
  references: ReadonlyMap<string, readonly Reference[]>,
): Library {
  const index = buildTargetIndex(documents, (document) => document);
  const citations = documents.flatMap((document) => {
    const citing = { id: document.id, at: issueMoment(document) };
    return (references.get(document.id) ?? [])
      .map((reference) => resolve(citing, reference, index))
      .filter((citation) => citation.to !== citation.from);
  });
  return {
    documents: [...documents],
    byId: new Map(documents.map((document) => [document.id, document])),
    index,
    citations,
    cites: Map.groupBy(citations, (citation) => citation.from),
    citedBy: Map.groupBy(
      citations.filter((citation) => citation.to !== null),
      (citation) => citation.to ?? '',
    ),
    citationsByNumber: Map.groupBy(
      citations.filter(({ canonical }) => canonical !== null),
      ({ canonical }) => numberKey(canonical ?? ''),
    ),
    register: buildRegister(citations),
  };
}

/** The one document that a canonical number leads to; undefined when the library lacks it or several answer to it. */
export function documentOfNumber({ index }: Pick<Library, 'index'>, canonical: string) {
  const [only, second] = findTargets(index, { canonical, title: null });
  return second ? undefined : only;
}

function resolve(
  { id: from, at }: { id: string; at: Moment | undefined },
  reference: Reference,
  index: TargetIndex<LibraryDocument>,
): Citation {
  const targets = findCited(index, reference, at);
  // A document that prints its own number means itself, though another one once bore that number.
  const itself = targets.find(({ id, docNumber }) => id === from && bears(docNumber, reference));
  const [only, second] = itself ? [itself] : targets;
  if (!only) return { ...reference, from, to: null, resolved: 'missing' };
  if (second) return { ...reference, from, to: null, resolved: 'ambiguous' };
  return { ...reference, from, to: only.id, resolved: only.completeness === '题录' ? 'record' : 'held' };
}

function bears(docNumber: string | null, { canonical }: Reference): boolean {
  return docNumber !== null && canonical !== null && numberKey(docNumber) === numberKey(canonical);
}
