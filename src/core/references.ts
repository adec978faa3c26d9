import type { Status } from './status.ts';
import type { StatusPeriod } from './status-periods.ts';
import type { TargetIndex } from './target-index.ts';

/** Where links of rendered text lead. A plain value, so that it can be an option of the pipeline. */
export interface LinkTable extends TargetIndex<LinkTarget> {
  /** Address of the page of a number that the library lacks is this, the canonical number and a slash. */
  missing: string;
  /** Base path of the site, beginning and ending with a slash. */
  base: string;
}

/** A document by name and address. */
export interface DocumentName {
  id: string;
  href: string;
  title: string;
  docNumber: string | null;
}

/** What a link to a document shows of it. */
export interface LinkTarget extends DocumentName {
  /** `record` when only the bibliographic record is held. */
  held: 'text' | 'record';
  issuedOn: string | null;
  status: Status;
  /** Day from which the status holds, if a source tells. */
  statusSince: string | null;
  /** Year from which it holds, where that is known only from a document number. */
  statusYear?: number | undefined;
  /** ISO day from which a document was in force that is dead or will be. */
  effectiveOn?: string | undefined;
  /** Present when a reader of a later day may have to be told another status. */
  statusPeriods?: readonly StatusPeriod[] | undefined;
  /** What took the place of a dead document and is in force, at the end of the chain of repeals. */
  inForce?: readonly DocumentName[] | undefined;
}

/** One mention of another document in a document's text. As found and as understood are kept apart. */
export interface Reference {
  kind: 'number' | 'title';
  /** As printed. */
  raw: string;
  /**
   * Canonical document number; null for a title cited without one. A short name (《意见》) has the number that its
   * document printed where it defined the name.
   */
  canonical: string | null;
  /** The title printed for it, outer marks off, in full for a short name; null for a number cited without one. */
  title: string | null;
  /** Id of the block that holds it, for the address. */
  anchor: string;
  /** Label of the clause that holds it, e.g. 第三部分第6条; null before the first clause. */
  clause: string | null;
  /** The sentence around it. */
  sentence: string;
}

/** How a citation came out: held in text, held as a record, not held, or borne by several documents. */
export type Resolution = 'held' | 'record' | 'missing' | 'ambiguous';
