/**
 * Simulates the search of a library that is too large to build for a measurement: `node scripts/simulate-shards.ts
 * [--docs 100000] [--distinct 4] [--queries 12]`. Indexes a few distinct shards of generated documents with the real
 * code, repeats them until there are enough, joins them a range of words at a time, and asks the index with the site's
 * own `/search/api.js`. Exit codes: 0 every answer is that of a literal search, 1 one isn't, 2 could not run.
 */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { packFacets, toFacetRow } from '../src/search/facets.ts';
import { normalise } from '../src/search/normalise.ts';
import { orderOf } from '../src/search/pagefind-meta.ts';
import { packParts, partName, type WrittenPart } from '../src/search/parts.ts';
import { toFragment } from '../src/search/record.ts';
import type { AskedQuery, FoundAnswer } from './bench/ask-worker.ts';
import { median } from './bench/median.ts';
import { count, kilobytes, megabytes, printTable, seconds } from './bench/print-table.ts';
import { makeRandom } from './bench/random.ts';
import { type SimulatedDocument, simulateDocuments, simulatedEntry } from './bench/simulated-library.ts';
import { readRange, type StoredShard, storeShard } from './bench/slice-lists.ts';
import { readArguments, runCommand } from './import/read-arguments.ts';
import { bundleSearchApi } from './search-index/bundle-api.ts';
import { compress } from './search-index/compress.ts';
import { writeParts } from './search-index/index-parts.ts';
import { partBytes } from './search-index/pagefind-files.ts';
import { loadRuntime } from './search-index/pagefind-runtime.ts';
import { indexShard, wordKey } from './search-index/word-lists.ts';

const USAGE = '用法：node scripts/simulate-shards.ts [--docs 100000] [--distinct 4] [--queries 12]';
const SHARD = 1024;
/** Of all shards' lists, at a time. */
const RANGE_BYTES = 64e6;

interface Options {
  readonly documents: number;
  readonly distinct: number;
  readonly queries: number;
}

/** The whole simulated library. */
interface Simulation extends Options {
  readonly dir: string;
  readonly texts: readonly SimulatedDocument[];
  readonly stored: readonly StoredShard[];
  /** Per shard of the library: which of the distinct ones it repeats, and how many documents it has. */
  readonly shards: ReadonlyArray<{ readonly of: number; readonly size: number }>;
}

const memory = (): number => process.memoryUsage().rss;

function indexDistinct(dir: string, options: Options): { texts: SimulatedDocument[]; stored: StoredShard[] } {
  const texts = [...simulateDocuments(options.distinct * SHARD)];
  const stored: StoredShard[] = [];
  const cpu = process.cpuUsage();
  for (let shard = 0; shard < options.distinct; shard++) {
    const own = texts.slice(shard * SHARD, (shard + 1) * SHARD);
    stored.push(
      storeShard(path.join(dir, `shard-${shard}`), indexShard(own.map((document) => document.texts))),
    );
  }
  const { user, system } = process.cpuUsage(cpu);
  const characters = stored.reduce((sum, { lengths }) => sum + lengths.reduce((a, b) => a + b, 0), 0);
  const ms = (user + system) / 1000;
  console.log(
    printTable(`Indexing ${options.distinct} shards of ${SHARD} documents`, [
      ['characters', count(characters)],
      ['CPU', seconds(ms)],
      [`CPU for ${count(options.documents)} documents`, seconds((ms / texts.length) * options.documents)],
      ['memory of this process, texts included', megabytes(memory())],
    ]),
  );
  return { texts, stored };
}

/** Ranges of first characters, none of which has much more than RANGE_BYTES in all shards. */
function rangesOf({ stored, shards }: Simulation): number[] {
  const sums = new Map<number, number>();
  for (const { of } of shards) {
    const lists = stored[of]?.fields.any;
    for (let at = 0; lists && at < lists.keys.length; at++) {
      const first = Math.floor((lists.keys[at] ?? 0) / wordKey(1, 0));
      sums.set(first, (sums.get(first) ?? 0) + (lists.starts[at + 1] ?? 0) - (lists.starts[at] ?? 0));
    }
  }
  const ends: number[] = [];
  let sum = 0;
  for (const first of [...sums.keys()].sort((a, b) => a - b)) {
    sum += sums.get(first) ?? 0;
    if (sum < RANGE_BYTES) continue;
    ends.push(first + 1);
    sum = 0;
  }
  return [...ends, 0x110000];
}

