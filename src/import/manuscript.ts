import type { Elements } from './elements.ts';
import type { Finding } from './finding.ts';

/** How a stretch of text is set off, outermost first. */
export const MARK_KINDS = ['link', 'strong', 'emphasis', 'deleted'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A stretch of a line that the source sets off. Offsets are UTF-16 units of the line's text. */
export interface InlineMark {
  start: number;
  end: number;
  kind: MarkKind;
  /** Of a link: an address that a page may have. */
  href?: string;
}

/** Where a footnote is referred to: before the character at `at`, in UTF-16 units of the line's text. */
export interface FootnotePlace {
  at: number;
  /** Key of the manuscript's `footnotes`. */
  id: string;
}

/** What the source's layout tells of a line, as far as the format knows it. */
export interface Look {
  align?: 'centre' | 'right';
  /** Size of most of its characters, in points. */
  size?: number;
  /** True when all of it is bold. */
  bold?: boolean;
  /** True when the source itself calls it the title of the document. */
  title?: boolean;
}

/** A table, row by row; a cell that a neighbour covers is empty, so that all rows are of one length. */
export interface Table {
  kind: 'table';
  /** Each cell is the lines that stand in it. The first row is the head. */
  rows: SourceLine[][][];
}

/** A picture that a browser can show. */
export interface Picture {
  kind: 'picture';
  bytes: Uint8Array;
  /** Without a dot: png, jpg, gif or webp. */
  extension: string;
  /** What the source says is to be seen; empty when it says nothing. */
  alt: string;
}

/** One line or paragraph of a source, or a table or picture among them. */
export interface SourceLine {
  /** Without surrounding space and invisible characters; empty for a table or picture. */
  text: string;
  /** 1-based: a line of a text file, a paragraph of other formats. */
  line: number;
  /** True when the source sets it in by two spaces or a full-width one: the start of a paragraph. */
  indented: boolean;
  /** True when an empty line stands before it. */
  afterBlank: boolean;
  /** Depth at which the source itself calls it a heading, 1 outermost: a Markdown marker, a style, an outline level. */
  marker?: number;
  /** So many UTF-16 units at the start are the source's automatic numbering, and stand nowhere in its own text. */
  generated?: number;
  marks?: readonly InlineMark[];
  footnotes?: readonly FootnotePlace[];
  look?: Look;
  solid?: Table | Picture;
}

/** Text of the source that doesn't go into any document, and why, in Chinese. */
export interface DroppedText {
  text: string;
  /** As 页眉、页脚; finishes the sentence 没有收入：……. */
  reason: string;
  line: number;
}

/** A source file as read, whatever its format; what a document is made from. */
export interface Manuscript {
  /** What the report calls the format, with the encoding of a text: GB18030, Word 文档（.docx）. */
  format: string;
  /** What `line` counts, for messages. */
  unit: '行' | '段';
  /** In order; no table within a table. */
  lines: SourceLine[];
  /** Text of each footnote by id; every one is referred to somewhere in the lines. */
  footnotes: ReadonlyMap<string, readonly SourceLine[]>;
  /** 公文要素 that stand outside the text, as in the table of a government page. */
  elements?: Elements;
  /** What the source says of itself besides, as 索引号：…, worth a note. */
  catalogue?: readonly string[];
  /** Address from which a saved page was taken, when it tells. */
  url?: string;
  findings: Finding[];
  /** All text of the file by a plainer reading, apart from how `lines` came to be; what is in it must be accounted for. */
  raw: string;
  dropped: readonly DroppedText[];
}

/** A file as a manuscript, or why it is refused, in Chinese, with the mend. */
export type ReadSource = { ok: true; manuscript: Manuscript } | { ok: false; reason: string };

/** The text of a line, of all cells of a table, one below the other. */
export function visibleText({ text, solid }: SourceLine): string {
  return solid?.kind === 'table' ? solid.rows.flat(2).map(visibleText).join('\n') : text;
}

/** A line with those in its cells: wherever text can stand. */
export function textLines(line: SourceLine): SourceLine[] {
  return line.solid?.kind === 'table' ? line.solid.rows.flat(2) : [line];
}

/** Ids of the footnotes that lines refer to, in order. */
export function footnotesIn(lines: readonly SourceLine[]): string[] {
  const places = lines.flatMap(textLines).flatMap(({ footnotes }) => footnotes ?? []);
  return [...new Set(places.map(({ id }) => id))];
}
