import { strFromU8, unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';
import { STYLE } from '../../src/docx/style-ids.ts';
import type { WordSource } from '../../src/docx/word-source.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { renderBody } from '../../src/markdown/render.ts';
import { packWordFile } from '../../src/site/pack-word-file.ts';
import { libraryDocument } from './library-document.ts';

/** The source of a Word file of the fictional office, its body written as in a content file. */
export function wordSource(body: string, more: Partial<WordSource> = {}): WordSource {
  const parsed = parseBody(body);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const links = { numbers: new Map(), titles: new Map(), missing: '/n/', base: '/' };
  const { html, clauses } = renderBody(parsed.tree, { links, codes: ['云教研字', '云教发'] });
  return {
    document: libraryDocument('plans/yunjiaoyanzi-2012-3', {
      title: '云岭区教研室2012年度工作计划',
      docNumber: '云教研字〔2012〕3号',
      issuedOn: '2012-02-20',
    }),
    ...{ html, clauses, notes: [], source: undefined, standing: '', pictures: new Map() },
    url: 'https://wenku.example/plans/yunjiaoyanzi-2012-3/',
    library: '教研文库',
    ...more,
  };
}

/** The XML parts of a Word file, by their paths. */
export async function partsOf(source: WordSource): Promise<Record<string, string>> {
  const files = unzipSync(packWordFile(source));
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

/** A paragraph of Word: its style, its properties and its text. */
export interface WordParagraph {
  style: string;
  xml: string;
  text: string;
}

/** The paragraphs of a part in order, those of tables included. */
export function paragraphsOf(xml: string): WordParagraph[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '',
    xml: paragraph,
    text: textOf([...paragraph.matchAll(/<w:t[ >].*?<\/w:t>/gs)].map(([run]) => run).join('')),
  }));
}

/** The document's own text in a Word file: without the red head, the title and what the editor says. */
export function bodyText(parts: Record<string, string>): string {
  const apart: string[] = [STYLE.issuer, STYLE.number, STYLE.title, STYLE.note, STYLE.colophon];
  return paragraphsOf(parts['word/document.xml'] ?? '')
    .filter(({ style }) => !apart.includes(style))
    .map(({ text }) => text)
    .join('');
}

/** The text of the footnotes in a Word file. */
export function footnoteText(parts: Record<string, string>): string {
  return paragraphsOf(parts['word/footnotes.xml'] ?? '')
    .map(({ text }) => text)
    .join('');
}

/** The text of a page's HTML, without what the page adds: marks of footnotes, their heading and the ways back. */
export function pageText(html: string): { body: string; footnotes: string } {
  const tree = parseDocument(html);
  const drop = DomUtils.findAll(
    ({ name, attribs }) =>
      name === 'sup' || attribs['id'] === 'footnote-label' || 'data-footnote-backref' in attribs,
    tree.children,
  );
  for (const element of drop) DomUtils.removeElement(element);
  const notes = DomUtils.findAll(({ attribs }) => 'data-footnotes' in attribs, tree.children);
  const footnotes = plain(notes.map((note) => DomUtils.textContent(note)).join(''));
  for (const note of notes) DomUtils.removeElement(note);
  return { body: plain(DomUtils.textContent(tree)), footnotes };
}

/** A text without its white space, which HTML and Word treat each in their own way. */
export function plain(text: string): string {
  return text.replace(/\s/g, '');
}

function textOf(xml: string): string {
  return DomUtils.textContent(parseDocument(xml, { xmlMode: true }));
}
