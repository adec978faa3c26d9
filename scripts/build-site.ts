import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { build } from 'astro';
import { reportText } from '../src/lint/reporters/text.ts';
import { readEnvironment, type SiteEnvironment } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { guardOutputFolder, replaceFolder, sweepRemains } from './build/output-folder.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { checkContent, located } from './check-content.ts';

/** Content with errors: nothing is built from it. The report has been printed. */
class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
}

/** What a build does, in this order. */
export type BuildStage = 'check' | 'pages' | 'index' | 'publish';

// Below the project, because Astro keeps its intermediate files beside an output folder only there; elsewhere all
// builds would share one folder and disturb each other.
const STAGING_PARENT = path.resolve('node_modules/.cache');

/**
 * Checks, builds and indexes into a folder of its own and puts it in place at the end: whatever goes wrong before,
 * the last good site still stands. `onStage` is told of each stage as it begins.
 * @throws an error that `explainFailure` words, for a user's mistake.
 */
export async function buildSite(
  environment: SiteEnvironment,
  onStage: (stage: BuildStage) => void = () => {},
): Promise<void> {
  const { outDir, base } = environment;
  await guardOutputFolder(environment);
  await sweepRemains(outDir, STAGING_PARENT);
  onStage('check');
  await refuseBadContent(environment.contentDir);
  const staging = path.join(STAGING_PARENT, `site-${process.pid}`);
  const forget = removeWhenStopped(staging);
  try {
    onStage('pages');
    console.log('生成网页……');
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    await build({ outDir: staging, logLevel: 'error' });
    onStage('index');
    console.log('建立检索……');
    const index = await buildSearchIndex({ outDir: staging, basePath: base });
    onStage('publish');
    await replaceFolder(outDir, staging);
    const kilobytes = Math.round(index.bytes / 1024);
    console.log(`完成：${outDir}，检索收 ${index.documents} 份文件（索引 ${kilobytes} KB）。`);
  } finally {
    forget();
    await rm(staging, { recursive: true, force: true });
  }
}

async function refuseBadContent(dir: string): Promise<void> {
  console.log('检查内容……');
  const { issues, files, errors } = await checkContent(dir);
  console.log(reportText(located(issues, dir, 'text'), files));
  if (errors > 0) {
    throw new ContentRefused('内容有错误，没有生成网站；原有的网站未动。改正后重新运行 npm run build。');
  }
}

/** A build that is stopped by Ctrl C or the system leaves no folder behind. Returns how to end the watch. */
function removeWhenStopped(staging: string): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(staging, { recursive: true, force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}

/** Runs the build; false, with the message printed, for a user's mistake. A fault of ours is thrown on. */
export async function runBuild(onStage?: (stage: BuildStage) => void): Promise<boolean> {
  try {
    await buildSite(readEnvironment(), onStage);
    return true;
  } catch (error) {
    const message = explainFailure(error);
    if (message === undefined) throw error;
    console.error(message);
    return false;
  }
}

if (import.meta.main) process.exit((await runBuild()) ? 0 : 1);
