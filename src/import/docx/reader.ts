import type { SourceLine } from '../manuscript.ts';
import type { OpenField } from './fields.ts';
import type { OpenLine } from './line-builder.ts';
import type { Numbering } from './numbering.ts';
import type { OwnRole } from './own-files.ts';
import type { Part, WordPackage } from './package.ts';
import type { Report } from './report.ts';
import type { Style, Styles } from './styles.ts';
import type { XmlElement } from './xml.ts';

/** What all of a file's reading shares. */
export interface Reader {
  file: WordPackage;
  styles: Styles;
  numbering: Numbering;
  report: Report;
  /** Paragraphs of the body so far. */
  line: number;
  /** Text that stands in attributes or in the codes of fields, for the account. */
  unwritten: string[];
  /** Paragraph in which each footnote or endnote is referred to, by its id with f or e before it. */
  notes: Map<string, number>;
  /** Ids of the notes that can be referred to. */
  noteIds: ReadonlySet<string>;
  /** Text of the comments that have not been met yet, by id. */
  comments: Map<string, string>;
  /** Paragraphs in which the contents begin, or other lists that the site makes itself. */
  contents: Set<number>;
  /** What paragraphs are that the library itself added to a file, by their numbers. */
  roles: Map<number, OwnRole>;
  /** Bytes and number of the pictures so far. */
  pictures: { count: number; bytes: number };
}

/** A stretch of paragraphs that stands by itself: the body, a note, a text box. Fields begin and end within it. */
export interface Story {
  part: Part;
  fields: OpenField[];
  /** Marks of fields that have both their beginning and their end. */
  paired: ReadonlySet<XmlElement>;
  /** False where paragraphs take the number of the one that they belong to. */
  counts: boolean;
  /** False in footnotes and cells: headings are none there. */
  headings: boolean;
}

/** A paragraph while it is read. */
export interface OpenParagraph {
  reader: Reader;
  story: Story;
  number: number;
  style: Style;
  /** Lines and what stands between them, in order; the last line is the one that text goes to. */
  items: (OpenLine | SourceLine)[];
  current: OpenLine;
  /** What comes after the current line: pictures and boxes that are anchored in it. */
  pending: SourceLine[];
  /** Text of tracked changes in it. */
  changes: { inserted: string; deleted: string };
  /** Stretches that lose their look, by what it was. */
  plain: Map<string, string>;
}

/** Where inline content stands. */
export interface Place {
  paragraph: OpenParagraph;
  inserted: boolean;
}
