import { readArguments, UsageError } from '../import/read-arguments.ts';
import { PEER_NAMES } from './peers/list.ts';

export const USAGE = `用法：npm run bench -- [--docs N[,N…]] [--from 文件夹] [--dist 文件夹] [--only scale|search|links|pages|check]
                    [--peer 名称]… [--rounds N] [--same-bytes] [--lighthouse] [--queries N] [--cold N] [--json 文件]
  --docs     生成多少份虚构单位的文件来测，默认 200；写几个数（如 100,500,3500,10000）就按规模逐个测
  --from     改用一个文件夹：内容文件夹（含 plans、summaries 或 policies），或装着 .md、.txt 文本的文件夹
  --dist     改用已构建好的网站（网站路径为 /），不再构建；复制一份，重建其检索索引，只测检索或网页
  --only     写 scale：按规模测（写了几个数、--peer、--rounds 或 --same-bytes 时就是它，不必再写）；
             写 search：只测检索，不测重建、文号链接和网页；写 links：只测一次构建和其中的文号链接；
             写 pages：只称各种网页一页的分量，与限额比较；
             写 check：不构建，只测检查内容（第一次、不改再查、改一份再查），分步报告时间和内存
  --lighthouse  只测各种网页一页：称分量，并用 Lighthouse 按手机的设置打分；要联网下载一次（约 180 MB，放在
             node_modules/.cache），其后不再下载。四项应为 100，其中性能不低于 98，否则结束代码为 1
  --queries  共核对多少次检索，默认 4000，按规模测时默认 200
  --cold     首次检索测多少次（词、短语、片段各占三分之一），默认 30
  --json     把结果另存为 JSON
按规模测：每个规模从头构建（不用以前留下的任何缓存，也不动它们），再不改、改一份正文、改一份标题、添一份各构建一次，
分步报告时间、处理器时间、内存、网站大小、检索的传输量和用时，最后列出各规模的总表和增长。
  --peer     同一批文本另用一个程序构建来对照，可写几次：${PEER_NAMES.join('、')}。
             starlight 不带列出全部文件的目录（这样它更快），starlight-sidebar 带；hugo 要先装在电脑上，
             其余要联网下载一次（放在 node_modules/.cache）。对照的网页和检索不全的，不作比较
  --rounds   本站与对照轮流从头构建几轮，各取中位数，默认 1
  --same-bytes  改完以后再从头构建一次，逐字节比较（多构建一次）；不改的重建总是比较
在临时文件夹里构建，不动本项目的内容、缓存和 dist，测完删去。
结束代码：0 测完，1 内容有错误而没有建成、Lighthouse 的分数不够、重建的字节不同或对照不作比较，2 没能进行。`;

/** Pages beyond this fill a small machine's memory with the index alone. */
const MOST_DOCS = 20_000;
const DEFAULT_DOCS = 200;
const MOST_QUERIES = 100_000;
const DEFAULT_QUERIES = 4000;
/** A literal search of every document for each: for a series some must do. */
const SCALE_QUERIES = 200;
const MOST_COLD = 3000;
const DEFAULT_COLD = 30;
const MOST_ROUNDS = 9;

/** What can be measured alone. */
export type BenchTopic = (typeof TOPICS)[number];
const TOPICS = ['scale', 'search', 'links', 'pages', 'check'] as const;

/** What to measure. */
export interface BenchArguments {
  /** How many documents to generate, from the least; several only for a series. Meaningless with `from` or `dist`. */
  docs: readonly number[];
  /** Folder to take instead. */
  from?: string;
  /** Built site to take instead. */
  dist?: string;
  /** Leave out what isn't about this. */
  only?: BenchTopic;
  /** Names of the programs to build beside this site. */
  peers: readonly string[];
  /** How often this site and the peers are built from nothing, in turn. */
  rounds: number;
  /** Compare the last rebuild with a clean build. */
  sameBytes: boolean;
  /** Score one page of each kind with Lighthouse; nothing but pages is measured then. */
  lighthouse: boolean;
  /** How many queries to compare with a literal search, over all kinds. */
  queries: number;
  /** How many queries the mixed set of first queries has, at least. */
  cold: number;
  /** File to write the figures to. */
  json?: string;
  help: boolean;
}

