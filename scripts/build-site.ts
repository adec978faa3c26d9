import path from 'node:path';
import process from 'node:process';
import { build } from 'astro';
import { reportText } from '../src/lint/reporters/text.ts';
import { addressNotices } from './build/address-notices.ts';
import {
  type BuildArguments,
  readBuildArguments,
  TAKEN_BY_NPM,
  takenByNpm,
  USAGE,
} from './build/arguments.ts';
import { readEnvironment, type SiteEnvironment } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { guardOutputFolder, replaceFolder, sweepRemains } from './build/output-folder.ts';
import { inStaging, STAGING_PARENT } from './build/staging.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { checkContent, located } from './check-content.ts';
import { UsageError, usageMessage } from './import/read-arguments.ts';
import { inspectSite } from './inspect/inspect-site.ts';
import { guardCopyFolder, publishCopy } from './offline/publish-copy.ts';

/** Content with errors: nothing is built from it. The report has been printed. */
class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
}

/** What a build does, in this order. */
export type BuildStage = 'check' | 'pages' | 'index' | 'inspect' | 'publish';

/**
 * Checks, builds and indexes into a folder of its own and puts it in place at the end: whatever goes wrong before,
 * the last good site still stands. `onStage` is told of each stage as it begins.
 * @throws an error that `explainFailure` words, for a user's mistake.
 */
export async function buildSite(
  environment: SiteEnvironment,
  onStage: (stage: BuildStage) => void = () => {},
): Promise<void> {
  const { outDir, contentDir, base } = environment;
  await guardOutputFolder(environment);
  await sweepRemains(outDir, STAGING_PARENT);
  onStage('check');
  await refuseBadContent(contentDir);
  await inStaging('site', async (staging) => {
    onStage('pages');
    console.log('生成网页……');
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    await build({ outDir: staging, logLevel: 'error' });
    onStage('index');
    console.log('建立检索……');
    const index = await buildSearchIndex({ outDir: staging, basePath: base });
    // Last, for pages also lead to what the index wrote.
    onStage('inspect');
    const inspected = await inspectSite({ dir: staging, base, siteUrl: environment.siteUrl });
    onStage('publish');
    const notices = await addressNotices(staging, outDir, contentDir);
    await replaceFolder(outDir, staging);
    const kilobytes = Math.round(index.bytes / 1024);
    console.log(`完成：${outDir}，检索收 ${index.documents} 份文件（索引 ${kilobytes} KB）。`);
    for (const notice of [inspected, ...notices]) console.log(notice);
  });
}

async function refuseBadContent(dir: string): Promise<void> {
  console.log('检查内容……');
  const { issues, files, drafts, errors } = await checkContent(dir);
  console.log(reportText(located(issues, dir, 'text'), files, drafts));
  if (errors > 0) {
    throw new ContentRefused('内容有错误，没有生成网站；原有的网站未动。改正后重新运行 npm run build。');
  }
}

/** A copy that is opened from disk, made of the site; `out` is its folder, as typed. */
interface CopyWanted {
  readonly out?: string | undefined;
}

/**
 * Runs the build, and makes a copy for the disk if one is wanted; false, with the message printed, for a user's mistake.
 * A fault of ours is thrown on.
 */
export async function runBuild(onStage?: (stage: BuildStage) => void, copy?: CopyWanted): Promise<boolean> {
  try {
    const environment = readEnvironment();
    const copyDir = copy && path.resolve(copy.out ?? `${environment.outDir}-offline`);
    if (copyDir !== undefined) await guardCopyFolder(environment, copyDir);
    await buildSite(environment, onStage);
    if (copyDir !== undefined) await publishCopy(environment, copyDir);
    return true;
  } catch (error) {
    const message = explainFailure(error);
    if (message === undefined) throw error;
    console.error(message);
    return false;
  }
}

/** The command line; undefined, with the message printed, when it can't be followed. */
function readTyped(): BuildArguments | undefined {
  try {
    return readBuildArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(usageMessage(error, USAGE));
    return undefined;
  }
}

async function main(): Promise<number> {
  const typed = readTyped();
  if (!typed) return 2;
  if (typed.help) {
    console.log(USAGE);
    return 0;
  }
  const built = await runBuild(undefined, typed.offline ? typed : undefined);
  if (built && !typed.offline && takenByNpm(process.env)) console.log(TAKEN_BY_NPM);
  return built ? 0 : 1;
}

if (import.meta.main) process.exit(await main());
