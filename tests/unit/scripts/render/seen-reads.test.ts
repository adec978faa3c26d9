import { describe, expect, it } from 'vitest';
import { sameReads, seenRead } from '../../../../scripts/render/seen-reads.ts';

describe('sameReads', () => {
  it('tells the reads that give the same as before', async () => {
    const today: Record<string, string> = { 'site.byId\nplans/甲 乙': 'd1', 'site.codes': 'new' };
    const seen = [
      seenRead('site.byId\nplans/甲 乙', 'd1'),
      seenRead('site.codes', 'old'),
      seenRead('gone', 'd3'),
    ];
    const same = await sameReads(seen, async (names) => names.map((name) => today[name]));
    expect([...same]).toEqual([seen[0]]);
  });
});
