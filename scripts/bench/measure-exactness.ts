import { literalSearch, type ReadDocument } from './literal-search.ts';
import { median } from './median.ts';
import { QUERY_KINDS, type QueryKind, type SampledQuery } from './query-kinds.ts';
import {
  type Answer,
  askAll,
  type Engine,
  inBlankPage,
  PLAIN_ENGINE,
  type Served,
  SITE_ENGINE,
} from './search-browser.ts';

/** How far an engine's answers to queries of one kind are those of a literal search; means over the queries. */
export interface Exactness {
  readonly kind: QueryKind;
  readonly queries: number;
  /** Hits among the documents that contain the query; null when none contains any. */
  readonly recall: number | null;
  /** Documents that contain the query among the hits; a query without hits counts as 1. */
  readonly precision: number;
  /** Median and longest time of a query in one page that keeps what it has loaded. */
  readonly ms: number;
  readonly slowestMs: number;
  readonly wrong: readonly WrongAnswer[];
}

/** A query whose answer differs from a literal search's. */
export interface WrongAnswer {
  readonly kind: QueryKind;
  readonly query: string;
  /** How many documents are missing from the hits, and how many of these are too many. */
  readonly missing: number;
  readonly surplus: number;
  /** The first of them, by address. */
  readonly missed: readonly string[];
  readonly added: readonly string[];
}

/** Both engines' exactness, kind by kind. */
export interface ExactnessFigures {
  readonly site: Exactness[];
  /** Over the first few queries of each kind. */
  readonly plain: Exactness[];
}

/** Plain Pagefind is the comparison, not what is to be proved. */
const PLAIN_PER_KIND = 50;
const NAMED = 20;

/** Asks our search every query, and plain Pagefind some of each kind. */
export async function measureExactness(
  served: Served,
  queries: readonly SampledQuery[],
  documents: readonly ReadDocument[],
  progress: (step: string) => void,
): Promise<ExactnessFigures> {
  const all = queries.map((query) => ({ query, right: literalSearch(documents, query) }));
  const groups = Map.groupBy(all, ({ query }) => query.kind);
  const some = [...groups.values()].flatMap((own) => own.slice(0, PLAIN_PER_KIND));
  return {
    site: await judge(served, SITE_ENGINE, all, progress),
    plain: await judge(served, PLAIN_ENGINE, some, progress),
  };
}

/** A query with the addresses that a literal search gives. */
export interface Expected {
  readonly query: SampledQuery;
  readonly right: ReadonlySet<string>;
}

const PROGRESS_EVERY = 1000;

async function judge(
  served: Served,
  engine: Engine,
  expected: readonly Expected[],
  progress: (step: string) => void,
): Promise<Exactness[]> {
  const texts = expected.map(({ query }) => query.text);
  const onBatch = (answered: number): void => {
    if (answered % PROGRESS_EVERY === 0) progress(`已问 ${answered} 次`);
  };
  const answers = await inBlankPage(served, (page) => askAll(page, engine, texts, onBatch));
  return judgeAnswers(expected, answers);
}

/** Compares answers, in order of the queries, with what is expected, and sums up by kind. */
export function judgeAnswers(expected: readonly Expected[], answers: readonly Answer[]): Exactness[] {
  const judged = expected.map((each, index) => compare(each, answers[index] ?? { urls: [], ms: 0 }));
  return QUERY_KINDS.flatMap((kind) => {
    const own = judged.filter((answer) => answer.kind === kind);
    return own.length === 0 ? [] : [summarise(kind, own)];
  });
}

interface Judged extends WrongAnswer {
  readonly recall: number | undefined;
  readonly precision: number;
  readonly ms: number;
}

function compare({ query, right }: Expected, { urls, ms }: Answer): Judged {
  const waiting = new Set(right);
  // A document that comes twice is one too many.
  const added = urls.filter((url) => !waiting.delete(url));
  const missed = [...waiting];
  return {
    kind: query.kind,
    query: query.text,
    recall: right.size === 0 ? undefined : 1 - missed.length / right.size,
    precision: urls.length === 0 ? 1 : 1 - added.length / urls.length,
    ms,
    missing: missed.length,
    surplus: added.length,
    missed: missed.slice(0, NAMED),
    added: added.slice(0, NAMED),
  };
}

function summarise(kind: QueryKind, answers: readonly Judged[]): Exactness {
  const recalls = answers.flatMap(({ recall }) => recall ?? []);
  const times = answers.map(({ ms }) => ms);
  return {
    kind,
    queries: answers.length,
    recall: recalls.length === 0 ? null : mean(recalls),
    precision: mean(answers.map(({ precision }) => precision)),
    ms: median(times),
    slowestMs: Math.max(...times),
    wrong: answers
      .filter(({ missing, surplus }) => missing + surplus > 0)
      .map(({ query, missing, surplus, missed, added }) => ({
        kind,
        query,
        missing,
        surplus,
        missed,
        added,
      })),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
