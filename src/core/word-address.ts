import type { Completeness } from './status.ts';

/** Whether a document has a Word form: of a 题录 there is no text to put into it. */
export function hasWordFile({ completeness }: { completeness: Completeness }): boolean {
  return completeness !== '题录';
}

/** Path of a document's Word form below the site's root, e.g. plans/yunjiaoyanzi-2012-3/yunjiaoyanzi-2012-3.docx. */
export function wordFilePath({ id }: { id: string }): string {
  return `${id}/${id.slice(id.indexOf('/') + 1)}.docx`;
}

/** The longest name that every file system takes, in UTF-16 units. */
const LONGEST_NAME = 80;

/** What a browser names the saved file: the document's title, without what file systems refuse. */
export function wordFileName({ title }: { title: string }): string {
  const name = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, LONGEST_NAME);
  return `${name.trim().replace(/[.\s\uD800-\uDBFF]+$/, '')}.docx`;
}
