/** Reads the searchable text of a built document page. */
import { Parser } from 'htmlparser2';
import { VOID } from '../core/markup/elements.ts';
import { followArticle, followMarkup, type MarkupTaker } from '../core/markup/follow-markup.ts';
import { type Attributes, NO_ATTRIBUTES } from '../core/markup/start-tag.ts';
import { INLINE, SKIPPED } from './blocks.ts';
import type { Block, Clause, PageText, Region } from './record.ts';

/** The attributes by which a page is read. */
const READ: ReadonlySet<string> = new Set([
  ...['id', 'hidden', 'data-id', 'data-clause', 'data-search-ignore', 'data-document'],
  ...['data-document-title', 'data-document-facts', 'data-document-body', 'data-document-notes'],
]);
const HEADING = /^h[1-6]$/;

interface OpenElement {
  readonly inArticle: boolean;
  readonly region: Region | undefined;
  readonly skipped: boolean;
  /** Nearest id around the text. */
  readonly anchor: string;
}

function regionOf(attributes: Attributes): Region | undefined {
  if ('data-document-title' in attributes) return 'title';
  if ('data-document-facts' in attributes) return 'facts';
  if ('data-document-body' in attributes) return 'body';
  if ('data-document-notes' in attributes) return 'notes';
  return undefined;
}

const isHidden = (name: string, attributes: Attributes): boolean =>
  SKIPPED.has(name) || 'hidden' in attributes || 'data-search-ignore' in attributes;

/** One line of text: what is white space or nothing to a reader becomes one space or nothing. */
const clean = (text: string): string =>
  /[\s\u200B]/u.test(text)
    ? text
        .replace(/[\u200B\uFEFF]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()
    : text;

class PageReader implements MarkupTaker {
  readonly clauses: Clause[] = [];
  readonly blocks: Block[] = [];
  readonly regions = new Set<Region>();
  /** `data-id` of the article, once it was seen. */
  documentId: string | undefined;
  private readonly open: OpenElement[] = [];
  private text = '';

  private get current(): OpenElement | undefined {
    return this.open.at(-1);
  }

  start(name: string, attributes: Attributes): void {
    if (!INLINE.has(name)) this.flush();
    if (name === 'br') this.characters(' ');
    if (VOID.has(name)) return;
    const element = this.describe(name, attributes);
    if (element.region && !element.skipped) this.regions.add(element.region);
    if (element.region === 'body' && !element.skipped) this.beginClause(attributes);
    const heading = element.region === 'body' && HEADING.test(name);
    this.open.push(heading ? { ...element, region: 'heading' } : element);
  }

  end(name: string): void {
    if (VOID.has(name)) return;
    if (!INLINE.has(name)) this.flush();
    this.open.pop();
  }

  characters(text: string): void {
    if (this.current?.region && !this.current.skipped) this.text += text;
  }

  private describe(name: string, attributes: Attributes): OpenElement {
    const parent = this.current;
    if (parent && attributes === NO_ATTRIBUTES && !SKIPPED.has(name)) return parent;
    const isArticle = name === 'article' && 'data-document' in attributes;
    if (isArticle) this.documentId = attributes['data-id'] ?? '';
    const inArticle = isArticle || parent?.inArticle === true;
    return {
      inArticle,
      region: (inArticle ? regionOf(attributes) : undefined) ?? parent?.region,
      skipped: parent?.skipped === true || isHidden(name, attributes),
      anchor: attributes['id'] || (parent?.anchor ?? ''),
    };
  }

  private beginClause(attributes: Attributes): void {
    const label = attributes['data-clause'];
    const anchor = attributes['id'];
    if (label && anchor) this.clauses.push({ anchor, label });
  }

  private flush(): void {
    if (this.text === '') return;
    const text = clean(this.text);
    this.text = '';
    const region = this.current?.region;
    if (text === '' || region === undefined) return;
    const inBody = region === 'body' || region === 'heading';
    const clause = inBody ? this.clauses.length - 1 : -1;
    const anchor = this.current?.anchor || (this.clauses[clause]?.anchor ?? '');
    this.blocks.push({ region, clause, anchor, text });
  }
}

/** A page as read: its text, plus what a caller needs to judge whether it is a document page at all. */
export interface ReadPage extends PageText {
  /** `data-id` of the `<article data-document>`; undefined when the page has none. */
  readonly documentId: string | undefined;
  readonly regions: ReadonlySet<Region>;
}

function scanned(html: string): PageReader | undefined {
  const reader = new PageReader();
  return followArticle(html, READ, reader) ? reader : undefined;
}

function parsed(html: string): PageReader {
  const reader = new PageReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.start(name, attributes),
    onclosetag: (name) => reader.end(name),
    ontext: (text) => reader.characters(text),
  });
  parser.end(html);
  return reader;
}

/** Reads `<article data-document>`: its title, 要素, body and notes, block by block, in page order. */
export function readPage(html: string): ReadPage {
  const { documentId, regions, clauses, blocks } = scanned(html) ?? parsed(html);
  return { documentId, regions, clauses, blocks };
}

/** The same with a parser alone, as the reading is checked with. */
export function parsePage(html: string): ReadPage {
  const { documentId, regions, clauses, blocks } = parsed(html);
  return { documentId, regions, clauses, blocks };
}

/** Reads a document's rendered body, without the page around it, as `readPage` reads it there. */
export function readBody(html: string): PageText {
  const reader = new PageReader();
  reader.start('article', { 'data-document': '' });
  reader.start('div', { 'data-document-body': '' });
  if (!followMarkup(html, READ, reader))
    return readPage(`<article data-document><div data-document-body>${html}</div></article>`);
  reader.end('div');
  reader.end('article');
  return reader;
}
