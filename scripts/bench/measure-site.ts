import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../launch-browser.ts';
import { serveStatic } from '../serve-static.ts';
import { changeOneDocument } from './change-document.ts';
import type { BenchFigures } from './figures.ts';
import { readDocuments } from './literal-search.ts';
import { measureLinking } from './measure-linking.ts';
import { type BuiltDocument, builtDocuments, measureOutput } from './measure-output.ts';
import { measurePages } from './measure-pages.ts';
import { measureExactness, measureQueryCosts, type Served } from './measure-search.ts';
import { comparable } from './page-text.ts';
import { buildPlainIndex } from './plain-pagefind.ts';
import { makeRandom } from './random.ts';
import { runBuild } from './run-build.ts';
import { type QueryKind, type SampledQuery, sampleQueries } from './sample-queries.ts';
import { BLANK_FILE, BLANK_PAGE, PLAIN_ENGINE, PLAIN_FOLDER, SITE_ENGINE } from './search-browser.ts';
import { TransferLog } from './transfer.ts';

/** Folders of one run, all of them below a temporary one. */
export interface BenchPlace {
  readonly contentDir: string;
  readonly outDir: string;
  readonly copyDir: string;
}

const QUERIES_PER_KIND = 50;
const SEED = 65;
/** What a first query costs is asked of these kinds, with this many queries each. */
const COSTED: ReadonlySet<QueryKind> = new Set([
  'word',
  'phrase',
  'fragment',
  'one character',
  'with digits',
]);
const COSTED_PER_KIND = 8;

/** Builds the content three times, then looks at the result with a browser. `progress` is told what is being done. */
export async function measureSite(
  place: BenchPlace,
  what: string,
  progress: (step: string) => void,
): Promise<BenchFigures> {
  progress('第一次构建');
  const cold = await runBuild(place);
  progress('不改内容再构建');
  const unchanged = await runBuild(place);
  await changeOneDocument(place.contentDir);
  progress('改一份文件再构建');
  const oneChanged = await runBuild(place);
  progress('测量文号链接');
  const linking = await measureLinking(place.contentDir);
  const output = await measureOutput(place.outDir);
  const documents = await builtDocuments(place.outDir);
  const looked = await lookAtSite(place, documents, progress);
  return {
    machine: {
      cores: os.availableParallelism(),
      memoryBytes: os.totalmem(),
      platform: `${os.platform()} ${os.arch()}`,
      node: process.versions.node,
    },
    content: { what, documents: documents.length, characters: looked.characters },
    builds: { cold, unchanged, oneChanged },
    linking,
    output,
    pages: looked.pages,
    exactness: looked.exactness,
    firstQuery: looked.firstQuery,
    plainIndex: looked.plainIndex,
  };
}

async function lookAtSite(
  { outDir, copyDir }: BenchPlace,
  documents: readonly BuiltDocument[],
  progress: (step: string) => void,
) {
  progress('用 Pagefind 自己的办法建索引，以作比较');
  const plainIndex = await buildPlainIndex(outDir, documents, {
    copyDir,
    indexDir: path.join(outDir, PLAIN_FOLDER),
  });
  await writeFile(path.join(outDir, BLANK_FILE), BLANK_PAGE);
  const read = await readDocuments(outDir, documents);
  const queries = sampleQueries(read, QUERIES_PER_KIND, makeRandom(SEED));
  const log = new TransferLog(outDir);
  const server = await serveStatic(outDir, { port: 0, basePath: '/', onRequest: log.note });
  const browser = await launchBrowser();
  const served: Served = { url: server.url, log, browser };
  try {
    progress('称量网页');
    const pages = await measurePages(outDir, documents, served);
    progress(`核对 ${queries.length} 次检索`);
    const site = await measureExactness(served, SITE_ENGINE, queries, read);
    const plain = await measureExactness(served, PLAIN_ENGINE, queries, read);
    progress('测量首次检索');
    const firstQuery = await measureQueryCosts(served, costedQueries(queries));
    const characters = read.reduce((sum, { lines }) => sum + comparable(lines.join('')).length, 0);
    return { plainIndex, pages, exactness: { site, plain }, firstQuery, characters };
  } finally {
    await browser.close();
    await server.close();
  }
}

function costedQueries(queries: readonly SampledQuery[]): SampledQuery[] {
  const groups = Map.groupBy(queries, ({ kind }) => kind);
  return [...groups].flatMap(([kind, own]) => (COSTED.has(kind) ? own.slice(0, COSTED_PER_KIND) : []));
}
