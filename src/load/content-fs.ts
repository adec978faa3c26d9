import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import { COLLECTIONS, type Collection } from '../core/collections.ts';
import { documentId } from '../core/document-id.ts';
import { DOCUMENT_SCHEMAS, type DocumentData } from '../schema/documents.ts';
import { type FieldProblem, judge } from '../schema/problems.ts';
import {
  type Agency,
  addressesSchema,
  agenciesSchema,
  type Exception,
  exceptionsSchema,
  expandAddresses,
  type PublishedAddress,
  type Topic,
  topicsSchema,
} from '../schema/registers.ts';
import { parseSource, readYaml, type SourceDocument } from '../schema/source.ts';
import { collectionFiles, misplacedFiles, type UnreadableFile, waitingFiles } from './list-files-fs.ts';
import { faultOf, readUtf8 } from './read-utf8-fs.ts';

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
  /** What the check is not to report. */
  exceptions: LoadedRegister<Exception>;
}

/** The text of a document's file. */
export interface SourceText {
  collection: Collection;
  /** Path below the content folder. */
  file: string;
  text: string;
}

/** Splits and judges the texts of a content folder; one document for each, in the same order. */
export type ExamineTexts<Document extends LoadedDocument> = (
  texts: readonly SourceText[],
  registers: LoadedRegisters,
) => Promise<Document[]>;

/** Everything below a content folder, read once. */
export interface LoadedContent<Document extends LoadedDocument = LoadedDocument> extends LoadedRegisters {
  documents: Document[];
  /** Files and folders that can't be read, and so were not taken for documents. */
  unreadable: UnreadableFile[];
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
 * `examine` may do more with the texts than judge them.
 * @throws ContentFolderError when `dir` is no readable folder or has no collection's folder.
 */
export async function loadContent(dir: string): Promise<LoadedContent>;
export async function loadContent<Document extends LoadedDocument>(
  dir: string,
  examine: ExamineTexts<Document>,
): Promise<LoadedContent<Document>>;
export async function loadContent(
  dir: string,
  examine: ExamineTexts<LoadedDocument> = judgeTexts,
): Promise<LoadedContent> {
  const content = await gather(dir, examine);
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
export function readContent(dir: string): Promise<LoadedContent> {
  return gather(dir, judgeTexts);
}

async function judgeTexts(texts: readonly SourceText[]): Promise<LoadedDocument[]> {
  return texts.map(({ collection, file, text }) => judgeSource(parseSource(collection, file, text)));
}

async function gather<Document extends LoadedDocument>(
  dir: string,
  examine: ExamineTexts<Document>,
): Promise<LoadedContent<Document>> {
  await refuseUnreadable(dir);
  const misplaced = await misplacedFiles(dir);
  const unreadable = [...misplaced.unreadable];
  const strays = [...misplaced.files];
  const texts: SourceText[] = [];
  for (const collection of COLLECTIONS) {
    const listed = await collectionFiles(dir, collection);
    strays.push(...listed.strays);
    unreadable.push(...listed.unreadable);
    const read = await readTexts(dir, collection, listed.files);
    texts.push(...read.texts);
    unreadable.push(...read.unreadable);
  }
  const registers = await loadRegisters(dir);
  const waiting = await waitingFiles(dir);
  return { documents: await examine(texts, registers), unreadable, strays, waiting, ...registers };
}

async function refuseUnreadable(dir: string): Promise<void> {
  if (!(await isFolder(dir))) {
    throw new ContentFolderError(
      `发现 ${dir} 不是可读的文件夹，应为内容文件夹。改法：检查 CONTENT_DIR 的路径。`,
    );
  }
  try {
    await readdir(dir);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const { reason, fix } = faultOf(code);
    throw new ContentFolderError(`发现 ${dir} 读不了：${reason}，应为可读的文件夹。改法：${fix}。`);
  }
}

/** So many files are opened at once: reading them one by one takes twice as long. */
const OPEN_AT_ONCE = 64;

async function readTexts(dir: string, collection: Collection, files: readonly string[]) {
  const texts: SourceText[] = [];
  const unreadable: UnreadableFile[] = [];
  for (let from = 0; from < files.length; from += OPEN_AT_ONCE) {
    const some = files.slice(from, from + OPEN_AT_ONCE);
    const read = await Promise.all(some.map((file) => readUtf8(path.join(dir, file))));
    for (const [index, file] of some.entries()) {
      const one = read[index];
      if (one && 'text' in one) texts.push({ collection, file, text: one.text });
      // Also what was there when the folder was listed and is gone now: a site without it must not be taken for whole.
      else if (one) unreadable.push({ file, ...one.fault });
    }
  }
  return { texts, unreadable };
}

/** Reads the registers alone: agencies.yml, topics.yml, addresses.yml and exceptions.yml. */
export async function loadRegisters(dir: string): Promise<LoadedRegisters> {
  return {
    agencies: await loadRegister(dir, 'agencies.yml', agenciesSchema),
    topics: await loadRegister(dir, 'topics.yml', topicsSchema),
    addresses: await loadRegister(dir, 'addresses.yml', addressesSchema, expandAddresses),
    exceptions: await loadRegister(dir, 'exceptions.yml', exceptionsSchema),
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
  if ('fault' in read && present)
    return { ...register, problems: [registerProblem(1, read.fault.reason, read.fault.fix)] };
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

function registerProblem(line: number, found: string, fix: string) {
  return { line, problem: { path: [], found, expected: '合乎 YAML 写法、UTF-8 编码的列表', fix } };
}
