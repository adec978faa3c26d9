import type { ReadDocument } from './literal-search.ts';
import { type Cost, type CostSummary, summariseCosts, toCost } from './query-cost.ts';
import type { QueryKind, SampledQuery } from './query-kinds.ts';
import type { Random } from './random.ts';
import { sampleKinds } from './sample-queries.ts';
import {
  type Engine,
  inBlankPage,
  openSearchPage,
  PLAIN_ENGINE,
  type Served,
  SITE_ENGINE,
  timeFirstQuery,
} from './search-browser.ts';

/** One query, asked of both engines. */
export interface AskedTwice {
  readonly kind: QueryKind;
  readonly query: string;
  readonly site: Cost;
  readonly plain: Cost;
}

/** What queries of one kind, or of several, cost. */
export interface CostRow {
  readonly label: string;
  readonly queries: number;
  readonly site: CostSummary;
  readonly plain: CostSummary;
}

export interface FirstQueryFigures {
  readonly kinds: CostRow[];
  /** The kinds in MIXED together. */
  readonly mixed: CostRow;
  /** The mixed set asked of the site's search page, with all that this page itself loads. */
  readonly searchPage: CostSummary;
  readonly asked: AskedTwice[];
}

/** What people search for most: the mixed set has as many of one as of the others. */
export const MIXED: readonly QueryKind[] = ['word', 'phrase', 'fragment'];
/** Other kinds whose cost is told. */
const ALSO: readonly QueryKind[] = ['one character', 'with punctuation', 'with digits', 'two words'];

const isMixed = ({ kind }: { kind: QueryKind }): boolean => MIXED.includes(kind);

/** The queries to ask: of each kind as many as make up a mixed set of `cold` queries at least, as far as there are. */
export function firstQueries(
  documents: readonly ReadDocument[],
  cold: number,
  random: Random,
): SampledQuery[] {
  return sampleKinds(documents, [...MIXED, ...ALSO], Math.ceil(cold / MIXED.length), random);
}

/**
 * Asks each query of both engines in turn, each in a browser context of its own, so that other work on the machine
 * falls on both; which of them is first alternates.
 */
export async function measureFirstQueries(
  served: Served,
  queries: readonly SampledQuery[],
): Promise<FirstQueryFigures> {
  const [warmUp] = queries;
  // A browser that has just started is slow with whatever it does first.
  if (warmUp) for (const engine of [SITE_ENGINE, PLAIN_ENGINE]) await askEngine(served, engine, warmUp.text);
  const asked: AskedTwice[] = [];
  for (const [index, query] of queries.entries()) asked.push(await askTwice(served, query, index % 2 === 0));
  const pages: Cost[] = [];
  for (const { text } of queries.filter(isMixed)) pages.push(await askSearchPage(served, text));
  return { ...summariseKinds(asked), searchPage: summariseCosts(pages), asked };
}

/** Medians of each kind and of the mixed set. */
export function summariseKinds(asked: readonly AskedTwice[]): Pick<FirstQueryFigures, 'kinds' | 'mixed'> {
  const groups = Map.groupBy(asked, ({ kind }) => kind);
  return {
    kinds: [...groups].map(([kind, own]) => costRow(kind, own)),
    mixed: costRow(MIXED.join(' + '), asked.filter(isMixed)),
  };
}

function costRow(label: string, asked: readonly AskedTwice[]): CostRow {
  const side = (name: 'site' | 'plain'): CostSummary => summariseCosts(asked.map((each) => each[name]));
  return { label, queries: asked.length, site: side('site'), plain: side('plain') };
}

async function askTwice(
  served: Served,
  { kind, text }: SampledQuery,
  siteFirst: boolean,
): Promise<AskedTwice> {
  const ask = (engine: Engine): Promise<Cost> => askEngine(served, engine, text);
  if (siteFirst) {
    const site = await ask(SITE_ENGINE);
    return { kind, query: text, site, plain: await ask(PLAIN_ENGINE) };
  }
  const plain = await ask(PLAIN_ENGINE);
  return { kind, query: text, site: await ask(SITE_ENGINE), plain };
}

/** What the first query of a visit costs, asked in a browser context of its own. */
export function askEngine(served: Served, engine: Engine, query: string): Promise<Cost> {
  return inBlankPage(served, async (page) => {
    served.log.take();
    const ms = await timeFirstQuery(page, engine, query);
    return toCost(served.log.take(), ms);
  });
}

function askSearchPage(served: Served, query: string): Promise<Cost> {
  return inBlankPage(served, async (page) => {
    served.log.take();
    const ms = await openSearchPage(page, served.url, query);
    return toCost(served.log.take(), ms);
  });
}
