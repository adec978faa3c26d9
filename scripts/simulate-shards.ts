/**
 * Simulates the search of a library that is too large to build for a measurement: `node scripts/simulate-shards.ts
 * [--docs 100000] [--distinct 4] [--queries 12]`. Indexes a few distinct shards of generated documents with the real
 * code, repeats them until there are enough, joins them a range of words at a time, and asks the index with the site's
 * own `/search/api.js`. Exit codes: 0 every answer is that of a literal search, 1 one isn't, 2 could not run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { askAll } from './bench/ask-simulation.ts';
import { makeSimulation, SHARD, type SimulationSize } from './bench/simulation.ts';
import { readArguments, runCommand } from './import/read-arguments.ts';

const USAGE = '用法：node scripts/simulate-shards.ts [--docs 100000] [--distinct 4] [--queries 12]';

function readOptions(argv: readonly string[]): SimulationSize {
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
    const simulation = await makeSimulation(dir, options);
    return (await askAll(simulation)) ? 0 : 1;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

await runCommand(USAGE, main);
