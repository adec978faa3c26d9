import { describe, expect, it } from 'vitest';
import { cutShards } from '../../../scripts/search-index/cut-shards.ts';

const library = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ id: `plans/yunjiao-${number}` }));

describe('the shards of a library', () => {
  it.each([0, 1, 31, 32, 500, 767, 768, 3500, 10_000, 30_000])(
    'of %i documents are all of them, in order, in pieces of a like size',
    (count) => {
      const documents = library(count);
      const shards = cutShards(documents);
      expect(shards.flat()).toEqual(documents);
      const usual = Math.min(1024, Math.max(16, 2 ** Math.floor(Math.log2(count / 24))));
      for (const shard of shards.slice(0, -1)) {
        expect(shard.length).toBeGreaterThanOrEqual(usual / 2);
        expect(shard.length).toBeLessThanOrEqual(usual * 2);
      }
    },
  );

  it('stay what they are but for one or two when a document comes or goes', () => {
    const documents = library(3000);
    const before = new Set(cutShards(documents).map((shard) => JSON.stringify(shard)));
    for (const at of [0, 700, 1500, 2999]) {
      const without = cutShards(documents.filter((_, place) => place !== at));
      expect(without.filter((shard) => !before.has(JSON.stringify(shard))).length).toBeLessThanOrEqual(3);
      const more = cutShards(documents.toSpliced(at, 0, { id: 'plans/new' }));
      expect(more.filter((shard) => !before.has(JSON.stringify(shard))).length).toBeLessThanOrEqual(3);
    }
  });
});
