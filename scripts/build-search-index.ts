/**
 * Builds the search index of a built site: `node scripts/build-search-index.ts`, with OUT_DIR and BASE_PATH as for
 * the build. Writes `pagefind/`, `search/*.js`, and `search/variants.json`, `search/suggest.json`,
 * `search/alike.json` and `search/library.json` into the output folder.
 * Exit codes: 0 built, 1 the site's files are wrong, 2 could not run.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { mapAtMost } from './search-index/at-most.ts';
import { bundleSearchApi } from './search-index/bundle-api.ts';
import { readDocuments } from './search-index/documents.ts';
import { IndexCache } from './search-index/index-cache-fs.ts';
import { writeLibraryMark } from './search-index/library-mark.ts';
import { type LibraryShard, type PageHash, readShards } from './search-index/library-shards.ts';
import { LibraryVariants } from './search-index/library-variants.ts';
import { makeIndexFiles, type OutputFile } from './search-index/pagefind-files.ts';
import { loadRuntime } from './search-index/pagefind-runtime.ts';
import { VARIANTS } from './search-index/variants-table.ts';
import { TermCollector } from './search-terms/collector.ts';

export { SearchIndexError } from './search-index/documents.ts';

export interface SearchIndexOptions {
  /** The built site. */
  readonly outDir: string;
  /** Where the site lies on its server, such as `/` or `/wenku/`. */
  readonly basePath: string;
  /**
   * A folder for what later builds may use again; without it everything is made anew. The index is the same either way.
   */
  readonly cacheDir?: string;
  /**
   * A digest of a page's content, by its file below `outDir`, such as `plans/a/index.html`: a page whose digest is that
   * of an earlier build is not read. Undefined for a page that isn't known.
   */
  readonly pageHash?: PageHash;
  /** Whether other threads have the processors meanwhile: then this one indexes by itself. */
  readonly alone?: boolean;
}

export interface SearchIndexReport {
  readonly documents: number;
  readonly files: number;
  readonly bytes: number;
}

/** The table that a reader's browser fetches for a traditional query or page; see src/ui/search/load-variants.ts. */
const variantsFile = (library: LibraryVariants): OutputFile => ({
  path: 'search/variants.json',
  content: Buffer.from(JSON.stringify(library.pack())),
});

/** The files of terms and characters. */
function termFiles(shards: readonly LibraryShard[], cache: IndexCache): OutputFile[] {
  const terms = new TermCollector((of, make) => cache.remember('terms', of, make));
  for (const { terms: own, countTerms } of shards) terms.addShard(own, countTerms);
  return terms.files();
}

/** Files of an earlier index have other names and would stay behind. */
async function removeOldIndex(outDir: string): Promise<void> {
  await rm(path.join(outDir, 'pagefind'), { recursive: true, force: true });
}

/**
 * Indexes the documents that `api/documents.json` lists and writes the index next to them. Throws a
 * SearchIndexError, with a message for the one who builds, when the site's files are wrong or Pagefind can't run.
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<SearchIndexReport> {
  const cache = await IndexCache.open(options.cacheDir);
  const runtime = cache.rememberAsync('runtime', '', loadRuntime);
  const code = cache.rememberAsync('code', '', () => bundleSearchApi());
  // Should the site's files be wrong, nobody waits for these any more.
  for (const waiting of [runtime, code]) waiting.catch(() => undefined);
  const shards = await readShards(options, await readDocuments(options.outDir), cache);
  const library = new LibraryVariants(VARIANTS);
  for (const { units } of shards) library.addUnits(units);
  const files = [
    ...makeIndexFiles(shards, await runtime),
    ...(await code),
    variantsFile(library),
    ...termFiles(shards, cache),
  ];
  await removeOldIndex(options.outDir);
  await writeFiles(options.outDir, files);
  await writeLibraryMark(options.outDir);
  cache.forget();
  const documents = shards.reduce((sum, shard) => sum + shard.documents.length, 0);
  const bytes = files.reduce((sum, file) => sum + file.content.byteLength, 0);
  return { documents, files: files.length, bytes };
}

// One by one takes half the processor's time, but two to three times as long where the disk is busy.
const FILES_AT_ONCE = 8;

async function writeFiles(outDir: string, files: readonly OutputFile[]): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(file.path)));
  for (const folder of folders) await mkdir(path.join(outDir, folder), { recursive: true });
  await mapAtMost(FILES_AT_ONCE, files, async ({ path: name, content }) => {
    await writeFile(path.join(outDir, name), content);
  });
}

async function main(): Promise<number> {
  try {
    const { outDir, base } = readEnvironment();
    const report = await buildSearchIndex({ outDir, basePath: base });
    const megabytes = (report.bytes / 1e6).toFixed(1);
    console.log(`检索索引已建好：${report.documents} 份文件，${report.files} 个文件，共 ${megabytes} MB。`);
    return 0;
  } catch (error) {
    const message = explainFailure(error);
    if (message === undefined) throw error;
    console.error(message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main();
