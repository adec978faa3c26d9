import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import type { SiteConfig } from '../../src/site.config.ts';
import { writeFiles } from '../import/write-files.ts';
import { blankFiles, SETTINGS_FILE, TOUCHED } from './seed-files.ts';
import { type Settings, UnknownSettings } from './settings.ts';

const FORMATTER = 'node_modules/@biomejs/biome/bin/biome';
const run = promisify(execFile);

/** The settings that a project has now, read anew. */
export async function readSettings(root: string): Promise<SiteConfig> {
  const address = pathToFileURL(path.join(root, SETTINGS_FILE));
  // A module is loaded once for each address; what follows the ? makes it another.
  address.search = createHash('sha256')
    .update(await readFile(address))
    .digest('hex');
  const { siteConfig } = (await import(address.href)) as { siteConfig: SiteConfig };
  return siteConfig;
}

/**
 * Writes settings into src/site.config.ts and reads them back; if they are not what was meant, the old file is put back.
 * @throws UnknownSettings when the file is not as it is known.
 */
export async function writeSettings(root: string, settings: Settings): Promise<void> {
  // TypeScript takes a second to load, and most runs don't get this far.
  const { changeSettings } = await import('./change-settings.ts');
  const file = path.join(root, SETTINGS_FILE);
  const source = await readFile(file, 'utf8');
  const wanted = { ...(await readSettings(root)), ...settings };
  await writeFiles([{ path: file, text: changeSettings(source, settings) }], true);
  await format(root);
  if (isDeepStrictEqual(await readSettings(root).catch(() => undefined), wanted)) return;
  await writeFiles([{ path: file, text: source }], true);
  throw new UnknownSettings(
    `发现 ${SETTINGS_FILE} 改写后读出来的值不对，应与所填的一致；已恢复原样。改法：请网站维护者手工改这个文件。`,
  );
}

/** Long values may have to be broken into lines; without the formatter the file is right, only not as it would lay it out. */
async function format(root: string): Promise<void> {
  if (!existsSync(path.join(root, FORMATTER))) return;
  await run(process.execPath, [FORMATTER, 'format', '--write', SETTINGS_FILE], { cwd: root });
}

/** Removes the files, and the folders that they leave empty, and writes what stands in their place. */
export async function stripContent(root: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(path.join(root, file));
  const folders = new Set(files.map((file) => path.dirname(file)));
  // The deepest first.
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) await removeEmpty(root, folder);
  await writeFiles(
    blankFiles().map(({ path: at, text }) => ({ path: path.join(root, at), text })),
    true,
  );
}

async function removeEmpty(root: string, folder: string): Promise<void> {
  for (let at = folder; at !== '.' && at !== 'content' && at !== 'tests'; at = path.dirname(at)) {
    const full = path.join(root, at);
    const left = await readdir(full).catch(() => ['missing']);
    if (left.length > 0) return;
    await rmdir(full);
  }
}

/** Copies all that will be touched to a new folder beside the project; returns that folder. */
export async function keepCopy(root: string): Promise<string> {
  let copy = `${root}-before-adopt`;
  for (let count = 2; existsSync(copy); count++) copy = `${root}-before-adopt-${count}`;
  for (const at of TOUCHED) {
    if (existsSync(path.join(root, at)))
      await cp(path.join(root, at), path.join(copy, at), { recursive: true });
  }
  return copy;
}
