import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'astro';
import { reportText } from '../src/lint/reporters/text.ts';
import { contentDir } from '../src/load/content-dir.ts';
import { ContentFolderError } from '../src/load/content-fs.ts';
import { InvalidDocumentError } from '../src/load/document-loader.ts';
import { siteConfig } from '../src/site.config.ts';
import { buildSearchIndex, SearchIndexError } from './build-search-index.ts';
import { checkContent, located } from './check-content.ts';

/** A user's mistake that stops the build; its message is all that is shown. */
class BuildRefused extends Error {}

/** Errors whose message is written for the user; any other is a fault of ours and keeps its stack. */
const USER_MISTAKES = [BuildRefused, ContentFolderError, InvalidDocumentError, SearchIndexError];

/** OUT_DIR, or `dist`, as an absolute path. */
export function outputDir(): string {
  return path.resolve(process.env['OUT_DIR'] || 'dist');
}

/** BASE_PATH, or the configured one; begins and ends with a slash. */
export function basePath(): string {
  const base = process.env['BASE_PATH'] || siteConfig.basePath;
  return `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
}

/**
 * Checks, builds and indexes into a fresh folder beside the output folder, and puts it in place at the end: whatever
 * goes wrong before, the last good site still stands.
 * @throws BuildRefused, ContentFolderError or InvalidDocumentError for a user's mistake.
 */
export async function buildSite(): Promise<void> {
  const outDir = outputDir();
  // Below the project, because Astro keeps its intermediate files beside an output folder only there; elsewhere all
  // builds would share one folder and disturb each other.
  const staging = path.resolve('node_modules/.cache', `site-${process.pid}`);
  await refuseBadContent();
  try {
    console.log('生成网页……');
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    await build({ outDir: staging, logLevel: 'warn' });
    console.log('建立检索……');
    const index = await buildSearchIndex({ outDir: staging, basePath: basePath() });
    await replaceFolder(outDir, staging);
    const kilobytes = Math.round(index.bytes / 1024);
    console.log(`完成：${outDir}，检索收 ${index.documents} 份文件（索引 ${kilobytes} KB）。`);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function refuseBadContent(): Promise<void> {
  console.log('检查内容……');
  const dir = contentDir();
  const { issues, files, errors } = await checkContent(dir);
  console.log(reportText(located(issues, dir, 'text'), files));
  if (errors > 0) {
    throw new BuildRefused('内容有错误，没有生成网站；原有的网站未动。改正后重新运行 npm run build。');
  }
}

/** Puts `built` in the place of `target` by renaming, so that no half-written folder is ever in place. */
async function replaceFolder(target: string, built: string): Promise<void> {
  const fresh = `${target}.new-${process.pid}`;
  await mkdir(path.dirname(target), { recursive: true });
  await moveFolder(built, fresh);
  const old = `${target}.old-${process.pid}`;
  const hadOld = await rename(target, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadOld) await rename(old, target);
    throw error;
  }
  if (hadOld) await rm(old, { recursive: true, force: true });
}

/** Renames a folder, or copies it where the two places are on different disks. */
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

/** Runs the build and ends the process with 0, or with 1 and a message for a user's mistake. */
export async function runBuild(): Promise<boolean> {
  try {
    await buildSite();
    return true;
  } catch (error) {
    if (!USER_MISTAKES.some((mistake) => error instanceof mistake)) throw error;
    console.error((error as Error).message);
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exit((await runBuild()) ? 0 : 1);
}
