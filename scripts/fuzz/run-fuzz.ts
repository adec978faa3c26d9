import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeRandom } from '../bench/random.ts';
import { type ImportTools, importFile } from '../import/import-files.ts';
import { DEFAULT_LIMITS, openReader } from '../import/isolated-reader.ts';
import { takenBy } from '../import/name-targets.ts';
import { judgeImport } from './judge.ts';
import { MUTATORS } from './mutate.ts';
import { allSeeds, type Seed } from './seeds/all.ts';

/** How much to try. */
export interface FuzzOptions {
  count: number;
  seed: number;
  /** Files read at the same time. */
  workers: number;
  /** Where inputs that did harm are kept; not kept without it. */
  keep?: string;
}

/** One input that did harm. */
export interface Harm {
  /** Number of the input in its run, from 0; with the seed it can be made again. */
  number: number;
  name: string;
  mutators: string[];
  what: string;
}

/** What a run came to. */
export interface FuzzResult {
  imported: number;
  refused: number;
  harms: Harm[];
  /** Of each kind of seed, how many were imported and refused. */
  bySeed: Map<string, { imported: number; refused: number }>;
}

/** Those of the command: a file that reaches them hangs. */
const LIMITS = DEFAULT_LIMITS;
const WORKER = new URL('./fuzz-worker.ts', import.meta.url);

/** Breaks seeds in a repeatable way and imports each of them by the way that the command takes. */
export async function runFuzz(
  options: FuzzOptions,
  onProgress: (done: number) => void = () => undefined,
): Promise<FuzzResult> {
  const seeds = allSeeds();
  const result: FuzzResult = { imported: 0, refused: 0, harms: [], bySeed: new Map() };
  const folder = await mkdtemp(path.join(tmpdir(), 'jiaoyan-fuzz-'));
  let next = 0;
  const work = async (worker: number): Promise<void> => {
    const reader = openReader(LIMITS, WORKER);
    try {
      while (next < options.count) {
        const number = next++;
        const broken = breakSeed(seeds, options.seed, number);
        const own = path.join(folder, String(worker));
        await importBroken(broken, { number, folder: own, options, reader }, result);
        onProgress(result.imported + result.refused);
      }
    } finally {
      await reader.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: options.workers }, (_, worker) => work(worker)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return result;
}

interface Broken extends Seed {
  mutators: string[];
}

/** The input of a number: the same for the same seed, whatever went before. */
export function breakSeed(seeds: readonly Seed[], seed: number, number: number): Broken {
  const random = makeRandom(seed * 1_000_003 + number);
  const chosen = random.pick(seeds);
  const mutators: string[] = [];
  let { bytes } = chosen;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const name = random.pick(Object.keys(MUTATORS));
    const mutator = MUTATORS[name];
    try {
      if (mutator) bytes = mutator(bytes, random, seeds);
    } catch {
      // A file that is broken already cannot be unpacked to break it further.
      continue;
    }
    mutators.push(name);
  }
  return { name: chosen.name, bytes, mutators };
}

async function importBroken(
  { name, bytes, mutators }: Broken,
  run: { number: number; folder: string; options: FuzzOptions; reader: ImportTools['reader'] },
  result: FuzzResult,
): Promise<void> {
  const { number, folder, options, reader } = run;
  await mkdir(folder, { recursive: true });
  const input = path.join(folder, name);
  const out = path.join(folder, 'out');
  await writeFile(input, bytes);
  const report = await importFile(
    input,
    { collection: 'plans', out, dryRun: false, force: false },
    { library: undefined, taken: takenBy(undefined), reader, office: undefined },
  );
  const what = await judgeImport(report, out);
  const counts = result.bySeed.get(name) ?? { imported: 0, refused: 0 };
  result.bySeed.set(name, counts);
  counts[report.ok ? 'imported' : 'refused']++;
  result[report.ok ? 'imported' : 'refused']++;
  if (what === undefined) return;
  result.harms.push({ number, name, mutators, what });
  if (options.keep !== undefined) {
    await mkdir(options.keep, { recursive: true });
    await writeFile(path.join(options.keep, `${options.seed}-${number}-${name}`), bytes);
  }
}