function joinShards(simulation: Simulation, characters: number): WrittenPart[] {
  const folder = path.join(simulation.dir, 'pagefind/simulated/index');
  mkdirSync(folder, { recursive: true });
  const written: WrittenPart[] = [];
  const cpu = process.cpuUsage();
  let [bytes, peak, least] = [0, 0, 0];
  for (const end of rangesOf(simulation)) {
    const shards = simulation.shards.map(({ of, size }) => {
      const stored = simulation.stored[of];
      if (!stored || stored.lengths.length !== size) throw new RangeError('a shard of another size');
      return readRange(stored, wordKey(least, 0), wordKey(end, 0));
    });
    for (const { from, to, large, content } of writeParts(shards, partBytes(characters))) {
      writeFileSync(path.join(folder, `${partName(written.length)}.pf_index`), content);
      written.push({ from, to, kilobytes: large ? Math.ceil(content.length / 1000) : undefined });
      bytes += content.length;
    }
    peak = Math.max(peak, memory());
    least = end;
  }
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    printTable(`Joining ${simulation.shards.length} shards`, [
      ['parts', count(written.length)],
      ['of them with the places of one word', count(written.filter((part) => part.kilobytes).length)],
      ['bytes', megabytes(bytes)],
      ['CPU', seconds((user + system) / 1000)],
      ['memory of this process', megabytes(peak)],
    ]),
  );
  return written;
}

const documentAt = ({ texts, shards }: Simulation, order: number): SimulatedDocument | undefined =>
  texts[(shards[Math.floor(order / SHARD)]?.of ?? 0) * SHARD + (order % SHARD)];

async function writeIndex(simulation: Simulation): Promise<void> {
  const characters = simulation.shards.reduce(
    (sum, { of }) => sum + (simulation.stored[of]?.lengths.reduce((a, b) => a + b, 0) ?? 0),
    0,
  );
  const parts = joinShards(simulation, characters);
  const rows = Array.from({ length: simulation.documents }, (_, order) => {
    const document = documentAt(simulation, order);
    if (!document) throw new RangeError(`no document ${order}`);
    return toFacetRow(order, simulatedEntry(document, order, simulation.documents));
  });
  const catalogue = {
    facets: packFacets(rows),
    parts: packParts(parts),
    shards: simulation.shards.map(({ size }) => size),
  };
  const write = (file: string, content: Uint8Array | string): void => {
    mkdirSync(path.dirname(path.join(simulation.dir, file)), { recursive: true });
    writeFileSync(path.join(simulation.dir, file), content);
  };
  const { version, engine } = await loadRuntime();
  write('pagefind/simulated/catalogue.json', JSON.stringify(catalogue));
  write('pagefind/pagefind-entry.json', JSON.stringify({ version, folder: 'simulated' }));
  write(`pagefind/wasm.${version}.pagefind`, engine);
  for (const { path: file, content } of await bundleSearchApi()) write(file, content);
}

/** Bytes that were loaded, by name. Text is counted as a server would compress it. */
class Loaded {
  readonly files = new Map<string, number>();

  note(name: string, content: Uint8Array): void {
    const plain = /\.(?:json|js)$/.test(name);
    this.files.set(name, plain ? compress(content).length : content.length);
  }

  sum(pattern: RegExp): number {
    return [...this.files].reduce((sum, [name, size]) => sum + (pattern.test(name) ? size : 0), 0);
  }
}

/** The file of a document, which is made only when it is asked for. */
function fragmentOf(simulation: Simulation, name: string): Uint8Array {
  const order = orderOf(name);
  const document = documentAt(simulation, order);
  if (!document) throw new RangeError(`no document ${name}`);
  const entry = simulatedEntry(document, order, simulation.documents);
  return compress(Buffer.from(JSON.stringify(toFragment(entry, { clauses: [], blocks: document.blocks }))));
}

