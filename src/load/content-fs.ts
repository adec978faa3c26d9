import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import { COLLECTIONS, type Collection } from '../core/collections.ts';
import { documentId } from '../core/document-id.ts';
import { DOCUMENT_SCHEMAS, type DocumentData } from '../schema/documents.ts';
import { type FieldProblem, judge } from '../schema/problems.ts';
import { type Agency, agenciesSchema, type Topic, topicsSchema } from '../schema/registers.ts';
import { parseSource, readYaml, type SourceDocument } from '../schema/source.ts';

/** A content file with its frontmatter judged. */
export interface LoadedDocument {
  source: SourceDocument;
  /** Id made from the number where the frontmatter gives a readable one, else from the file name. */
  id: string;
  /** Present when the frontmatter keeps its schema. */
  data?: DocumentData;
  problems: FieldProblem[];
}

/** agencies.yml or topics.yml, judged; a missing file is an empty register. */
export interface LoadedRegister<T> {
  file: string;
  entries: T[];
  problems: { line: number; problem: FieldProblem }[];
}

/** The two registers of a content folder. */
export interface LoadedRegisters {
  agencies: LoadedRegister<Agency>;
  topics: LoadedRegister<Topic>;
}

/** Everything below a content folder, read once. */
export interface LoadedContent extends LoadedRegisters {
  documents: LoadedDocument[];
  /** Files that are not valid UTF-8 and so were not read as documents; paths below the content folder. */
  unreadable: { file: string; reason: string }[];
}

/** The content folder does not exist or cannot be read; the message is for the user, in Chinese. */
export class ContentFolderError extends Error {}

/**
 * Reads and judges a content folder. Files come in the byte order of their paths, so that nothing downstream
 * depends on the order in which a disk lists them.
 * @throws ContentFolderError when `dir` is no readable folder.
 */
export async function loadContent(dir: string): Promise<LoadedContent> {
  const folder = await stat(dir).catch(() => undefined);
  if (!folder?.isDirectory()) {
    throw new ContentFolderError(`发现 ${dir} 不是可读的文件夹，应为内容文件夹。改法：检查 CONTENT_DIR 的路径。`);
  }
  const documents: LoadedDocument[] = [];
  const unreadable: LoadedContent['unreadable'] = [];
  for (const collection of COLLECTIONS) {
    for (const file of await listMdx(dir, collection)) {
      const text = await readUtf8(path.join(dir, file));
      if (text === undefined) unreadable.push({ file, reason: '不是有效的 UTF-8 文本' });
      else documents.push(judgeSource(parseSource(collection, file, text)));
    }
  }
  return { documents, unreadable, ...(await loadRegisters(dir)) };
}

/** Reads agencies.yml and topics.yml alone. */
export async function loadRegisters(dir: string): Promise<LoadedRegisters> {
  return {
    agencies: await loadRegister(dir, 'agencies.yml', agenciesSchema),
    topics: await loadRegister(dir, 'topics.yml', topicsSchema),
  };
}

/** Judges one parsed source by the schema of its collection. */
export function judgeSource(source: SourceDocument): LoadedDocument {
  const frontmatter = source.frontmatter as { docNumber?: unknown } | null | undefined;
  const claimed = typeof frontmatter?.docNumber === 'string' ? frontmatter.docNumber : undefined;
  const id = documentId(source.collection, source.file, claimed);
  if (source.syntaxProblems.length > 0) return { source, id, problems: [] };
  const judged = judge<z.ZodType<DocumentData>>(DOCUMENT_SCHEMAS[source.collection], source.frontmatter ?? {});
  return judged.ok ? { source, id, data: judged.data, problems: [] } : { source, id, problems: judged.problems };
}

async function listMdx(dir: string, collection: Collection): Promise<string[]> {
  const entries = await readdir(path.join(dir, collection), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name) && !entry.name.startsWith('_'))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

async function readUtf8(file: string): Promise<string | undefined> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function loadRegister<T>(
  dir: string,
  file: string,
  schema: z.ZodType<T[]>,
): Promise<LoadedRegister<T>> {
  const text = await readUtf8(path.join(dir, file)).catch(() => '');
  const yaml = readYaml(text ?? '', 0);
  const problems = yaml.syntaxProblems.map(({ line, message }) => ({
    line,
    problem: { path: [], found: message, expected: '合乎 YAML 写法的列表', fix: '照本文件其他条目的样式改写' },
  }));
  if (problems.length > 0) return { file, entries: [], problems };
  const judged = judge(schema, yaml.frontmatter ?? null);
  if (judged.ok) return { file, entries: judged.data, problems: [] };
  return {
    file,
    entries: [],
    problems: judged.problems.map((problem) => ({ line: yaml.lineOf(problem.path), problem })),
  };
}
