/** Makes the index of a library that is too large to build: a few shards, repeated until there are enough, and joined. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { packFacets, toFacetRow } from '../../src/search/facets.ts';
import { packParts, partName, type WrittenPart } from '../../src/search/parts.ts';
import { bundleSearchApi } from '../search-index/bundle-api.ts';
import { writeParts } from '../search-index/index-parts.ts';
import { partBytes } from '../search-index/pagefind-files.ts';
import { loadRuntime } from '../search-index/pagefind-runtime.ts';
import { indexShard, wordKey } from '../search-index/word-lists.ts';
import { count, megabytes, printTable, seconds } from './print-table.ts';
import { type SimulatedDocument, simulateDocuments, simulatedEntry } from './simulated-library.ts';
import { readRange, type StoredShard, storeShard } from './slice-lists.ts';

/** Documents of a shard. */
export const SHARD = 1024;
/** Of all shards' lists, at a time. */
const RANGE_BYTES = 64e6;

/** How much is simulated. */
export interface SimulationSize {
  readonly documents: number;
  readonly distinct: number;
  readonly queries: number;
}

/** The whole simulated library. */
export interface Simulation extends SimulationSize {
  readonly dir: string;
  readonly texts: readonly SimulatedDocument[];
  readonly stored: readonly StoredShard[];
  /** Per shard of the library: which of the distinct ones it repeats, and how many documents it has. */
  readonly shards: ReadonlyArray<{ readonly of: number; readonly size: number }>;
}

const memory = (): number => process.memoryUsage().rss;

function indexDistinct(
  dir: string,
  size: SimulationSize,
): { texts: SimulatedDocument[]; stored: StoredShard[] } {
  const texts = [...simulateDocuments(size.distinct * SHARD)];
  const stored: StoredShard[] = [];
  const cpu = process.cpuUsage();
  for (let shard = 0; shard < size.distinct; shard++) {
    const own = texts.slice(shard * SHARD, (shard + 1) * SHARD);
    stored.push(
      storeShard(path.join(dir, `shard-${shard}`), indexShard(own.map((document) => document.texts))),
    );
  }
  const { user, system } = process.cpuUsage(cpu);
  const characters = stored.reduce((sum, { lengths }) => sum + lengths.reduce((a, b) => a + b, 0), 0);
  const ms = (user + system) / 1000;
  console.log(
    printTable(`Indexing ${size.distinct} shards of ${SHARD} documents`, [
      ['characters', count(characters)],
      ['CPU', seconds(ms)],
      [`CPU for ${count(size.documents)} documents`, seconds((ms / texts.length) * size.documents)],
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

/** Document number `order` of the library. */
export const documentAt = ({ texts, shards }: Simulation, order: number): SimulatedDocument | undefined =>
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

/** Makes a simulated library of that size in the folder `dir`, and tells what it took. */
export async function makeSimulation(dir: string, size: SimulationSize): Promise<Simulation> {
  const made = indexDistinct(dir, size);
  const shards = Array.from({ length: size.documents / SHARD }, (_, shard) => {
    return { of: shard % size.distinct, size: SHARD };
  });
  const simulation: Simulation = { ...size, ...made, dir, shards };
  await writeIndex(simulation);
  return simulation;
}
