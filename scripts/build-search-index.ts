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
import { type IndexedDocument, readDocument, readDocuments } from './search-index/documents.ts';
import { writeLibraryMark } from './search-index/library-mark.ts';
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
}

export interface SearchIndexReport {
  readonly documents: number;
  readonly files: number;
  readonly bytes: number;
}

async function* readAll(
  options: SearchIndexOptions,
  counted: { documents: number },
  library: LibraryVariants,
): AsyncGenerator<IndexedDocument> {
  for (const document of await readDocuments(options.outDir)) {
    const { page } = await readDocument(options.outDir, options.basePath, document);
    const texts = page.blocks.map((block) => block.text);
    const variants = library.add([...texts, document.title, document.docNumber ?? '']);
    yield { document, page: variants ? { ...page, variants } : page };
    counted.documents += 1;
  }
}

/** The table that a reader's browser fetches for a traditional query or page; see src/ui/search/load-variants.ts. */
const variantsFile = (library: LibraryVariants): OutputFile => ({
  path: 'search/variants.json',
  content: Buffer.from(JSON.stringify(library.pack())),
});

const FILES_AT_ONCE = 8;

/** Files of an earlier index have other names and would stay behind. */
async function removeOldIndex(outDir: string): Promise<void> {
  await rm(path.join(outDir, 'pagefind'), { recursive: true, force: true });
}

/**
 * Indexes the documents that `api/documents.json` lists and writes the index next to them. Throws a
 * SearchIndexError, with a message for the one who builds, when the site's files are wrong or Pagefind can't run.
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<SearchIndexReport> {
  const counted = { documents: 0 };
  const runtime = loadRuntime();
  // Should the site's files be wrong, nobody waits for it any more.
  runtime.catch(() => undefined);
  const library = new LibraryVariants(VARIANTS);
  const terms = new TermCollector();
  const [indexFiles, code] = await Promise.all([
    makeIndexFiles(readAll(options, counted, library), runtime, terms),
    bundleSearchApi(),
  ]);
  const files = [...indexFiles, ...code, variantsFile(library), ...terms.files()];
  await removeOldIndex(options.outDir);
  const folders = new Set(files.map((file) => path.dirname(file.path)));
  for (const folder of folders) await mkdir(path.join(options.outDir, folder), { recursive: true });
  await mapAtMost(FILES_AT_ONCE, files, async ({ path: name, content }) => {
    await writeFile(path.join(options.outDir, name), content);
  });
  await writeLibraryMark(options.outDir);
  const bytes = files.reduce((sum, file) => sum + file.content.byteLength, 0);
  return { documents: counted.documents, files: files.length, bytes };
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
