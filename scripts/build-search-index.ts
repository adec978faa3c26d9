/**
 * Builds the search index of a built site: `node scripts/build-search-index.ts`, with OUT_DIR and BASE_PATH as for
 * the build. Writes `pagefind/`, `search/*.js`, `search/facets.….json` and
 * `search/variants.json` into the output folder.
 * Exit codes: 0 built, 1 the site's files are wrong, 2 could not run.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { bundleSearchApi } from './search-index/bundle-api.ts';
import { type IndexedDocument, readDocument, readDocuments } from './search-index/documents.ts';
import { LibraryVariants } from './search-index/library-variants.ts';
import { makeIndexFiles, type OutputFile } from './search-index/pagefind-files.ts';
import { VARIANTS } from './search-index/variants-table.ts';

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

async function bundle(files: readonly OutputFile[]): Promise<OutputFile[]> {
  const code = files.find((file) => file.path === 'pagefind/pagefind.js');
  if (!code) throw new Error('the index holds no pagefind.js');
  return await bundleSearchApi(Buffer.from(code.content).toString('utf8'));
}

/** Files of an earlier index have other names and would stay behind. */
async function removeOldIndex(outDir: string): Promise<void> {
  await rm(path.join(outDir, 'pagefind'), { recursive: true, force: true });
  const old = await readdir(path.join(outDir, 'search')).catch(() => []);
  const facets = old.filter((name) => /^facets\..+\.json$/.test(name));
  await Promise.all(facets.map((name) => rm(path.join(outDir, 'search', name), { force: true })));
}

/**
 * Indexes the documents that `api/documents.json` lists and writes the index next to them. Throws a
 * SearchIndexError, with a message for the one who builds, when the site's files are wrong or Pagefind can't run.
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<SearchIndexReport> {
  const counted = { documents: 0 };
  const library = new LibraryVariants(VARIANTS);
  const indexFiles = await makeIndexFiles(readAll(options, counted, library));
  const files = [...indexFiles, ...(await bundle(indexFiles)), variantsFile(library)];
  await removeOldIndex(options.outDir);
  for (const file of files) {
    const target = path.join(options.outDir, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
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
