import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import { COLLECTIONS } from '../core/collections.ts';
import { documentId } from '../core/document-id.ts';
import { DOCUMENT_SCHEMAS, type DocumentData } from '../schema/documents.ts';
import { type FieldProblem, judge } from '../schema/problems.ts';
import {
  type Agency,
  addressesSchema,
  agenciesSchema,
  expandAddresses,
  type PublishedAddress,
  type Topic,
  topicsSchema,
} from '../schema/registers.ts';
import { parseSource, readYaml, type SourceDocument } from '../schema/source.ts';
import { collectionFiles, misplacedFiles, waitingFiles } from './list-files-fs.ts';

/** A content file with its frontmatter judged. */
export interface LoadedDocument {
  source: SourceDocument;
  /** Id made from the number where the frontmatter gives a readable one, else from the file name. */
  id: string;
  /** Present when the frontmatter keeps its schema. */
  data?: DocumentData;
  problems: FieldProblem[];
}

/** A file such as agencies.yml, judged; a missing file is an empty register. */
export interface LoadedRegister<T> {
  file: string;
  entries: T[];
  problems: { line: number; problem: FieldProblem }[];
  /** 1-based line of a value of the file, e.g. of `[2, 'code']`. */
  lineOf: SourceDocument['lineOf'];
  /** The file is there. */
  present: boolean;
}

/** The registers of a content folder. */
export interface LoadedRegisters {
  agencies: LoadedRegister<Agency>;
  topics: LoadedRegister<Topic>;
  /** Addresses that were published. */
  addresses: LoadedRegister<PublishedAddress>;
}

/** Everything below a content folder, read once. */
export interface LoadedContent extends LoadedRegisters {
  documents: LoadedDocument[];
  /** Files that are not valid UTF-8 and so were not read as documents; paths below the content folder. */
  unreadable: { file: string; reason: string }[];
  /**
   * Files that never become a page, by their paths below the content folder: what is no document in the collections'
   * folders, such as a Word file, and documents beside those folders.
   */
  strays: string[];
  /** Files in the inbox that are still to be converted, by their paths below the content folder. */
  waiting: string[];
}

/** The content folder does not exist, cannot be read or is no content folder; the message is for the user, in Chinese. */
export class ContentFolderError extends Error {
  override readonly name = 'ContentFolderError';
}

/**
 * Reads and judges the content folder of a site. A folder that has none of the collections' folders is some other
 * folder: published, it would put an empty site in the place of a good one. Empty collections are fine: so begins an office.
 * @throws ContentFolderError when `dir` is no readable folder or has no collection's folder.
 */
export async function loadContent(dir: string): Promise<LoadedContent> {
  const content = await readContent(dir);
  const folders = await Promise.all(COLLECTIONS.map((collection) => isFolder(path.join(dir, collection))));
  if (folders.includes(true)) return content;
  throw new ContentFolderError(
    `发现 ${dir} 里没有 ${COLLECTIONS.join('、')} 中的任何一个文件夹，应为内容文件夹，其中至少有一个。改法：检查 CONTENT_DIR 是否写错；新设的文库，先建空文件夹 ${path.join(dir, COLLECTIONS[0])}。`,
  );
}

async function isFolder(at: string): Promise<boolean> {
  return (await stat(at).catch(() => undefined))?.isDirectory() ?? false;
}

/**
 * Reads and judges whatever of a content folder is there already. Files come in the byte order of their paths, so
 * that nothing downstream depends on the order in which a disk lists them.
 * @throws ContentFolderError when `dir` is no readable folder.
 */
