import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Collection } from '../../src/core/collections.ts';
import type { Draft } from '../../src/import/make-draft.ts';
import { sniffFormat } from '../../src/import/sniff.ts';
import type { LoadedContent } from '../../src/load/content-fs.ts';
import { nameTarget, type Taken } from './name-targets.ts';
import { type Readers, readWithOffice } from './read-with-office.ts';
import type { FileReport, OutputReport } from './report.ts';
import { exists, type FileToWrite, TargetExistsError, writeFiles } from './write-files.ts';

/** How a run was asked for. */
export interface ImportOptions {
  collection: Collection;
  /** Content folder that receives the documents. */
  out: string;
  dryRun: boolean;
  force: boolean;
}

/** No larger file is read, in bytes: pictures make documents large. */
const LARGEST_FILE = 50_000_000;
/** Text alone is never longer; a text file that is was chosen by mistake. */
const LARGEST_TEXT = 5_000_000;

/** What all files of a run are imported with. */
export interface ImportTools extends Readers {
  library: LoadedContent | undefined;
  taken: Taken;
}

/** Imports one file. Whatever is wrong with it ends in its own report and nowhere else. */
export async function importFile(
  file: string,
  options: ImportOptions,
  tools: ImportTools,
): Promise<FileReport> {
  const { library, taken } = tools;
  const refuse = (reason: string): FileReport => ({ file, ok: false, reason, outputs: [] });
  try {
    const size = (await stat(file)).size;
    if (size > LARGEST_FILE) return refuse(tooLarge(size, LARGEST_FILE));
    const bytes = await readFile(file);
    if (size > LARGEST_TEXT && sniffFormat(bytes, file) === 'text')
      return refuse(tooLarge(size, LARGEST_TEXT));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = taken.sources.get(sha256);
    if (known !== undefined && !options.force)
      return refuse(`发现内容与 ${known} 的来源完全相同，应为没有导入过的文件。改法：不必再导入`);
    // No record can hold what is not seen or turns the direction of text.
    const fileName = path
      .basename(file)
      .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028-\u202e\u2066-\u2069]/gu, ' ');
    const agencies = library?.agencies.entries ?? [];
    const job = { bytes, fileName, sha256, collection: options.collection, agencies };
    const read = await readWithOffice(job, tools);
    if (!read.ok) return refuse(read.reason);
    const outputs = await placeDrafts(file, read.drafts, { ...options, library }, taken);
    if (typeof outputs === 'string') return refuse(outputs);
    taken.sources.set(sha256, file);
    return { file, ok: true, format: read.format, unit: read.unit, outputs };
  } catch (error) {
    return refuse(describeFileError(error));
  }
}

function tooLarge(size: number, most: number): string {
  const found = `发现文件有 ${Math.ceil(size / 1e6)} MB，应不超过 ${most / 1e6} MB`;
  return `${found}，这样大不像一份公文。改法：核对选对了文件；图片太大的，在 Word 或 WPS 里压缩图片；太长的拆开后导入`;
}

/** Names and writes all drafts of a file, or says in Chinese why none was written. */
async function placeDrafts(
  input: string,
  drafts: readonly Draft[],
  options: ImportOptions & { library: LoadedContent | undefined },
  taken: Taken,
): Promise<OutputReport[] | string> {
  // Names are claimed on a copy, so that a refused file leaves its names free for others.
  const claimed: Taken = { ...taken, files: new Map(taken.files), numbers: new Map(taken.numbers) };
  const outputs: OutputReport[] = [];
  const writes: FileToWrite[] = [];
  for (const draft of drafts) {
    const target = nameTarget(draft, claimed);
    if (!target.ok) return target.reason;
    claimed.files.set(target.file, input);
    const number = draft.frontmatter['docNumber'];
    if (typeof number === 'string') claimed.numbers.set(number, target.file);
    const { collection, fields, observations, findings, cites } = draft;
    const renamed = target.renamed ? [{ kind: 'guessed' as const, line: 0, message: target.renamed }] : [];
    const output = path.join(options.out, target.file);
    const files = draft.files.map(({ path: below, bytes }) => ({
      path: path.join(options.out, below),
      text: bytes,
    }));
    outputs.push({
      ...{ path: output, collection, fields, observations, cites },
      findings: [...renamed, ...findings],
      files: files.map((each) => each.path),
      ...(options.dryRun ? { text: draft.text } : {}),
    });
    // Pictures first: a document is never there without them.
    writes.push(...files, { path: output, text: draft.text });
  }
  const standing = options.force ? undefined : await firstExisting(writes.map((file) => file.path));
  if (standing !== undefined) return existsAlready(standing) + recordHint(standing, options);
  if (!options.dryRun) await writeFiles(writes, options.force, options.out);
  for (const [file, from] of claimed.files) taken.files.set(file, from);
  for (const [number, file] of claimed.numbers) taken.numbers.set(number, file);
  return outputs;
}

async function firstExisting(paths: readonly string[]): Promise<string | undefined> {
  for (const target of paths) if (await exists(target)) return target;
  return undefined;
}

function existsAlready(target: string): string {
  return `发现 ${target} 已经存在，应为空着的位置，没有覆盖。改法：核对后删去旧文件，或加 --force 覆盖`;
}

/** A record waits for its text: replacing it is what the user wants, but its notes would go. */
function recordHint(
  target: string,
  { out, library }: { out: string; library: LoadedContent | undefined },
): string {
  const held = library?.documents.find(({ source }) => path.join(out, source.file) === target);
  if (held?.data?.completeness !== '题录') return '';
  return '。库中现有的是题录：用 --force 换成这份正文前，先记下其中的编者注和关系';
}

function describeFileError(error: unknown): string {
  if (error instanceof TargetExistsError) return existsAlready(error.path);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Record<string, string> = {
    EACCES: '没有权限读取或写入，应为能读写的文件。改法：检查文件和输出文件夹的权限',
    EPERM: '没有权限读取或写入，应为能读写的文件。改法：检查文件和输出文件夹的权限',
    ENOSPC: '磁盘已满，应为有空余的磁盘。改法：腾出空间后再试',
    ENOENT: '文件在导入时不见了，应为还在原处的文件。改法：确认文件还在，再试一次',
    EROFS: '输出文件夹是只读的，应为能写的文件夹。改法：换一个 --out',
    EISDIR: '输出位置被一个同名文件夹占用，应为空着的位置。改法：移开那个文件夹',
    ENOTDIR: '输出位置的上一级是文件，应为文件夹。改法：换一个 --out',
    ENAMETOOLONG: '文件名太长，应为短一些的文件名。改法：缩短文件名',
  };
  const retry = '应为能读写的文件。改法：检查磁盘和文件，再试一次';
  if (code !== '') return `发现${known[code] ?? `读写时出错（${code}），${retry}`}`;
  const message = error instanceof Error ? error.message : String(error);
  return `发现导入程序自身出错（${message}），应为能导入的文件。改法：请把这一行和文件交给维护者`;
}
