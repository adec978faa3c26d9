import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../import/read-arguments.ts';
import { launchBrowser } from '../launch-browser.ts';
import { serveStatic } from '../serve-static.ts';
import type { BenchArguments } from './arguments.ts';
import type { BenchFigures, BuildSeries, SearchFigures } from './figures.ts';
import { countCharacters, type ReadDocument, readDocuments } from './literal-search.ts';
import { describeMachine } from './machine.ts';
import { buildClean, rebuildChanged, rebuildUnchanged } from './measure-builds.ts';
import { measureExactness } from './measure-exactness.ts';
import { firstQueries, measureFirstQueries } from './measure-first-query.ts';
import { measureIndexing } from './measure-indexing.ts';
import { measureLighthouse } from './measure-lighthouse.ts';
import { type LinkingFigures, measureLinking } from './measure-linking.ts';
import { type BuiltDocument, builtDocuments, measureOutput } from './measure-output.ts';
import { measurePages } from './measure-pages.ts';
import { makeRandom } from './random.ts';
import type { BuildPlace } from './run-build.ts';
import { sampleQueries } from './sample-queries.ts';
import { BLANK_FILE, BLANK_PAGE, PLAIN_FOLDER, type Served } from './search-browser.ts';
import { TransferLog } from './transfer.ts';
import { weighKinds } from './weigh-kinds.ts';

/** Folders of one run, all of them below a temporary one. */
export interface BenchPlace extends BuildPlace {
  readonly copyDir: string;
}

/** What is done, to tell the user. */
type Progress = (step: string) => void;

/** Fixed, so that two runs over the same pages ask the same queries. */
const SEED = 65;

/**
 * Builds the content, unless a built site already lies in `outDir`, and looks at the result with a browser.
 * `what` says what the content is.
 */
export async function measureSite(
  place: BenchPlace,
  options: BenchArguments,
  what: string,
  progress: Progress,
): Promise<BenchFigures> {
  const first = options.dist === undefined ? await measureFirstBuilds(place, options, progress) : {};
  const { only } = options;
  const linking =
    only === undefined || only === 'links' ? { linking: await timeLinking(place, progress) } : {};
  const output = await measureOutput(place.outDir);
  const documents = await builtDocuments(place.outDir);
  if (documents.length === 0) {
    throw new UsageError('发现网站里没有文件，应至少有一份。改法：换一个有文件的文件夹。');
  }
  const read = await readDocuments(place.outDir, documents);
  const search =
    only === undefined || only === 'search'
      ? await measureSearch(place, { documents, read }, options, progress)
      : {};
  const kinds = only === undefined || only === 'pages' ? await measureKinds(place, options, progress) : {};
  // Last, for all else is told of the content as it was given.
  const rebuilt = only === undefined ? await rebuildChanged(place, progress) : {};
  return {
    machine: describeMachine(),
    content: { what, documents: documents.length, characters: countCharacters(read) },
    builds: { ...first, ...rebuilt },
    ...linking,
    output,
    ...search,
    ...kinds,
  };
}

async function measureKinds(
  { outDir, copyDir }: BenchPlace,
  { lighthouse }: BenchArguments,
  progress: Progress,
): Promise<Pick<BenchFigures, 'kinds' | 'lighthouse'>> {
  progress('称各种网页一页的分量');
  const kinds = await weighKinds(outDir);
  if (!lighthouse) return { kinds };
  return { kinds, lighthouse: await measureLighthouse(outDir, copyDir, progress) };
}

function timeLinking({ contentDir }: BenchPlace, progress: Progress): Promise<LinkingFigures> {
  progress('测量文号链接');
  return measureLinking(contentDir);
}

async function measureSearch(
  place: BenchPlace,
  pages: Pages,
  options: BenchArguments,
  progress: Progress,
): Promise<SearchFigures & Pick<BenchFigures, 'pages'>> {
  progress('各建两次检索索引：本站的，Pagefind 自己的');
  const indexDir = path.join(place.outDir, PLAIN_FOLDER);
  const indexing = await measureIndexing({ ...place, indexDir }, pages.documents);
  return { indexing, ...(await lookAtSite(place.outDir, pages, options, progress)) };
}

async function measureFirstBuilds(
  place: BenchPlace,
  { only }: BenchArguments,
  progress: Progress,
): Promise<BuildSeries> {
  progress('第一次构建');
  const cold = await buildClean(place);
  return only ? { cold } : { cold, unchanged: (await rebuildUnchanged(place, progress)).unchanged };
}

interface Pages {
  readonly documents: readonly BuiltDocument[];
  readonly read: readonly ReadDocument[];
}

async function lookAtSite(
  outDir: string,
  { documents, read }: Pages,
  options: BenchArguments,
  progress: Progress,
): Promise<Pick<SearchFigures, 'exactness' | 'firstQuery'> & Pick<BenchFigures, 'pages'>> {
  await writeFile(path.join(outDir, BLANK_FILE), BLANK_PAGE);
  progress('抽取检索词');
  const queries = sampleQueries(read, options.queries, makeRandom(SEED));
  const log = new TransferLog(outDir);
  const server = await serveStatic(outDir, { port: 0, basePath: '/', onRequest: log.note });
  const browser = await launchBrowser();
  const served: Served = { url: server.url, log, browser };
  try {
    if (!options.only) progress('称量网页');
    const pages = options.only ? {} : { pages: await measurePages(outDir, documents, served) };
    const cold = firstQueries(read, options.cold, makeRandom(SEED));
    progress(`测量 ${cold.length} 次首次检索`);
    const firstQuery = await measureFirstQueries(served, cold);
    progress(`核对 ${queries.length} 次检索`);
    const exactness = await measureExactness(served, queries, read, progress);
    return { ...pages, exactness, firstQuery };
  } finally {
    await browser.close();
    await server.close();
  }
}
