import { type CitationChanges, compareCitations } from './compare-citations.ts';
import { compareDocuments, type DocumentChanges, pairSides } from './compare-documents.ts';
import { compareDrafts, type DraftChange } from './compare-drafts.ts';
import { comparePages, type PageChanges } from './compare-pages.ts';
import {
  compareFiles,
  compareIssues,
  compareRegisters,
  type FileChange,
  type IssueChanges,
  type RegisterChanges,
} from './compare-rest.ts';
import type { Side } from './side.ts';

/** What is compared with what, as git tells. */
export interface Revisions {
  /** As the user typed it. */
  base: string;
  /** Commit that the content is compared with: where the two lines of work parted, else the given one itself. */
  commit: string;
  /** Why another commit than the given one, or why not, where that may surprise; else null. */
  note: string | null;
}

/** A file changed outside the library's own texts. */
export interface OtherFile {
  /** Path below the repository's root. */
  path: string;
  kind: 'new' | 'changed' | 'vanished' | 'renamed';
  /** `program` for what makes the site, `guide` for its own help, `inbox` for what waits, `draft` for what never shows. */
  area: 'program' | 'guide' | 'inbox' | 'draft';
}

/**
 * All that a pull request changes on the site. Also the JSON report: fields are only ever added; a change of meaning
 * raises `version`.
 */
export interface ChangeReport {
  version: 1;
  revisions: Revisions;
  documents: DocumentChanges;
  drafts: DraftChange[];
  citations: CitationChanges;
  pages: PageChanges;
  files: FileChange[];
  registers: RegisterChanges[];
  issues: IssueChanges;
  others: OtherFile[];
}

/** Compares two states of a library. Depends on nothing but its arguments. */
export function compareSides(
  before: Side,
  after: Side,
  around: { revisions: Revisions; others: readonly OtherFile[] },
): ChangeReport {
  const pairs = pairSides(before, after);
  const documents = compareDocuments(after, pairs);
  const edited = new Set(documents.changed.map(({ id }) => `/${id}/`));
  return {
    version: 1,
    revisions: around.revisions,
    documents,
    drafts: compareDrafts(before, after),
    citations: compareCitations(before, after, pairs),
    pages: comparePages(before, after, edited),
    files: compareFiles(before, after),
    registers: compareRegisters(before, after),
    issues: compareIssues(before, after, pairs),
    others: [...around.others],
  };
}

/** Whether anything at all has changed. */
export function isEmpty({
  documents,
  drafts,
  citations,
  pages,
  files,
  registers,
  issues,
  others,
}: ChangeReport): boolean {
  const lists = [
    ...[documents.added, documents.vanished, documents.changed, documents.statuses],
    ...[citations.gained, citations.lost, citations.states],
    ...[pages.appeared, pages.vanished, pages.redirected, pages.derived],
    ...[drafts, files, registers, issues.new, issues.gone, others],
  ];
  return lists.every((list) => list.length === 0);
}
