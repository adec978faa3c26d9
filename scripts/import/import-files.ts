import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Collection } from '../../src/core/collections.ts';
import { importManuscript } from '../../src/import/import-manuscript.ts';
import type { Draft } from '../../src/import/make-draft.ts';
import type { LoadedContent } from '../../src/load/content-fs.ts';
import { nameTarget, type Taken } from './name-targets.ts';
import { readBack } from './read-back.ts';
import { readSource } from './read-source.ts';
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

/** No official document is longer; a file that is was chosen by mistake. In bytes. */
const LARGEST_FILE = 5_000_000;

/** Imports one file. Whatever is wrong with it ends in its own report and nowhere else. */
export async function importFile(
  file: string,
  options: ImportOptions,
  library: LoadedContent | undefined,
  taken: Taken,
): Promise<FileReport> {
  const refuse = (reason: string): FileReport => ({ file, ok: false, reason, outputs: [] });
  try {
    const size = (await stat(file)).size;
    if (size > LARGEST_FILE)
      return refuse(`文件有 ${Math.ceil(size / 1e6)} MB，超过 5 MB，不像一份公文。改法：拆开后导入`);
    const bytes = await readFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = taken.sources.get(sha256);
    if (known !== undefined && !options.force)
      return refuse(`内容与 ${known} 的来源完全相同。改法：不必再导入`);
    const fileName = path.basename(file);
    const read = await readSource(bytes, fileName);
    if (!read.ok) return refuse(read.reason);
    const { format, unit } = read.manuscript;
    const imported = importManuscript(read.manuscript, {
      fileName,
      sha256,
      collection: options.collection,
      agencies: library?.agencies.entries ?? [],
      readBack,
    });
    if (!imported.ok) return refuse(imported.reason);
    const outputs = await placeDrafts(file, imported.drafts, { ...options, library }, taken);
    if (typeof outputs === 'string') return refuse(outputs);
    taken.sources.set(sha256, file);
    return { file, ok: true, format, unit, outputs };
  } catch (error) {
    return refuse(describeFileError(error));
  }
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
    });
    writes.push({ path: output, text: draft.text }, ...files);
  }
  const standing = options.force ? undefined : await firstExisting(writes.map((file) => file.path));
  if (standing !== undefined) return existsAlready(standing) + recordHint(standing, options);
  if (!options.dryRun) await writeFiles(writes, options.force);
  for (const [file, from] of claimed.files) taken.files.set(file, from);
  for (const [number, file] of claimed.numbers) taken.numbers.set(number, file);
  return outputs;
}

async function firstExisting(paths: readonly string[]): Promise<string | undefined> {
  for (const target of paths) if (await exists(target)) return target;
  return undefined;
}

function existsAlready(target: string): string {
  return `${target} 已经存在，没有覆盖。改法：核对后删去旧文件，或加 --force 覆盖`;
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
    EACCES: '没有权限读取或写入。改法：检查文件和输出文件夹的权限',
    EPERM: '没有权限读取或写入。改法：检查文件和输出文件夹的权限',
    ENOSPC: '磁盘已满。改法：腾出空间后再试',
    ENOENT: '文件在导入时不见了。改法：确认文件还在，再试一次',
    EROFS: '输出文件夹是只读的。改法：换一个 --out',
    EISDIR: '输出位置被一个同名文件夹占用。改法：移开那个文件夹',
    ENOTDIR: '输出位置的上一级是文件，不是文件夹。改法：换一个 --out',
    ENAMETOOLONG: '文件名太长。改法：缩短文件名',
  };
  if (code !== '') return known[code] ?? `读写时出错（${code}）`;
  const message = error instanceof Error ? error.message : String(error);
  return `导入程序自身出错（${message}），文件没有问题。改法：请把这一行和文件交给维护者`;
}
