import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../scripts/bench/random.ts';
import { MUTATORS } from '../../../scripts/fuzz/mutate.ts';
import { breakSeed, runFuzz } from '../../../scripts/fuzz/run-fuzz.ts';
import { allSeeds } from '../../../scripts/fuzz/seeds/all.ts';
import { readSource } from '../../../scripts/import/read-source.ts';

describe('broken files', () => {
  it('do no harm: each is imported whole or refused with the mend', async () => {
    const result = await runFuzz({ count: 300, seed: 20_120_220, workers: 2 });
    expect(result.harms).toEqual([]);
    expect(result.imported + result.refused).toBe(300);
    // A fuzz that imports nothing, or refuses nothing, tests nothing.
    expect(result.imported).toBeGreaterThan(30);
    expect(result.refused).toBeGreaterThan(30);
  });

  it('are the same for the same seed', () => {
    const seeds = allSeeds();
    for (const number of [0, 17, 299]) {
      expect(breakSeed(seeds, 1, number)).toEqual(breakSeed(seeds, 1, number));
    }
    expect(breakSeed(seeds, 1, 0)).not.toEqual(breakSeed(seeds, 2, 0));
  });

  it('are made of files that are whole', async () => {
    for (const { name, bytes } of allSeeds().filter(({ name }) =>
      /^计划.*\.(?:txt|doc|wps|pdf)$/.test(name),
    )) {
      const read = await readSource(bytes, name);
      expect(read, name).toMatchObject({ ok: true });
    }
  });

  it.each(Object.entries(MUTATORS))('are broken by %s without a failure, an empty file too', (_, mutator) => {
    const seeds = allSeeds();
    const random = makeRandom(1);
    for (const { bytes } of [...seeds, { bytes: new Uint8Array() }]) {
      const before = Uint8Array.from(bytes);
      mutator(bytes, random, seeds);
      expect(bytes).toEqual(before);
    }
  });
});