interface Answer {
  readonly query: string;
  readonly right: boolean;
  readonly total: number;
  readonly ms: number;
  readonly loaded: Loaded;
}

/**
 * Has a thread of its own search, whose end gives back the memory of its engines: nothing else does, and each takes
 * as much as a browser's page.
 */
async function search(asked: AskedQuery): Promise<FoundAnswer> {
  const worker = new Worker(new URL('./bench/ask-worker.ts', import.meta.url), { workerData: asked });
  const [answer]: FoundAnswer[] = await once(worker, 'message');
  await worker.terminate();
  if (!answer) throw new Error(`no answer to ${asked.query}`);
  return answer;
}

async function ask(simulation: Simulation, query: string, expected: number): Promise<Answer> {
  const { total, ms, first, loaded: names } = await search({ dir: simulation.dir, query });
  const loaded = new Loaded();
  for (const name of names) loaded.note(name, readFileSync(path.join(simulation.dir, name)));
  for (const name of first) loaded.note(`fragment/${name}.pf_fragment`, fragmentOf(simulation, name));
  return { query, right: total === expected, total, ms, loaded };
}

const hanRuns = (text: string): string[] => text.match(/\p{Script=Han}{12,}/gu) ?? [];

/** Words and fragments of 2 to 8 characters of some documents' blocks, and in how many documents each stands. */
function sampleQueries(simulation: Simulation): Array<[query: string, expected: number]> {
  const random = makeRandom(7);
  const runs = simulation.texts.flatMap(({ texts }) => texts.any.slice(2, 9).flatMap(hanRuns));
  const times = simulation.stored.map((_, of) => simulation.shards.filter((shard) => shard.of === of).length);
  return Array.from({ length: simulation.queries }, (_, index) => {
    const run = random.pick(runs);
    const begin = random.below(4);
    const query = run.slice(begin, begin + 2 + (index % 7));
    let expected = 0;
    for (const [place, { texts }] of simulation.texts.entries()) {
      const has = texts.any.some((text) => text.includes(normalise(query)));
      if (has) expected += times[Math.floor(place / SHARD)] ?? 0;
    }
    return [query, expected];
  });
}

async function askAll(simulation: Simulation): Promise<boolean> {
  const answers: Answer[] = [];
  for (const [query, expected] of sampleQueries(simulation))
    answers.push(await ask(simulation, query, expected));
  const head = ['query', 'documents', 'right', 'ms', 'catalogue', 'parts', 'fragments', 'all', 'requests'];
  const row = ({ query, total, right, ms, loaded }: Answer): string[] => [
    `“${query}”`,
    count(total),
    right ? 'yes' : 'NO',
    ms.toFixed(0),
    kilobytes(loaded.sum(/catalogue/)),
    kilobytes(loaded.sum(/pf_index/)),
    kilobytes(loaded.sum(/pf_fragment/)),
    kilobytes(loaded.sum(/./)),
    count(loaded.files.size),
  ];
  console.log(printTable('First queries, empty cache, in Node', [head, ...answers.map(row)]));
  const all = median(answers.map(({ loaded }) => loaded.sum(/./)));
  console.log(`\nmedian: ${kilobytes(all)}, ${median(answers.map(({ ms }) => ms)).toFixed(0)} ms`);
  return answers.every(({ right }) => right);
}

function readOptions(argv: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = readArguments(argv, { docs: text, distinct: text, queries: text });
  const number = (typed: string | undefined, usual: number): number =>
    Math.max(1, Number(typed ?? usual) || usual);
  const shards = Math.ceil(number(values.docs, 100_000) / SHARD);
  const distinct = Math.min(number(values.distinct, 4), shards);
  return { documents: shards * SHARD, distinct, queries: number(values.queries, 12) };
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const dir = mkdtempSync(path.join(os.tmpdir(), 'wenku-shards-'));
  try {
    const made = indexDistinct(dir, options);
    const shards = Array.from({ length: options.documents / SHARD }, (_, shard) => {
      return { of: shard % options.distinct, size: SHARD };
    });
    const simulation: Simulation = { ...options, ...made, dir, shards };
    await writeIndex(simulation);
    return (await askAll(simulation)) ? 0 : 1;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

await runCommand(USAGE, main);
