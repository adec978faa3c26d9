import { describe, expect, it } from 'vitest';
import { citingStanding, deadMark } from '../../../src/core/citing-standing.ts';
import { inYear, onDay } from '../../../src/core/moments.ts';

const repealed = { status: '废止', statusSince: '2015-06-01' } as const;
const byYear = { status: '废止', statusSince: null, statusYear: 2015 } as const;
const undated = { status: '失效', statusSince: null } as const;

describe('the mark on a link to a dead document', () => {
  it.each([
    [repealed, onDay('2011-02-20'), '现已废止（引用时有效）'],
    [repealed, onDay('2015-06-01'), '现已废止'],
    [repealed, onDay('2015-06-02'), '引用时已废止'],
    [repealed, inYear(2011), '现已废止（据文号年份，引用时有效）'],
    [repealed, inYear(2015), '现已废止'],
    [repealed, inYear(2016), '现已废止（据文号年份，引用时已废止）'],
    [repealed, undefined, '现已废止'],
    [byYear, onDay('2011-02-20'), '现已废止（据文号年份，引用时有效）'],
    [byYear, onDay('2015-02-20'), '现已废止'],
    [undated, onDay('2011-02-20'), '现已失效'],
  ])('of %o cited at %o is %s', (cited, citing, mark) => {
    expect(deadMark(cited, citing)).toBe(mark);
  });

  it('is not there for a document that is not dead', () => {
    expect(deadMark({ status: '已修改', statusSince: '2010-01-01' }, onDay('2011-01-01'))).toBeUndefined();
  });

  it('does not say that it was in force before it had taken effect', () => {
    const coming = { ...repealed, effectiveOn: '2011-09-01' };
    expect(deadMark(coming, onDay('2011-08-31'))).toBe('现已废止');
    expect(deadMark(coming, inYear(2011))).toBe('现已废止');
    expect(deadMark(coming, onDay('2011-09-01'))).toBe('现已废止（引用时有效）');
    expect(deadMark(coming, onDay('2016-01-01'))).toBe('引用时已废止');
  });

  it('is certain only when both days are known', () => {
    expect(citingStanding(repealed, onDay('2016-01-01'))).toEqual({ whenCited: 'dead', certain: true });
    expect(citingStanding(byYear, onDay('2016-01-01'))).toEqual({ whenCited: 'dead', certain: false });
  });
});
