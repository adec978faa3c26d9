import type { SourceLine } from '../manuscript.ts';
import type { PageElement } from './page-tree.ts';

/** Something that a line of a page can't hold, with what to say of it. */
export interface Aside {
  kind: 'picture' | 'file' | 'frame' | 'broken-link' | 'raised' | 'bullet' | 'underline' | 'nested-table';
  /** The address, or the words in question. */
  text: string;
  address?: string;
}

/** A line of a page, before it is known whether it belongs to the document. */
export interface PageLine {
  /** Its `line` is not yet known. */
  line: SourceLine;
  /** The innermost block that it stands in. */
  block: PageElement;
  /** As on the page, invisible characters included. */
  raw: string;
  /** Why it is no text: the page hides it, or it is a control. */
  aside?: 'hidden' | 'control';
  /** How many of its characters, without space, are links to pages. */
  linked: number;
  asides: Aside[];
}

/** What a walk over a page needs to know. */
export interface FlowSetting {
  base: string | undefined;
  /** Tables around the text: they arrange the page, whatever they look like. */
  frames: ReadonlySet<PageElement>;
  /** Links that refer to a footnote → its id. */
  references: ReadonlyMap<PageElement, string>;
  /** Elements that are left out: the sign of a footnote within its own text. */
  omitted: ReadonlySet<PageElement>;
  /** Elements that are named as the text's box: they stand apart, even a <span>. */
  boxes: ReadonlySet<PageElement>;
  /** Elements that are shown though the page hides them: the text itself, behind a tab. */
  shown: ReadonlySet<PageElement>;
}
