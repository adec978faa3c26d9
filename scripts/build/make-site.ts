/** Makes a site: judges the content, makes its pages and its index, and puts it in place when all is done. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { readNote } from '../../src/inspect/page-notes.ts';
import { countDocuments } from '../../src/load/list-files-fs.ts';
import { STORE_VARIABLE } from '../../src/load/stored-documents-fs.ts';
import { siteConfig } from '../../src/site.config.ts';
import { buildSearchIndex, type SearchIndexReport } from '../build-search-index.ts';
import { printReport } from '../check/print-report.ts';
import { copyContentFiles } from '../content-files.ts';
import { publishEditor } from '../editor/publish-editor.ts';
import { inspectSite, type KnownFiles } from '../inspect/inspect-site.ts';
import { type Ledger, ledgerFile, readLedger, writeLedger } from '../render/page-ledger.ts';
import { type PreparedLibrary, prepareLibrary } from '../render/prepare-library.ts';
import type { CompiledProgram } from '../render/program.ts';
import { programPaths } from '../render/program-files.ts';
import { renderSite } from '../render/render-site.ts';
import { RendererPool, sharingFor, type WorkSharing } from '../render/renderer-pool.ts';
import { writeSitemap } from '../render/write-sitemap.ts';
import type { PageHash } from '../search-index/library-shards.ts';
import { addressNotices } from './address-notices.ts';
import { CACHE_ROOT } from './cache-dir.ts';
import type { SiteEnvironment } from './environment.ts';
import { replaceFolder } from './output-folder.ts';

/** Content with errors: nothing is built from it. The report has been printed. */
class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
}

/**
 * What a build does, in this order. The program is compiled meanwhile, where it isn't yet; and the index of a small library
 * is made among the pages, so that its own stage is what is left of it then.
 */
export type BuildStage = 'check' | 'compile' | 'pages' | 'index' | 'inspect' | 'publish';

/** Makes the site in `staging`, with the program that is `compiling`, and puts it in place. `onStage` is told of each stage as it begins. */
export async function makeSite(
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
  const opening = openRenderers({ environment, compiling, storeDir });
  // Should the content be wrong, nobody waits for them any more.
  opening.catch(() => undefined);
  let pages: MadePages;
  try {
    const library = await prepareLibrary({ contentDir, storeDir, base, busy: compiling });
    await refuseBadContent(library, contentDir);
    onStage('compile');
    console.log('生成网页……');
    const renderers = await opening;
    onStage('pages');
    pages = await makePages({ environment, ...renderers, library, fresh });
  } finally {
    // Content that is wrong is told of at once, not when the program is compiled.
    opening.then(({ pool }) => pool.close()).catch(() => undefined);
  }
  onStage('index');
  console.log('建立检索……');
  const { ledger } = pages;
  const index = await (pages.indexing ?? makeIndex(fresh, base, (file) => ledger.files.get(file)?.sum));
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
  readonly sharing: WorkSharing;
  /** Of the last site, from which most files are taken over. */
  readonly last: Ledger;
}

interface RenderersWanted {
  readonly environment: SiteEnvironment;
  readonly compiling: Promise<CompiledProgram>;
  readonly storeDir: string;
}

/** Lets the threads load the program as soon as there is one, while the content is still being prepared. */
async function openRenderers(wanted: RenderersWanted): Promise<Renderers> {
  const { contentDir, outDir, siteUrl, base } = wanted.environment;
  const last = await readLedger(ledgerFile(CACHE_ROOT, outDir));
  const program = await wanted.compiling;
  const sharing = sharingFor(await countDocuments(contentDir));
  const size = { most: sharing.threads, atOnce: last.programKey === program.key ? 1 : sharing.threads };
  const start = { programDir: program.dir, siteUrl, base };
  const pool = new RendererPool(size, start, { [STORE_VARIABLE]: wanted.storeDir });
  return { program, last, sharing, pool };
}

interface PagesWanted extends Renderers {
  readonly environment: SiteEnvironment;
  readonly library: PreparedLibrary;
  /** The new site's folder. */
  readonly fresh: string;
}

/** A site but for its index, which may be under way. */
interface MadePages {
  readonly ledger: Ledger;
  readonly indexing: Promise<SearchIndexReport> | undefined;
}

/** Fills the new site's folder with everything but the index of its search, which it may begin. */
async function makePages(wanted: PagesWanted): Promise<MadePages> {
  const { environment, program, pool, sharing, last, library, fresh } = wanted;
  const { outDir, contentDir, base } = environment;
  await cp(programPaths(program.dir).client, fresh, { recursive: true });
  let indexing: Promise<SearchIndexReport> | undefined;
  const index = (sumOf: PageHash): void => {
    indexing = makeIndex(fresh, base, sumOf, true);
    // Should pages fail meanwhile, they are what is told of.
    indexing.catch(() => undefined);
  };
  try {
    // Whatever comes of it, nobody takes more pages.
    const rendered = await renderSite({
      ...{ pool, programKey: program.key, shape: library.shape, common: library.common },
      ...{ outDir: fresh, lastDir: outDir, ledger: last },
      onIndexable: sharing.indexMeanwhile ? index : undefined,
    }).finally(() => pool.close());
    await copyContentFiles(contentDir, fresh);
    await writeSitemap(fresh, rendered.pages, environment);
    return { ledger: rendered.ledger, indexing };
  } catch (error) {
    // Nothing may write into a folder that is about to go.
    await indexing?.catch(() => undefined);
    throw error;
  }
}

/** Makes the index of a site's search, `alone` where other threads have the processors. */
function makeIndex(
  outDir: string,
  basePath: string,
  pageHash: PageHash,
  alone = false,
): Promise<SearchIndexReport> {
  const cacheDir = path.join(CACHE_ROOT, 'search-index');
  return buildSearchIndex({ outDir, basePath, cacheDir, pageHash, alone });
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
