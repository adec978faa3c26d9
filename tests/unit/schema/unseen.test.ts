import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../src/schema/documents.ts';
import { judge } from '../../../src/schema/problems.ts';

const plan = {
  issuer: '云岭区教研室',
  kind: '工作计划',
  period: '2012年',
  status: '未核实',
  completeness: '全文',
};

describe('characters that nobody sees', () => {
  it.each([
    ['\u0001', '0001'],
    ['\u202e', '202E'],
    ['\ufffe', 'FFFE'],
    ['\ud800', 'D800'],
    ['\u2028', '2028'],
  ])('are refused in a title, by name', (character, code) => {
    const judged = judge(planSchema, { ...plan, title: `工作${character}计划` });
    expect(judged.ok ? [] : judged.problems).toEqual([
      expect.objectContaining({ path: ['title'], expected: expect.stringContaining(`U+${code}`) }),
    ]);
  });

  it('are not those beyond the first plane, nor a joined emoji', () => {
    expect(judge(planSchema, { ...plan, title: '工作计划𠮷😀👨‍👩‍👧' }).ok).toBe(true);
  });
});
