/** Changes to a content folder as an editor might make them, each to the middle one of the documents that have a text. */
import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { loadContent } from '../../src/load/content-fs.ts';
import type { SourceDocument } from '../../src/schema/source.ts';

/** Adds a paragraph to the end of the text. */
export async function changeOneDocument(contentDir: string): Promise<void> {
  const middle = await middleDocument(contentDir);
  if (middle) await appendFile(path.join(contentDir, middle.file), '\n\n为测量重建所需时间而添的一段。\n');
}

/** Changes the title, which other pages show too. */
export async function changeOneTitle(contentDir: string): Promise<void> {
  const middle = await middleDocument(contentDir);
  if (middle) await writeFile(path.join(contentDir, middle.file), withFields(middle, retitled('（改）')));
}

/**
 * Adds a document of the same issuer, year and topics with the same text, so that lists of documents change too. It
 * bears no number and goes by no old address, which are the other's.
 */
export async function addOneDocument(contentDir: string): Promise<void> {
  const middle = await middleDocument(contentDir);
  if (!middle) return;
  const own = ['docNumber', 'printedAs', 'aliases', 'attachments', 'source'];
  const fields = { ...retitled('（增）'), ...Object.fromEntries(own.map((name) => [name, () => undefined])) };
  const file = path.join(contentDir, middle.file.replace(/\.mdx$/, '-added.mdx'));
  await writeFile(file, withFields(middle, fields), { flag: 'wx' });
}

async function middleDocument(contentDir: string): Promise<SourceDocument | undefined> {
  const { documents } = await loadContent(contentDir);
  const written = documents.filter(({ source }) => source.body.trim() !== '');
  return written[Math.floor(written.length / 2)]?.source;
}

type FieldChanges = Readonly<Record<string, (value: unknown) => unknown>>;

const retitled = (mark: string): FieldChanges => ({ title: (title) => `${String(title)}${mark}` });

/** The file's text with fields of the frontmatter changed; one that becomes undefined is left out. */
function withFields({ text, body }: SourceDocument, changes: FieldChanges): string {
  const yaml = parseDocument(frontmatterOf(text, body));
  for (const [name, change] of Object.entries(changes)) {
    const value = change(yaml.get(name));
    if (value === undefined) yaml.delete(name);
    else yaml.set(name, value);
  }
  return `---\n${yaml.toString({ lineWidth: 0 })}---\n${body}`;
}

/** What stands between the lines `---`. */
function frontmatterOf(text: string, body: string): string {
  const head = text.slice(0, text.length - body.length);
  return head.replace(/^---[^\n]*\n/, '').replace(/---\s*$/, '');
}
