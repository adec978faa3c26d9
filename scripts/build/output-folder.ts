import { constants, existsSync, renameSync } from 'node:fs';
import { access, cp, lstat, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { SiteEnvironment } from './environment.ts';
import { isOfAnotherRun } from './is-running.ts';

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
  const project = await realPlace(process.cwd());
  const apart = await Promise.all([contentDir, ...others].map(realPlace));
  const place = await realPlace(outDir);
  const holdsOurs = [project, ...apart].some((ours) => isWithin(ours, place));
  const liesInOurs = [...apart, ...OWN.map((own) => path.join(project, own))].some((ours) =>
    isWithin(place, ours),
  );
  if (holdsOurs || liesInOurs) {
    throw new OutputFolderMistake(
      `发现 ${setting} 指向 ${outDir}，那里有项目、内容或网站的文件，应为单独的文件夹。改法：换一个，例如 ${example}。`,
    );
  }
  refuseLongName(place, setting);
  await mkdir(path.dirname(place), { recursive: true });
  await access(path.dirname(place), constants.W_OK);
  const found = await stat(place).catch(() => undefined);
  if (!found) return refuseDeadLink(outDir, setting);
  const empty = found.isDirectory() && (await readdir(outDir)).length === 0;
  if (empty || marks.every((mark) => existsSync(path.join(outDir, mark)))) return;
  throw new OutputFolderMistake(
    `发现 ${setting} 指向的 ${outDir} 里有不是本程序生成的东西，应为空文件夹或上次生成的结果。改法：换一个文件夹，或先把里面的东西移走。`,
  );
}

/** Bytes of a name, so that the folders beside it, which add some, may be made too: systems allow 255. */
const LONGEST_NAME = 230;

function refuseLongName(place: string, setting: string): void {
  const bytes = Buffer.byteLength(path.basename(place));
  if (bytes <= LONGEST_NAME) return;
  throw new OutputFolderMistake(
    `发现 ${setting} 的文件夹名有 ${bytes} 字节，应不超过 ${LONGEST_NAME} 字节（一个汉字占 3 字节）。改法：换一个短些的名称。`,
  );
}

/** A link that leads nowhere is neither a folder nor a free place. */
async function refuseDeadLink(outDir: string, setting: string): Promise<void> {
  if (!(await lstat(outDir).catch(() => undefined))) return;
  throw new OutputFolderMistake(
    `发现 ${setting} 指向的 ${outDir} 是一个断了的链接，应为文件夹或指向文件夹的链接。改法：删去这个链接，或先建好它指向的文件夹。`,
  );
}

/** Where a path really lies, links followed as far as they lead. */
async function realPlace(given: string): Promise<string> {
  const rest: string[] = [];
  for (let place = path.resolve(given); ; place = path.dirname(place)) {
    const real = await realpath(place).catch(() => undefined);
    if (real !== undefined) return path.join(real, ...rest);
    if (place === path.dirname(place)) return path.resolve(given);
    rest.unshift(path.basename(place));
  }
}

function isWithin(inner: string, outer: string): boolean {
  const below = path.relative(outer, inner);
  return below === '' || !(below.startsWith('..') || path.isAbsolute(below));
}

/**
 * Puts `built` in the place of `target` by renaming, so that no half-written folder is ever in place. Of a link the
 * folder to which it leads is replaced.
 */
export async function replaceFolder(target: string, built: string): Promise<void> {
  const place = await realPlace(target);
  const fresh = `${place}.new-${process.pid}`;
  const old = `${place}.old-${process.pid}`;
  try {
    await moveFolder(built, fresh);
    for (let attempt = 1; !swap(place, fresh, old, attempt === MOST_SWAPS); attempt++)
      await rm(old, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await rm(old, { recursive: true, force: true });
}

/** Of builds that end at the same moment each puts its site in place, the last one for good. */
const MOST_SWAPS = 10;

/**
 * Moves the old folder aside and the new one in its place; false when another build came in between. Without a pause, so
 * that no signal ends the program between the two.
 */
function swap(place: string, fresh: string, old: string, isLast: boolean): boolean {
  const hadOld = tryRename(place, old, isLast ? ['ENOENT'] : ['ENOENT', 'ENOTEMPTY', 'EEXIST']);
  try {
    if (tryRename(fresh, place, isLast ? [] : ['ENOTEMPTY', 'EEXIST'])) return true;
  } catch (error) {
    if (hadOld) renameSync(old, place);
    throw error;
  }
  return false;
}

/** Renames a folder; false where the system says no with one of these codes. */
function tryRename(from: string, to: string, codes: readonly string[]): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
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

/** A swap takes far less, in milliseconds. */
const LONGEST_SWAP = 500;

/**
 * Clears what builds left that were killed: their folders carry the number of a process that no longer runs. A site
 * that was moved aside and never replaced is put back. To be called before this build makes anything.
 */
export async function sweepRemains(outDir: string, stagingParent: string): Promise<void> {
  const place = await realPlace(outDir);
  const name = path.basename(place);
  const beside = await list(path.dirname(place));
  for (const entry of beside) {
    const left = new RegExp(`^${escapeRegExp(name)}\\.(old|new)-(\\d+)$`).exec(entry);
    if (!left) continue;
    const full = path.join(path.dirname(place), entry);
    const isDead = !isOfAnotherRun(Number(left[2]));
    // Numbers are given again: what runs under this one may be another program, and the site must not stay away.
    if (left[1] === 'old' && !existsSync(place) && !isDead) await setTimeout(LONGEST_SWAP);
    if (left[1] === 'old' && !existsSync(place)) tryRename(full, place, ['ENOENT']);
    else if (isDead) await rm(full, { recursive: true, force: true });
  }
  for (const entry of await list(stagingParent)) {
    const pid = /^(?:site|offline|bench)-(\d+)$/.exec(entry)?.[1];
    if (pid && !isOfAnotherRun(Number(pid)))
      await rm(path.join(stagingParent, entry), { recursive: true, force: true });
  }
}

async function list(dir: string): Promise<string[]> {
  return await readdir(dir).catch(() => []);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
