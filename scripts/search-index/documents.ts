/** Reads what a built site says of its documents, and the text of their pages. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareByDate } from '../../src/search/facets.ts';
import { normalise } from '../../src/search/normalise.ts';
import { type ReadPage, readPage } from '../../src/search/page.ts';
import type { DocumentEntry } from '../../src/search/record.ts';

/** A mistake in the site's files that the one who builds it can mend; its message is for them. */
export class SearchIndexError extends Error {
  override readonly name = 'SearchIndexError';
}

/** A document with the text of its page. */
export interface IndexedDocument {
  readonly document: DocumentEntry;
  readonly page: ReadPage;
}

const LIST = 'api/documents.json';
const TEXT_KEYS = ['id', 'collection', 'url', 'title', 'issuer', 'kind', 'level', 'status', 'completeness'];

function checkEntry(entry: unknown, index: number): DocumentEntry {
  const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const found = (key: string): string =>
    fields[key] === undefined ? `没有 ${key}` : ` ${key} 是 ${JSON.stringify(fields[key])}`;
  const wrong = (key: string, expected: string): SearchIndexError =>
    new SearchIndexError(
      `${LIST} 第 ${index + 1} 项：发现${found(key)}，应为${expected}。
改法：改正生成 ${LIST} 的页面，再构建一次。`,
    );
  for (const key of TEXT_KEYS) if (typeof fields[key] !== 'string') throw wrong(key, '文字');
  for (const key of ['topics', 'years']) if (!Array.isArray(fields[key])) throw wrong(key, '数组');
  for (const key of ['docNumber', 'issuedOn', 'period']) {
    if (fields[key] !== null && typeof fields[key] !== 'string') throw wrong(key, '文字或 null');
  }
  // Every field has just been checked; the list may carry more than the index needs.
  return pickEntry(fields as unknown as DocumentEntry);
}

function pickEntry(entry: DocumentEntry): DocumentEntry {
  const { id, collection, url, title, docNumber, issuer, level, kind } = entry;
  const { period, issuedOn, status, completeness } = entry;
  return {
    ...{ id, collection, url, title, docNumber, issuer, level, kind },
    ...{ period, issuedOn, status, completeness },
    topics: [...entry.topics],
    years: [...entry.years],
  };
}

function parseList(text: string, file: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list;
  } catch {
    // Reported below, with what is wrong in either case.
  }
  throw new SearchIndexError(`${file}：发现内容不是 JSON 数组，应为文件列表。\n改法：重新构建网站。`);
}

/** The list of documents in `outDir`, by date, the oldest first; those without a date before all others. */
export async function readDocuments(outDir: string): Promise<DocumentEntry[]> {
  const file = path.join(outDir, LIST);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new SearchIndexError(`发现没有 ${file}，应为已构建好的网站。\n改法：先构建网站，再建检索索引。`);
  });
  const entries = parseList(text, file).map(checkEntry);
  return entries.sort(compareByDate);
}

/** The file of a root-relative URL, below the built site; folders are parted by slashes. */
export function pageFile(basePath: string, url: string): string {
  const pathname = decodeURIComponent(new URL(url, 'http://site.invalid').pathname);
  const base = basePath.replace(/\/*$/, '/');
  if (!pathname.startsWith(base)) {
    throw new SearchIndexError(
      `${LIST}：发现网址 ${url} 不在网站根路径 ${base} 之下，应以它开头。\n改法：用同一个 BASE_PATH 构建网站和检索索引。`,
    );
  }
  const relative = pathname.slice(base.length);
  return path.posix.join(relative, relative.endsWith('.html') ? '' : 'index.html');
}

function checkPage(page: ReadPage, document: DocumentEntry, file: string): void {
  const wrong = (found: string, expected: string): SearchIndexError =>
    new SearchIndexError(`${file}：发现${found}，应为${expected}。\n改法：检查文件页的模板，再构建一次。`);
  if (page.documentId === undefined) throw wrong('没有 <article data-document>', '一份文件的页面');
  if (page.documentId !== document.id) throw wrong(`文件标识是「${page.documentId}」`, `「${document.id}」`);
  if (!page.regions.has('title')) throw wrong('没有 [data-document-title]', '页面带有标题');
  if (!page.regions.has('body')) throw wrong('没有 [data-document-body]', '页面带有正文');
  const number = normalise(document.docNumber ?? '');
  const shown = page.blocks.some((block) => normalise(block.text).includes(number));
  if (number !== '' && !shown) throw wrong(`页面上没有文号「${document.docNumber}」`, '要素表里有文号');
}

/** The HTML of a document's page, which lies in `file`. At once: waiting for each of thousands takes longer than reading. */
export function readPageText(file: string, { id, title }: DocumentEntry): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SearchIndexError(
      `发现没有页面 ${file}，应为「${title}」（${id}）的页面。\n改法：重新构建网站。`,
    );
  }
}

/** Reads a document's page and checks that it is one. */
export function readDocument(outDir: string, basePath: string, document: DocumentEntry): IndexedDocument {
  const file = path.join(outDir, pageFile(basePath, document.url));
  const page = readPage(readPageText(file, document));
  checkPage(page, document, file);
  return { document, page };
}
