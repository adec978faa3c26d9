/** Makes of a built site a copy that is opened from disk. */
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleScripts } from './bundle-scripts.ts';
import type { OfflineSite } from './relative-address.ts';
import { rewritePage } from './rewrite-page.ts';
import { rewriteStylesheet } from './rewrite-stylesheet.ts';
import { isReadable, treatmentOf } from './site-files.ts';
import { wrapFile } from './wrap-file.ts';

export interface CopyOptions {
  /** Folder of the built site, its search index included. */
  readonly from: string;
  /** Folder to write to; made if need be. */
  readonly to: string;
  /** The site's path on its server, with a slash at each end. */
  readonly base: string;
  /** The address at which the site is published. */
  readonly siteUrl: string;
}

export interface CopyReport {
  readonly files: number;
  readonly bytes: number;
}

/** Copies the site, and tells how large the copy is. */
export async function copySite(options: CopyOptions): Promise<CopyReport> {
  const { from, to, base, siteUrl } = options;
  const files = await listFiles(from);
  const site: OfflineSite = { base, siteUrl, files: new Set(files.filter(isReadable)) };
  for (const file of files) await copyOne(file, options, site);
  const scripts = await bundleScripts(base);
  for (const script of scripts) await write(path.join(to, script.path), script.content);
  return await measure(to);
}

async function copyOne(file: string, { from, to }: CopyOptions, site: OfflineSite): Promise<void> {
  const source = path.join(from, file);
  const target = path.join(to, file);
  const treatment = treatmentOf(file);
  if (treatment === 'leave') return;
  if (treatment === 'data') return await write(`${target}.js`, wrapFile(await readFile(source)));
  const text = treatment === 'copy' ? undefined : decode(await readFile(source));
  if (text === undefined) {
    await mkdir(path.dirname(target), { recursive: true });
    return await copyFile(source, target);
  }
  const rewrite = treatment === 'page' ? rewritePage : rewriteStylesheet;
  await write(target, await rewrite(text, file, site));
}

/** The text; undefined for an attachment in another encoding, which is to stay as it is. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** All files below a folder, with forward slashes, sorted. */
async function listFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files
    .map(({ parentPath, name }) => path.relative(dir, path.join(parentPath, name)).split(path.sep).join('/'))
    .sort();
}

async function measure(dir: string): Promise<CopyReport> {
  const files = await listFiles(dir);
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(dir, file))).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
