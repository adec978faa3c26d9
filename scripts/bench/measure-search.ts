import type { Browser } from 'playwright-core';
import { literalSearch, type ReadDocument } from './literal-search.ts';
import { QUERY_KINDS, type QueryKind, type SampledQuery } from './sample-queries.ts';
import {
  type Engine,
  findAll,
  inBlankPage,
  PLAIN_ENGINE,
  SITE_ENGINE,
  timeFirstQuery,
} from './search-browser.ts';
import type { TransferLog } from './transfer.ts';

/** The served site with the benchmark's own files, and a browser. */
export interface Served {
  readonly url: string;
  readonly log: TransferLog;
  readonly browser: Browser;
}

/** How far an engine's answers to queries of one kind are those of a literal search; means over the queries. */
export interface Exactness {
  readonly kind: QueryKind;
  readonly queries: number;
  /** Hits among the documents that contain the query; null when none contains any. */
  readonly recall: number | null;
  /** Documents that contain the query among the hits; a query without hits counts as 1. */
  readonly precision: number;
  /** Queries whose answer differs, with what is missing and what is too much. */
  readonly wrong: readonly { query: string; missing: string[]; surplus: string[] }[];
}

/** Asks an engine every query in one page. */
export async function measureExactness(
  served: Served,
  engine: Engine,
  queries: readonly SampledQuery[],
  documents: readonly ReadDocument[],
): Promise<Exactness[]> {
  const texts = queries.map(({ text }) => text);
  const hits = await inBlankPage(served, (page) => findAll(page, engine, texts));
  const answers = queries.map((query, index) => compare(query, hits[index] ?? [], documents));
  return QUERY_KINDS.flatMap((kind) => {
    const own = answers.filter((answer) => answer.kind === kind);
    return own.length === 0 ? [] : [summarise(kind, own)];
  });
}

interface Answer {
  kind: QueryKind;
  query: string;
  recall: number | undefined;
  precision: number;
  missing: string[];
  surplus: string[];
}

function compare(query: SampledQuery, found: readonly string[], documents: readonly ReadDocument[]): Answer {
  const right = literalSearch(documents, query.keywords);
  const hits = new Set(found);
  const missing = [...right].filter((url) => !hits.has(url));
  const surplus = [...hits].filter((url) => !right.has(url));
  return {
    kind: query.kind,
    query: query.text,
    recall: right.size === 0 ? undefined : 1 - missing.length / right.size,
    precision: hits.size === 0 ? 1 : 1 - surplus.length / hits.size,
    missing,
    surplus,
  };
}

function summarise(kind: QueryKind, answers: readonly Answer[]): Exactness {
  const recalls = answers.flatMap(({ recall }) => recall ?? []);
  return {
    kind,
    queries: answers.length,
    recall: recalls.length === 0 ? null : mean(recalls),
    precision: mean(answers.map(({ precision }) => precision)),
    wrong: answers
      .filter(({ missing, surplus }) => missing.length + surplus.length > 0)
      .map(({ query, missing, surplus }) => ({ query, missing, surplus })),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the first query of a visit costs, with an empty cache: medians over queries of one kind. */
export interface QueryCost {
  readonly kind: QueryKind;
  readonly queries: number;
  readonly site: { readonly bytes: number; readonly ms: number };
  readonly plain: { readonly bytes: number; readonly ms: number };
}

/** Each query is asked of both engines in turn, so that other work on the machine falls on both. */
export async function measureQueryCosts(
  served: Served,
  queries: readonly SampledQuery[],
): Promise<QueryCost[]> {
  const costs = new Map<QueryKind, { site: Cost[]; plain: Cost[] }>();
  for (const { kind, text } of queries) {
    const own = costs.get(kind) ?? { site: [], plain: [] };
    own.site.push(await costOf(served, SITE_ENGINE, text));
    own.plain.push(await costOf(served, PLAIN_ENGINE, text));
    costs.set(kind, own);
  }
  return [...costs].map(([kind, { site, plain }]) => {
    return { kind, queries: site.length, site: medians(site), plain: medians(plain) };
  });
}

interface Cost {
  bytes: number;
  ms: number;
}

function costOf(served: Served, engine: Engine, query: string): Promise<Cost> {
  return inBlankPage(served, async (page) => {
    served.log.take();
    const ms = await timeFirstQuery(page, engine, query);
    const bytes = served.log.take().reduce((sum, { gzip }) => sum + gzip, 0);
    return { bytes, ms };
  });
}

function medians(costs: readonly Cost[]): Cost {
  return { bytes: median(costs.map(({ bytes }) => bytes)), ms: median(costs.map(({ ms }) => ms)) };
}

/** The middle value; the lower of the two in an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
