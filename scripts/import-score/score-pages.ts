import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findDate } from '../../src/import/dates.ts';
import type { Draft } from '../../src/import/make-draft.ts';
import { essence } from '../../src/import/verify.ts';
import { readBack } from '../import/read-back.ts';
import { bodyOf, importBytes, type Score } from './import-bytes.ts';
import { paragraphsOfPage } from './page-paragraphs.ts';

interface Truth {
  title: string;
  number: string;
  issuer: string;
  dated: string;
  published: string;
  index: string;
  theme: string;
}

/** Imports every page of truth.json and compares fields and paragraphs. Undefined without such a file. */
export async function scorePages(folder: string): Promise<Score | undefined> {
  const pages = path.join(folder, 'gov');
  const truthFile = path.join(pages, 'truth.json');
  if (!existsSync(truthFile)) return undefined;
  const truths = Object.entries(JSON.parse(readFileSync(truthFile, 'utf8')) as Record<string, Truth>);
  const lines: string[] = [];
  for (const [file, truth] of truths) {
    lines.push(
      ...(await problemsOf(path.join(pages, file), truth)).map((problem) => `  ${file}：${problem}`),
    );
  }
  return { lines: [`政府网页 ${truths.length} 份，不符 ${lines.length} 处`, ...lines], wrong: lines.length };
}

async function problemsOf(file: string, truth: Truth): Promise<string[]> {
  const bytes = readFileSync(file);
  const drafts = await importBytes(bytes, path.basename(file), 'policies');
  const [draft] = drafts;
  if (!draft || drafts.length > 1) return [`得到 ${drafts.length} 份文件`];
  return [...fieldProblems(draft, truth), ...lostParagraphs(draft, bytes)];
}

function fieldProblems({ frontmatter, findings }: Draft, truth: Truth): string[] {
  const source = frontmatter['source'] as { note?: string };
  const wanted: [string, unknown, unknown][] = [
    ['标题', frontmatter['title'], truth.title],
    ['文号', frontmatter['docNumber'], truth.number],
    ['发文机关', frontmatter['issuer'], truth.issuer],
    ['成文日期', frontmatter['issuedOn'], findDate(truth.dated)?.iso],
    ['发布日期', frontmatter['publishedOn'], findDate(truth.published)?.iso],
    ['索引号', source.note?.includes(truth.index), true],
    ['主题分类', source.note?.includes(truth.theme), true],
  ];
  const lost = findings.filter(({ message }) => /个汉字/.test(message)).map(({ message }) => message);
  return [
    ...wanted
      .filter(([, is, should]) => is !== should)
      .map(([name, is, should]) => `${name}是 ${is}，应为 ${should}`),
    ...lost,
  ];
}

/** Paragraphs of the page's own content element that are neither in the body nor in the frontmatter. */
function lostParagraphs(draft: Draft, bytes: Uint8Array): string[] {
  const read = readBack(bodyOf(draft));
  if (!read.ok) return [read.reason];
  const { title, source } = draft.frontmatter as { title: string; source: { printedLine?: string } };
  const held = essence(`${read.text}\n${title}\n${source.printedLine ?? ''}`);
  return paragraphsOfPage(new TextDecoder().decode(bytes))
    .filter((paragraph) => !held.includes(essence(paragraph)))
    .map((paragraph) => `少了一段“${paragraph.slice(0, 40)}”`);
}
