import { constants, existsSync } from 'node:fs';
import { access, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { SiteEnvironment } from './environment.ts';
import { isRunning } from './is-running.ts';

/** An output folder that a build must not replace; the message is for the user. */
export class OutputFolderMistake extends Error {
  override readonly name = 'OutputFolderMistake';
}

/** What a build puts in its place whole. */
export interface OutputKind {
  /** What names the folder, as the user knows it. */
  readonly setting: string;
  readonly example: string;
  /** What each such output holds: a folder without it was not made by a build and may be somebody's own. */
  readonly marks: readonly string[];
}

export const SITE: OutputKind = {
  setting: 'OUT_DIR',
  example: 'OUT_DIR=dist',
  marks: ['api/documents.json', 'pagefind/pagefind-entry.json'],
};
/** The project's own folders: a build below one of them would replace its sources. */
const OWN = ['.git', '.github', '.ci', 'src', 'content', 'public', 'scripts', 'tests', 'node_modules'];

/**
 * Refuses to replace anything but an earlier output of the kind, an empty folder or nothing, and a place that can't be
 * written. It must neither hold nor lie in the project's folders, the content or what else is named.
 * @throws OutputFolderMistake, or the disk's own error
 */
export async function guardOutputFolder(
  { outDir, contentDir }: Pick<SiteEnvironment, 'outDir' | 'contentDir'>,
  { setting, example, marks }: OutputKind = SITE,
  others: readonly string[] = [],
): Promise<void> {
  const project = process.cwd();
  const apart = [contentDir, ...others];
  const holdsOurs = [project, ...apart].some((ours) => isWithin(ours, outDir));
  const liesInOurs = [...apart, ...OWN.map((own) => path.join(project, own))].some((ours) =>
    isWithin(outDir, ours),
  );
  if (holdsOurs || liesInOurs) {
    throw new OutputFolderMistake(
      `发现 ${setting} 指向 ${outDir}，那里有项目、内容或网站的文件，应为单独的文件夹。改法：换一个，例如 ${example}。`,
    );
  }
  await mkdir(path.dirname(outDir), { recursive: true });
  await access(path.dirname(outDir), constants.W_OK);
  const found = await stat(outDir).catch(() => undefined);
  if (!found) return;
  const empty = found.isDirectory() && (await readdir(outDir)).length === 0;
  if (empty || marks.every((mark) => existsSync(path.join(outDir, mark)))) return;
  throw new OutputFolderMistake(
    `发现 ${setting} 指向的 ${outDir} 里有不是本程序生成的东西，应为空文件夹或上次生成的结果。改法：换一个文件夹，或先把里面的东西移走。`,
  );
}

function isWithin(inner: string, outer: string): boolean {
  const below = path.relative(outer, inner);
  return below === '' || !(below.startsWith('..') || path.isAbsolute(below));
}

/** Puts `built` in the place of `target` by renaming, so that no half-written folder is ever in place. */
export async function replaceFolder(target: string, built: string): Promise<void> {
  const fresh = `${target}.new-${process.pid}`;
  const old = `${target}.old-${process.pid}`;
  try {
    await moveFolder(built, fresh);
    const hadOld = existsSync(target);
    if (hadOld) await rename(target, old);
    await rename(fresh, target).catch(async (error: unknown) => {
      if (hadOld) await rename(old, target);
      throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await rm(old, { recursive: true, force: true });
}

/** Renames a folder, or copies it where the two places are on different disks. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // Of the last site a build takes over what is as old as it noted.
    await cp(from, to, { recursive: true, preserveTimestamps: true });
  }
}

/**
 * Clears what builds left that were killed: their folders carry the number of a process that no longer runs. A site
 * that was moved aside and never replaced is put back.
 */
export async function sweepRemains(outDir: string, stagingParent: string): Promise<void> {
  const name = path.basename(outDir);
  const beside = await list(path.dirname(outDir));
  for (const entry of beside) {
    const left = new RegExp(`^${escapeRegExp(name)}\\.(old|new)-(\\d+)$`).exec(entry);
    if (!left || isRunning(Number(left[2]))) continue;
    const full = path.join(path.dirname(outDir), entry);
    if (left[1] === 'old' && !existsSync(outDir)) await rename(full, outDir);
    else await rm(full, { recursive: true, force: true });
  }
  for (const entry of await list(stagingParent)) {
    const pid = /^(?:site|offline|bench)-(\d+)$/.exec(entry)?.[1];
    if (pid && !isRunning(Number(pid)))
      await rm(path.join(stagingParent, entry), { recursive: true, force: true });
  }
}

async function list(dir: string): Promise<string[]> {
  return await readdir(dir).catch(() => []);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
