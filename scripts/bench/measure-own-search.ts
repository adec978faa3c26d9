import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../launch-browser.ts';
import { serveStatic } from '../serve-static.ts';
import { literalSearch, type ReadDocument } from './literal-search.ts';
import { judgeAnswers } from './measure-exactness.ts';
import { askEngine, MIXED } from './measure-first-query.ts';
import { median } from './median.ts';
import { type Cost, type CostSummary, summariseCosts } from './query-cost.ts';
import { makeRandom } from './random.ts';
import { sampleKinds, sampleQueries } from './sample-queries.ts';
import { askAll, BLANK_FILE, BLANK_PAGE, inBlankPage, type Served, SITE_ENGINE } from './search-browser.ts';
import { TransferLog } from './transfer.ts';

/** What search costs a reader of one site. */
export interface OwnSearchFigures {
  /** The first query of a visit: medians over as many words, phrases and fragments. */
  readonly first: CostSummary & { readonly queries: number };
  /** Queries of all kinds in one page that keeps what it has loaded. */
  readonly later: {
    readonly queries: number;
    /** Median and longest, in milliseconds. */
    readonly ms: number;
    readonly slowestMs: number;
    /** Answered otherwise than by a literal search. */
    readonly wrong: number;
  };
}

interface Wanted {
  readonly cold: number;
  readonly queries: number;
}

/** Fixed, so that two runs over the same pages ask the same queries. */
const SEED = 65;

/** Asks the search of the site in `outDir` in a browser, and compares its answers with a literal search. */
export async function measureOwnSearch(
  outDir: string,
  documents: readonly ReadDocument[],
  wanted: Wanted,
): Promise<OwnSearchFigures> {
  const blank = path.join(outDir, BLANK_FILE);
  await writeFile(blank, BLANK_PAGE);
  const log = new TransferLog(outDir);
  const server = await serveStatic(outDir, { port: 0, basePath: '/', onRequest: log.note });
  const browser = await launchBrowser();
  const served: Served = { url: server.url, log, browser };
  try {
    const first = await askFirst(served, documents, wanted.cold);
    return { first, later: await askLater(served, documents, wanted.queries) };
  } finally {
    await browser.close();
    await server.close();
    await rm(blank);
  }
}

async function askFirst(
  served: Served,
  documents: readonly ReadDocument[],
  cold: number,
): Promise<OwnSearchFigures['first']> {
  const queries = sampleKinds(documents, MIXED, Math.ceil(cold / MIXED.length), makeRandom(SEED));
  const [warmUp] = queries;
  // A browser that has just started is slow with whatever it does first.
  if (warmUp) await askEngine(served, SITE_ENGINE, warmUp.text);
  const costs: Cost[] = [];
  for (const { text } of queries) costs.push(await askEngine(served, SITE_ENGINE, text));
  return { ...summariseCosts(costs), queries: queries.length };
}

async function askLater(
  served: Served,
  documents: readonly ReadDocument[],
  total: number,
): Promise<OwnSearchFigures['later']> {
  const queries = sampleQueries(documents, total, makeRandom(SEED));
  const expected = queries.map((query) => ({ query, right: literalSearch(documents, query) }));
  const texts = queries.map(({ text }) => text);
  const answers = await inBlankPage(served, (page) => askAll(page, SITE_ENGINE, texts));
  const times = answers.map(({ ms }) => ms);
  return {
    queries: queries.length,
    ms: median(times),
    slowestMs: Math.max(0, ...times),
    wrong: judgeAnswers(expected, answers).reduce((sum, { wrong }) => sum + wrong.length, 0),
  };
}
