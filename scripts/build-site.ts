import { cp } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { readNote } from '../src/inspect/page-notes.ts';
import { countDocuments } from '../src/load/list-files-fs.ts';
import { STORE_VARIABLE } from '../src/load/stored-documents-fs.ts';
import { siteConfig } from '../src/site.config.ts';
import { addressNotices } from './build/address-notices.ts';
import {
  type BuildArguments,
  readBuildArguments,
  TAKEN_BY_NPM,
  takenByNpm,
  USAGE,
} from './build/arguments.ts';
import { CACHE_ROOT } from './build/cache-dir.ts';
import { readEnvironment, type SiteEnvironment } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { guardOutputFolder, replaceFolder, sweepRemains } from './build/output-folder.ts';
import { inStaging, STAGING_PARENT } from './build/staging.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { printReport } from './check/print-report.ts';
import { copyContentFiles } from './content-files.ts';
import { publishEditor } from './editor/publish-editor.ts';
import { UsageError, usageMessage } from './import/read-arguments.ts';
import { inspectSite, type KnownFiles } from './inspect/inspect-site.ts';
import { guardCopyFolder, publishCopy } from './offline/publish-copy.ts';
import { type Ledger, ledgerFile, readLedger, writeLedger } from './render/page-ledger.ts';
import { type PreparedLibrary, prepareLibrary } from './render/prepare-library.ts';
import { type CompiledProgram, startProgram } from './render/program.ts';
import { programPaths } from './render/program-files.ts';
import { renderSite } from './render/render-site.ts';
import { RendererPool, renderThreads } from './render/renderer-pool.ts';
import { writeSitemap } from './render/write-sitemap.ts';

/** Content with errors: nothing is built from it. The report has been printed. */
class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
}

/** What a build does, in this order; the program is compiled meanwhile, where it isn't yet. */
export type BuildStage = 'check' | 'compile' | 'pages' | 'index' | 'inspect' | 'publish';

/**
 * Checks, builds and indexes into a folder of its own and puts it in place at the end: whatever goes wrong before,
 * the last good site still stands. `onStage` is told of each stage as it begins.
 * @throws an error that `explainFailure` words, for a user's mistake.
 */
export async function buildSite(
  environment: SiteEnvironment,
  onStage: (stage: BuildStage) => void = () => {},
): Promise<void> {
  const { outDir } = environment;
  await guardOutputFolder(environment);
  await sweepRemains(outDir, STAGING_PARENT);
  const stop = new AbortController();
  const { program: compiling } = await startProgram(environment, stop.signal);
  // Should the content be wrong, nobody waits for it any more.
  compiling.catch(() => undefined);
  try {
    await inStaging('site', (staging) => makeSite(environment, compiling, staging, onStage));
  } finally {
    stop.abort();
  }
}

/** Makes the site in `staging` and puts it in place. */
async function makeSite(
  environment: SiteEnvironment,
  compiling: Promise<CompiledProgram>,
  staging: string,
  onStage: (stage: BuildStage) => void,
): Promise<void> {
  const { outDir, contentDir, base, siteUrl } = environment;
  const fresh = path.join(staging, 'site');
  const storeDir = path.join(staging, 'documents');
  onStage('check');
  console.log('检查内容……');
  const opening = openRenderers({ environment, compiling, storeDir, fresh });
  // Should the content be wrong, nobody waits for them any more.
  opening.catch(() => undefined);
  let ledger: Ledger;
  try {
    const library = await prepareLibrary({ contentDir, storeDir, base, busy: compiling });
    await refuseBadContent(library, contentDir);
    onStage('compile');
    console.log('生成网页……');
    const renderers = await opening;
    onStage('pages');
    ledger = await makePages({ environment, ...renderers, library, fresh });
  } finally {
    // Content that is wrong is told of at once, not when the program is compiled.
    opening.then(({ pool }) => pool.close()).catch(() => undefined);
  }
  onStage('index');
  console.log('建立检索……');
  const index = await buildSearchIndex({
    ...{ outDir: fresh, basePath: base, cacheDir: path.join(CACHE_ROOT, 'search-index') },
    pageHash: (file) => ledger.files.get(file)?.sum,
  });
  // Last, for pages also lead to what the index wrote.
  onStage('inspect');
  const inspected = await inspectSite({ dir: fresh, base, siteUrl }, knownFiles(ledger));
  onStage('publish');
  const edited = await publishEditor(fresh, siteConfig.editor, environment);
  const notices = await addressNotices(fresh, outDir, contentDir);
  await replaceFolder(outDir, fresh);
  await writeLedger(ledgerFile(CACHE_ROOT, outDir), ledger);
  const kilobytes = Math.round(index.bytes / 1024);
  console.log(`完成：${outDir}，检索收 ${index.documents} 份文件（索引 ${kilobytes} KB）。`);
  for (const notice of [inspected, ...edited, ...notices]) console.log(notice);
}

/** Threads that make pages, and what they make them with. */
interface Renderers {
  readonly program: CompiledProgram;
  readonly pool: RendererPool;
}

interface RenderersWanted {
  readonly environment: SiteEnvironment;
  readonly compiling: Promise<CompiledProgram>;
  readonly storeDir: string;
  /** The new site's folder. */
  readonly fresh: string;
}

/** Lets the threads load the program as soon as there is one, while the content is still being prepared. */
async function openRenderers(wanted: RenderersWanted): Promise<Renderers> {
  const { contentDir, siteUrl, base } = wanted.environment;
  const program = await wanted.compiling;
  const threads = renderThreads(await countDocuments(contentDir));
  const start = { programDir: program.dir, outDir: wanted.fresh, siteUrl, base };
  return { program, pool: new RendererPool(threads, start, { [STORE_VARIABLE]: wanted.storeDir }) };
}

interface PagesWanted extends Renderers {
  readonly environment: SiteEnvironment;
  readonly library: PreparedLibrary;
  /** The new site's folder. */
  readonly fresh: string;
}

/** Fills the new site's folder with everything but the index of its search. */
async function makePages({ environment, program, pool, library, fresh }: PagesWanted): Promise<Ledger> {
  const { outDir, contentDir } = environment;
  await cp(programPaths(program.dir).client, fresh, { recursive: true });
  const rendered = await renderSite({
    ...{ pool, programKey: program.key, shape: library.shape, outDir: fresh, lastDir: outDir },
    ledger: await readLedger(ledgerFile(CACHE_ROOT, outDir)),
  });
  await pool.close();
  await copyContentFiles(contentDir, fresh);
  await writeSitemap(fresh, rendered.pages, environment);
  return rendered.ledger;
}

/** What the renderer noted of the files that it made. */
function knownFiles({ files, texts }: Ledger): KnownFiles {
  return {
    page: (file) => {
      const note = files.get(file)?.note;
      return note && readNote(note, texts);
    },
    isMade: (file) => files.has(file),
  };
}

async function refuseBadContent({ report, invalid }: PreparedLibrary, dir: string): Promise<void> {
  console.log(await printReport(report, dir, 'text'));
  if (report.errors > 0) {
    throw new ContentRefused('内容有错误，没有生成网站；原有的网站未动。改正后重新运行 npm run build。');
  }
  if (invalid.length > 0) throw new ContentRefused(invalid.join('\n'));
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
