/** What a search result knows of its document: the shape of the data in `fragment/`, a file for each. */

/** A document as `api/documents.json` lists it. Dates are ISO dates; `url` is root-relative with the base path. */
export interface DocumentEntry {
  readonly id: string;
  readonly collection: string;
  readonly url: string;
  readonly title: string;
  readonly docNumber: string | null;
  readonly issuer: string;
  /** 级别 of the issuer: 国家级 … 校级, or '' when it isn't known. */
  readonly level: string;
  readonly kind: string;
  readonly period: string | null;
  readonly issuedOn: string | null;
  readonly status: string;
  readonly completeness: string;
  readonly topics: readonly string[];
  readonly years: readonly number[];
}

/** The regions of a page that are searched; a heading belongs to the body. */
export type Region = 'title' | 'facts' | 'body' | 'heading' | 'notes';

/** A clause of the body: the element id to link to, and its label such as 第三部分第6条. */
export interface Clause {
  readonly anchor: string;
  readonly label: string;
}

/** A paragraph, heading, list item or table cell with its visible text. */
export interface Block {
  readonly region: Region;
  /** Index into `clauses`, or -1. */
  readonly clause: number;
  /** Nearest element id to link to, or ''. */
  readonly anchor: string;
  readonly text: string;
}

/** The searchable text of one page. */
export interface PageText {
  readonly clauses: readonly Clause[];
  readonly blocks: readonly Block[];
  /** The variants that occur in it, the document's title and its number, packed (variants.ts); absent when none do. */
  readonly variants?: string;
}

/** A block in a fragment: its text is the next line of the fragment's content. */
export type StoredBlock = readonly [region: Region, clause: number, anchor: string];

/** What is stored of a document beside its text. */
export interface StoredRecord {
  readonly document: DocumentEntry;
  readonly clauses: readonly Clause[];
  readonly blocks: readonly StoredBlock[];
  /** As in PageText. */
  readonly variants?: string;
}

/** The JSON in a document's file. Its content is the readable text, one block a line. */
export interface Fragment {
  readonly content: string;
  readonly record: StoredRecord;
}

/** The fragment of a document. Block texts hold no line breaks. */
export function toFragment(document: DocumentEntry, page: PageText): Fragment {
  return {
    content: page.blocks.map((block) => block.text).join('\n'),
    record: {
      document,
      clauses: page.clauses,
      blocks: page.blocks.map((block): StoredBlock => [block.region, block.clause, block.anchor]),
      ...(page.variants ? { variants: page.variants } : {}),
    },
  };
}

/** The page text back from a fragment. */
export function fromFragment(fragment: Fragment): PageText {
  const lines = fragment.content.split('\n');
  const blocks = fragment.record.blocks.map(([region, clause, anchor], index): Block => {
    return { region, clause, anchor, text: lines[index] ?? '' };
  });
  const { clauses, variants } = fragment.record;
  return { clauses, blocks, ...(variants ? { variants } : {}) };
}
