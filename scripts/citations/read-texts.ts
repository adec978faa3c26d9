import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { loadContent } from '../../src/load/content-fs.ts';
import { blockText, withoutBarriers } from '../../src/markdown/block-text.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { toHast } from '../../src/markdown/to-hast.ts';
import { ComparisonError } from './read-arguments.ts';

/** A stretch of text in which citations are looked for, as the site looks in one block. */
export interface Passage {
  /** Line of its file at which it begins, from 1. */
  line: number;
  text: string;
}

/** A file's texts; short names defined in one passage are known in those after it. */
export interface SourceText {
  file: string;
  docNumber: string | null;
  passages: Passage[];
}

const TEXT_BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 li td th dt dd'.split(' '));
const READABLE = new Set(['.md', '.mdx', '.txt', '.html', '.htm', '.jsonl']);

/** The documents of a content folder, with the registered agency codes. */
export async function readContentTexts(dir: string): Promise<{ texts: SourceText[]; codes: string[] }> {
  const { documents, agencies } = await loadContent(dir);
  const texts = documents.map(({ source, data }) => ({
    file: path.posix.join(dir.split(path.sep).join('/'), source.file),
    docNumber: data?.docNumber ?? null,
    passages: blocks(source.body, source.bodyLine),
  }));
  return { texts, codes: agencies.entries.map(({ code }) => code) };
}

/** Every readable file of a folder, or one file; files in the byte order of their paths. @throws ComparisonError */
export async function readOtherTexts(given: string): Promise<SourceText[]> {
  const info = await stat(given).catch(() => undefined);
  if (!info)
    throw new ComparisonError(
      `发现路径 ${given} 不存在，应为文件夹或文件。改法：检查路径，含空格的路径要加引号。`,
    );
  const names = info.isDirectory() ? await readdir(given, { recursive: true }) : [''];
  const files = names.filter((name) => READABLE.has(path.extname(path.join(given, name)).toLowerCase()));
  if (files.length === 0)
    throw new ComparisonError(
      `发现 ${given} 里没有能读的文件，应有 .md、.mdx、.txt、.html 或 .jsonl 文件。改法：换一个文件夹。`,
    );
  files.sort((a, b) => (a < b ? -1 : 1));
  return (await Promise.all(files.map((name) => readTexts(path.join(given, name))))).flat();
}

/** The blocks of a document as the site looks into them; its paragraphs as they stand where its syntax is at fault. */
function blocks(body: string, first: number): Passage[] {
  const parsed = parseBody(body);
  if (!parsed.ok) return paragraphs(body, first);
  const passages: Passage[] = [];
  visit(toHast(parsed.tree), 'element', (element) => {
    if (!TEXT_BLOCKS.has(element.tagName)) return;
    const { text } = blockText(element);
    if (/\S/u.test(withoutBarriers(text)))
      passages.push({ line: first - 1 + (element.position?.start.line ?? 1), text });
  });
  return passages;
}

async function readTexts(file: string): Promise<SourceText[]> {
  const text = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
  const extension = path.extname(file).toLowerCase();
  // Each line of a corpus is a text of its own: what one defines, the next does not know.
  if (extension === '.jsonl')
    return jsonLines(text).map((passage) => ({ file, docNumber: null, passages: [passage] }));
  const passages = /^\.html?$/.test(extension) ? htmlBlocks(text) : paragraphs(text, 1);
  return [{ file, docNumber: null, passages }];
}

/** Stretches between blank lines. `first` is the number of the first line. */
export function paragraphs(text: string, first: number): Passage[] {
  const passages: Passage[] = [];
  let open: Passage | undefined;
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') open = undefined;
    else if (open) open.text += `\n${line}`;
    else {
      open = { line: first + index, text: line };
      passages.push(open);
    }
  });
  return passages;
}

function jsonLines(text: string): Passage[] {
  return text.split('\n').flatMap((line, index) => {
    const words = line.trim() === '' ? '' : readWords(line);
    return words === '' ? [] : [{ line: index + 1, text: words }];
  });
}

/** The field `text` of a record, else all its strings; a line that is no JSON as it stands. */
function readWords(line: string): string {
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record === 'string') return record;
    if (typeof record !== 'object' || record === null) return '';
    const fields = Object.entries(record).filter(([, value]) => typeof value === 'string');
    return fields
      .filter(([name], _at, all) => name === 'text' || !all.some(([other]) => other === 'text'))
      .map(([, value]) => String(value))
      .join('\n');
  } catch {
    return line;
  }
}

const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
};
const BLOCK_TAG =
  /<\/?(?:p|div|h[1-6]|li|ul|ol|td|th|tr|table|br|title|section|article|option|dd|dt)\b[^>]*>/giu;

/** The text between block tags, with inline tags off and the common entities read. */
function htmlBlocks(html: string): Passage[] {
  const quiet = html.replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/giu, (gone) =>
    gone.replace(/[^\n]/g, ''),
  );
  const passages: Passage[] = [];
  let line = 1;
  for (const [index, piece] of quiet.split(new RegExp(`(${BLOCK_TAG.source})`, 'giu')).entries()) {
    const text = index % 2 === 1 ? '' : decode(piece.replace(/<[^>]*>/g, ''));
    if (text.trim() !== '') {
      const lead = /^\s*/.exec(text)?.[0] ?? '';
      passages.push({ line: line + lead.split('\n').length - 1, text: text.trim() });
    }
    line += piece.split('\n').length - 1;
  }
  return passages;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
