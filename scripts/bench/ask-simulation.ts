/** Asks a simulated library, and holds each answer against a literal search of its texts. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { normalise } from '../../src/search/normalise.ts';
import { orderOf } from '../../src/search/pagefind-meta.ts';
import { toFragment } from '../../src/search/record.ts';
import { compress } from '../search-index/compress.ts';
import type { AskedQuery, FoundAnswer } from './ask-worker.ts';
import { median } from './median.ts';
import { count, kilobytes, printTable } from './print-table.ts';
import { makeRandom } from './random.ts';
import { simulatedEntry } from './simulated-library.ts';
import { documentAt, SHARD, type Simulation } from './simulation.ts';

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
  const worker = new Worker(new URL('./ask-worker.ts', import.meta.url), { workerData: asked });
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

/** Asks sample queries, prints what they took, and tells whether every answer was right. */
export async function askAll(simulation: Simulation): Promise<boolean> {
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