/** Reads the command line. @throws UsageError, in Chinese, for anything that it cannot follow. */
export function readBenchArguments(argv: readonly string[]): BenchArguments {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(argv, {
    docs: text,
    from: text,
    dist: text,
    only: text,
    peer: { type: 'string', multiple: true },
    rounds: text,
    'same-bytes': { type: 'boolean' },
    lighthouse: { type: 'boolean' },
    queries: text,
    cold: text,
    json: text,
    help: { type: 'boolean', short: 'h' },
  });
  const [stray] = positionals;
  if (stray !== undefined) {
    throw new UsageError(`发现多余的“${stray}”，应只有下面列出的选项。改法：文件夹写在 --from 后面。`);
  }
  refuseTwoSources(values);
  const lighthouse = values.lighthouse === true;
  const docs = readSizes(values.docs);
  const series = [
    ...(docs.length > 1 ? ['几个规模的 --docs'] : []),
    ...(['peer', 'rounds', 'same-bytes'] as const).flatMap((name) =>
      values[name] === undefined ? [] : [`--${name}`],
    ),
  ];
  const only = readOnly(values.only, { isBuilt: values.dist !== undefined, lighthouse, series });
  const usualQueries = only === 'scale' ? SCALE_QUERIES : DEFAULT_QUERIES;
  return {
    docs,
    ...readPath('from', values.from),
    ...readPath('dist', values.dist),
    ...(only ? { only } : {}),
    peers: readPeers(values.peer),
    rounds: readCount('rounds', values.rounds, { least: 1, most: MOST_ROUNDS, usual: 1 }),
    sameBytes: values['same-bytes'] === true,
    lighthouse,
    queries: readCount('queries', values.queries, { least: 1, most: MOST_QUERIES, usual: usualQueries }),
    cold: readCount('cold', values.cold, { least: 3, most: MOST_COLD, usual: DEFAULT_COLD }),
    ...readPath('json', values.json),
    help: values.help === true,
  };
}

/** The sizes, each once, from the least. */
function readSizes(typed: string | undefined): number[] {
  const limits = { least: 1, most: MOST_DOCS, usual: DEFAULT_DOCS };
  if (typed === undefined) return [DEFAULT_DOCS];
  const sizes = typed.split(/[,，]/).map((size) => readCount('docs', size.trim(), limits));
  return [...new Set(sizes)].sort((a, b) => a - b);
}

function readPeers(typed: readonly string[] = []): string[] {
  const unknown = typed.find((name) => !PEER_NAMES.includes(name));
  if (unknown === undefined) return [...new Set(typed)];
  throw new UsageError(
    `发现 --peer ${unknown}，应为 ${PEER_NAMES.join('、')} 之一。改法：写作 --peer starlight，或去掉它。`,
  );
}

const SOURCES = ['docs', 'from', 'dist'] as const;

function refuseTwoSources(values: Partial<Record<(typeof SOURCES)[number], string>>): void {
  const [first, second] = SOURCES.filter((name) => values[name] !== undefined);
  if (second === undefined) return;
  throw new UsageError(`发现同时有 --${first} 和 --${second}，应只有其中之一。改法：去掉一个。`);
}

interface Limits {
  least: number;
  most: number;
  /** When nothing is typed. */
  usual: number;
}

function readCount(name: string, typed: string | undefined, { least, most, usual }: Limits): number {
  if (typed === undefined) return usual;
  const count = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 0;
  if (count >= least && count <= most) return count;
  throw new UsageError(
    `发现 --${name} ${typed}，应为 ${least} 到 ${most} 的整数。改法：例如 --${name} ${usual}。`,
  );
}

interface Asked {
  readonly isBuilt: boolean;
  readonly lighthouse: boolean;
  /** Options that belong to a series, as the user knows them. */
  readonly series: readonly string[];
}

/** A site that is built already has nothing to tell of but its search and its pages; Lighthouse looks at pages. */
function readOnly(typed: string | undefined, asked: Asked): BenchTopic | undefined {
  const { isBuilt, lighthouse, series } = asked;
  refuseSeries(typed, asked);
  if (typed === undefined) {
    return series.length > 0 ? 'scale' : lighthouse ? 'pages' : isBuilt ? 'search' : undefined;
  }
  const topic = TOPICS.find((name) => name === typed);
  if (!topic) {
    throw new UsageError(
      `发现 --only ${typed}，应为 ${TOPICS.join('、')} 之一。改法：写作 --only search，或去掉它。`,
    );
  }
  const needsContent: Partial<Record<BenchTopic, string>> = { links: '链接', check: '检查', scale: '规模' };
  const part = needsContent[topic];
  if (isBuilt && part !== undefined) {
    throw new UsageError(
      `发现 --only ${topic} 与 --dist 同用，应只有其中之一：${part}要从内容文件测起。改法：去掉 --dist。`,
    );
  }
  if (lighthouse && topic !== 'pages') {
    throw new UsageError(
      `发现 --only ${topic} 与 --lighthouse 同用，应只有其中之一：Lighthouse 只看网页。改法：去掉一个。`,
    );
  }
  return topic;
}

/** A series builds everything itself, and measures nothing but the series. */
function refuseSeries(only: string | undefined, { isBuilt, lighthouse, series }: Asked): void {
  const [first] = series;
  if (first === undefined) return;
  const other =
    only !== undefined && only !== 'scale'
      ? `--only ${only}`
      : lighthouse
        ? '--lighthouse'
        : isBuilt
          ? '--dist'
          : undefined;
  if (other === undefined) return;
  throw new UsageError(
    `发现 ${first} 与 ${other} 同用，应只有其中之一：${first} 只用于按规模测。改法：去掉一个。`,
  );
}

function readPath<Name extends 'from' | 'dist' | 'json'>(name: Name, typed: string | undefined) {
  if (typed === undefined) return {};
  if (typed.trim() === '') {
    throw new UsageError(`发现 --${name} 后面是空的，应为路径。改法：写上路径，或去掉它。`);
  }
  return { [name]: typed };
}
