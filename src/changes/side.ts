/** One of the two states of a library that are compared: plain data, whoever read it and from where. */
import type { Collection } from '../core/collections.ts';
import type { Status } from '../core/status.ts';
import type { Issue } from '../lint/issue.ts';

/** A field of the frontmatter as it is typed, with what readers call it. */
export interface SideField {
  name: string;
  label: string;
  /** In words; lists are joined by 、. */
  value: string;
}

/** A paragraph, heading, list item or row of a table as a reader sees it. */
export interface Paragraph {
  text: string;
  heading: boolean;
}

/** A document, also one that has faults and so can't be published yet. */
export interface SideDocument {
  /** e.g. plans/yunjiaoyanzi-2012-3; its page is `/${id}/`. */
  id: string;
  collection: Collection;
  /** Path below the content folder. */
  file: string;
  title: string;
  docNumber: string | null;
  /** Former ids and numbers. */
  aliases: readonly string[];
  /** False for one whose frontmatter or body can't be read: the site could not be built from it. */
  readable: boolean;
  /** In the order of the schema; what the schema doesn't know stands at the end. */
  fields: readonly SideField[];
  paragraphs: readonly Paragraph[];
  /** The body as typed, with line feeds only. */
  body: string;
  /** The status that its page shows, whoever says it; null for an unreadable one. */
  status: { name: Status; words: string } | null;
}

/** A document that says of itself that it is not to be published yet. */
export interface SideDraft {
  /** Path below the content folder. */
  file: string;
  title: string;
  /** All of the file, with line feeds only. */
  text: string;
}

/** One citation in the text of a document. */
export interface SideCitation {
  /** Id of the citing document. */
  from: string;
  /** What tells cited things apart whether or not the library holds them: its number's key, else its title. */
  thing: string;
  /** As a reader would name it, e.g. 《…》（云教发〔2011〕5号）. */
  name: string;
  /** Where it stands, e.g. 第三部分第6条; null before the first clause. */
  clause: string | null;
  sentence: string;
  /** e.g. 未收录, or 已收录，引用时已废止. */
  state: string;
  /** Id of the document that it leads to. */
  to: string | null;
}

/** A file that readers are handed. */
export interface SideFile {
  file: string;
  /** In bytes. */
  size: number;
  /** The same for the same bytes. */
  digest: string;
}

/** An entry of a register such as agencies.yml. */
export interface SideEntry {
  /** What tells entries apart. */
  key: string;
  fields: readonly SideField[];
}

export interface SideRegister {
  file: string;
  /** What readers call it. */
  label: string;
  entries: readonly SideEntry[];
}

/** Why the page of a thing that did not change itself may show something else. */
export const DERIVED_REASONS = {
  status: '有效性因别的文件而变',
  citedBy: '“被引用”一栏',
  cites: '引用处的链接或标记',
  relations: '文件关系',
  series: '历年系列',
  compared: '所对照的文件',
  list: '列表中的文件',
  citers: '谁引用了这个文号',
} as const;
export type DerivedReason = keyof typeof DERIVED_REASONS;

/** What a page takes from other documents, by reason; the values are only compared. */
export type DerivedParts = Partial<Record<DerivedReason, string>>;

/** A whole library at one moment. */
export interface Side {
  documents: readonly SideDocument[];
  drafts: readonly SideDraft[];
  citations: readonly SideCitation[];
  /** Path of every page and data file, e.g. /years/2012/. */
  pages: ReadonlySet<string>;
  /** Paths that only lead on to another page → where; former addresses and redirects. */
  redirects: ReadonlyMap<string, string>;
  /** Path of a page → what it takes from others. */
  derived: ReadonlyMap<string, DerivedParts>;
  files: readonly SideFile[];
  registers: readonly SideRegister[];
  issues: readonly Issue[];
}