export async function readContent(dir: string): Promise<LoadedContent> {
  if (!(await isFolder(dir))) {
    throw new ContentFolderError(
      `发现 ${dir} 不是可读的文件夹，应为内容文件夹。改法：检查 CONTENT_DIR 的路径。`,
    );
  }
  const content: Omit<LoadedContent, keyof LoadedRegisters> = {
    documents: [],
    unreadable: [],
    strays: await misplacedFiles(dir),
    waiting: await waitingFiles(dir),
  };
  for (const collection of COLLECTIONS) {
    const { files, strays } = await collectionFiles(dir, collection);
    content.strays.push(...strays);
    for (const file of files) {
      const read = await readUtf8(path.join(dir, file));
      if ('reason' in read) content.unreadable.push({ file, reason: read.reason });
      else content.documents.push(judgeSource(parseSource(collection, file, read.text)));
    }
  }
  return { ...content, ...(await loadRegisters(dir)) };
}

/** Reads agencies.yml, topics.yml and addresses.yml alone. */
export async function loadRegisters(dir: string): Promise<LoadedRegisters> {
  return {
    agencies: await loadRegister(dir, 'agencies.yml', agenciesSchema),
    topics: await loadRegister(dir, 'topics.yml', topicsSchema),
    addresses: await loadRegister(dir, 'addresses.yml', addressesSchema, expandAddresses),
  };
}

/** Judges one parsed source by the schema of its collection. */
export function judgeSource(source: SourceDocument): LoadedDocument {
  const frontmatter = source.frontmatter as { docNumber?: unknown } | null | undefined;
  const claimed = typeof frontmatter?.docNumber === 'string' ? frontmatter.docNumber : undefined;
  const id = documentId(source.collection, source.file, claimed);
  if (source.syntaxProblems.length > 0) return { source, id, problems: [] };
  const judged = judge<z.ZodType<DocumentData>>(
    DOCUMENT_SCHEMAS[source.collection],
    source.frontmatter ?? {},
  );
  return judged.ok
    ? { source, id, data: judged.data, problems: [] }
    : { source, id, problems: judged.problems };
}

/** Why a file can't be read, by the code of the error. */
const REASONS: Readonly<Record<string, string>> = {
  ERR_ENCODING_INVALID_ENCODED_DATA: '不是有效的 UTF-8 文本',
  EISDIR: '是一个文件夹，不是文件',
};

/** A file's text, or in Chinese why there is none, with the system's code for it. */
async function readUtf8(file: string): Promise<{ text: string } | { reason: string; code: string }> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { reason: REASONS[code] ?? `系统不让读取（${code}）`, code };
  }
}

async function loadRegister<T>(
  dir: string,
  file: string,
  schema: z.ZodType<T[]>,
  prepare: (list: unknown) => unknown = (list) => list,
): Promise<LoadedRegister<T>> {
  const read = await readUtf8(path.join(dir, file));
  const yaml = readYaml('text' in read ? read.text.replace(/^\uFEFF/, '') : '', 0);
  const present = !('code' in read && read.code === 'ENOENT');
  const register = { file, entries: [], lineOf: yaml.lineOf, present };
  if ('reason' in read && present)
    return { ...register, problems: [registerProblem(1, read.reason, mendOf(read.code, file))] };
  if (yaml.syntaxProblems.length > 0) {
    return {
      ...register,
      problems: yaml.syntaxProblems.map(({ line, message, fix }) => registerProblem(line, message, fix)),
    };
  }
  const judged = judge(schema, prepare(yaml.frontmatter ?? null));
  if (judged.ok) return { ...register, entries: judged.data, problems: [] };
  return {
    ...register,
    problems: judged.problems.map((problem) => ({ line: yaml.lineOf(problem.path), problem })),
  };
}

function mendOf(code: string, file: string): string {
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return '用记事本打开，另存为时编码选 UTF-8';
  return code === 'EISDIR'
    ? `把这个文件夹改名或移走，${file} 应是一个文本文件，没有的可以不设`
    : '检查这个文件的权限，或请网站维护者查看';
}

function registerProblem(line: number, found: string, fix: string) {
  return { line, problem: { path: [], found, expected: '合乎 YAML 写法、UTF-8 编码的列表', fix } };
}
