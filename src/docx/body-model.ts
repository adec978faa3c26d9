import type { Clause } from '../core/clauses.ts';
import type { LayoutRole } from '../core/layout-roles.ts';

/** How a stretch of text is set. */
export interface TextMarks {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
  /** The editor supplied it where the source lost it. */
  supplied?: true;
  position?: 'super' | 'sub';
}

/** A picture that can be put into the file; measures in pixels. */
export interface Picture {
  data: Uint8Array;
  type: 'png' | 'jpg' | 'gif';
  width: number;
  height: number;
}

/** A piece of a line. */
export type Inline =
  | ({ kind: 'text'; text: string } & TextMarks)
  | { kind: 'break' }
  | { kind: 'footnote'; number: number }
  | { kind: 'picture'; src: string; alt: string };

export type CellAlign = 'left' | 'center' | 'right';

export interface TableCell {
  inlines: Inline[];
  align: CellAlign | undefined;
  /** Columns and rows that the cell takes. */
  columns: number;
  rows: number;
}

export interface TableRow {
  cells: TableCell[];
  /** A row of headings, repeated on each page. */
  head: boolean;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  ordered: boolean;
  /** Number of the first item. */
  start: number;
  /** Tells the lists of a document apart, from 0. */
  list: number;
  /** 0 for the outermost list. */
  depth: number;
  /** A further paragraph of its item bears no mark. */
  marked: boolean;
}

/** A block of a document's text, in reading order. */
export type BodyBlock =
  | { kind: 'heading'; depth: number; inlines: Inline[]; clause: Clause | undefined }
  | {
      kind: 'paragraph';
      inlines: Inline[];
      clause: Clause | undefined;
      role: LayoutRole | undefined;
      list: ListPlace | undefined;
      quoted: boolean;
      code: boolean;
      /** The words under a picture. */
      caption?: boolean;
    }
  | { kind: 'table'; rows: TableRow[] }
  | { kind: 'rule' };

/** A document's text as its Word form needs it. */
export interface Body {
  blocks: BodyBlock[];
  /** Number of a footnote, from 1 → its paragraphs. */
  footnotes: Map<number, Inline[][]>;
}
