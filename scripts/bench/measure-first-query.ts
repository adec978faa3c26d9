import type { ReadDocument } from './literal-search.ts';
import { median } from './median.ts';
import type { Random } from './random.ts';
import { type QueryKind, type SampledQuery, sampleKinds } from './sample-queries.ts';
import {
  type Engine,
  inBlankPage,
  PLAIN_ENGINE,
  type Served,
  SITE_ENGINE,
  timeFirstQuery,
} from './search-browser.ts';
import { FILE_KINDS, type FileKind, fileKind, type Transfer } from './transfer.ts';

/** What a browser with an empty cache loads of one kind of file. */
export interface Load {
  readonly bytes: number;
  readonly requests: number;
}

/** What the first query of a visit costs, with its first ten hits. Bytes over the wire, milliseconds in the page. */
export interface Cost extends Load {
  readonly ms: number;
  readonly files: Readonly<Record<FileKind, Load>>;
}

/** One query, asked of both engines. */
export interface AskedTwice {
  readonly kind: QueryKind;
  readonly query: string;
  readonly site: Cost;
  readonly plain: Cost;
}

/** Medians over queries, each figure for itself, and the most bytes of any. */
export interface CostSummary extends Cost {
  readonly mostBytes: number;
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
  readonly asked: AskedTwice[];
}

/** What people search for most: the mixed set has as many of one as of the others. */
export const MIXED: readonly QueryKind[] = ['word', 'phrase', 'fragment'];
/** Other kinds whose cost is told. */
const ALSO: readonly QueryKind[] = ['one character', 'with punctuation', 'with digits', 'two words'];

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
  if (warmUp) for (const engine of [SITE_ENGINE, PLAIN_ENGINE]) await costOf(served, engine, warmUp.text);
  const asked: AskedTwice[] = [];
  for (const [index, query] of queries.entries()) asked.push(await askTwice(served, query, index % 2 === 0));
  return summariseCosts(asked);
}

/** Medians of each kind and of the mixed set. */
export function summariseCosts(asked: AskedTwice[]): FirstQueryFigures {
  const groups = Map.groupBy(asked, ({ kind }) => kind);
  const mixed = asked.filter(({ kind }) => MIXED.includes(kind));
  return {
    kinds: [...groups].map(([kind, own]) => costRow(kind, own)),
    mixed: costRow(MIXED.join(' + '), mixed),
    asked,
  };
}

async function askTwice(
  served: Served,
  { kind, text }: SampledQuery,
  siteFirst: boolean,
): Promise<AskedTwice> {
  const ask = (engine: Engine): Promise<Cost> => costOf(served, engine, text);
  if (siteFirst) {
    const site = await ask(SITE_ENGINE);
    return { kind, query: text, site, plain: await ask(PLAIN_ENGINE) };
  }
  const plain = await ask(PLAIN_ENGINE);
  return { kind, query: text, site: await ask(SITE_ENGINE), plain };
}

function costOf(served: Served, engine: Engine, query: string): Promise<Cost> {
  return inBlankPage(served, async (page) => {
    served.log.take();
    const ms = await timeFirstQuery(page, engine, query);
    const sent = served.log.take();
    const groups = Map.groupBy(sent, ({ file }) => fileKind(file));
    return { ...loadOf(sent), ms, files: perKind((kind) => loadOf(groups.get(kind) ?? [])) };
  });
}

const loadOf = (sent: readonly Transfer[]): Load => ({
  bytes: sent.reduce((sum, { gzip }) => sum + gzip, 0),
  requests: sent.length,
});

const perKind = (make: (kind: FileKind) => Load): Record<FileKind, Load> => ({
  code: make('code'),
  engine: make('engine'),
  meta: make('meta'),
  facets: make('facets'),
  parts: make('parts'),
  fragments: make('fragments'),
  other: make('other'),
});

function costRow(label: string, asked: readonly AskedTwice[]): CostRow {
  const side = (name: 'site' | 'plain'): CostSummary => summarise(asked.map((each) => each[name]));
  return { label, queries: asked.length, site: side('site'), plain: side('plain') };
}

function summarise(costs: readonly Cost[]): CostSummary {
  const loadMedians = (loads: readonly Load[]): Load => ({
    bytes: median(loads.map(({ bytes }) => bytes)),
    requests: median(loads.map(({ requests }) => requests)),
  });
  return {
    ...loadMedians(costs),
    ms: median(costs.map(({ ms }) => ms)),
    mostBytes: Math.max(0, ...costs.map(({ bytes }) => bytes)),
    files: perKind((kind) => loadMedians(costs.map(({ files }) => files[kind]))),
  };
}

/** The kinds of file of which either engine loads any. */
export function usedFileKinds({ site, plain }: CostRow): FileKind[] {
  return FILE_KINDS.filter((kind) => site.files[kind].requests + plain.files[kind].requests > 0);
}
