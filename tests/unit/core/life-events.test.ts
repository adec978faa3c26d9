import { describe, expect, it } from 'vitest';
import { isTold, lifeEvents } from '../../../src/core/life-events.ts';
import { formatMoment, issueMoment } from '../../../src/core/moments.ts';
import { relationEnds } from '../../../src/core/relations.ts';
import { documentLives, type LivingDocument } from '../../../src/core/settle-status.ts';

const document = (id: string, more: Partial<LivingDocument> = {}): LivingDocument => ({
  ...{ id, docNumber: null, relations: {}, status: '未核实', statusSince: null },
  ...{ issuedOn: null, publishedOn: null },
  ...more,
});

/** `2012-02-20 成文`, `2015-06-01 废止 policies/b`, of the first document. */
function told(first: LivingDocument, ...others: LivingDocument[]): string[] {
  const all = [first, ...others];
  const life = documentLives(all, { day: '2020-01-01', given: true }).get(first.id);
  if (!life) return [];
  const issuedAt = (id: string) => {
    const by = all.find((each) => each.id === id);
    return by && issueMoment(by);
  };
  return lifeEvents(first, life, relationEnds(all).get(first.id) ?? [], issuedAt).map(
    ({ at, label, by, more }) => [formatMoment(at), label, by, more && `+${more}`].filter(Boolean).join(' '),
  );
}

describe('lifeEvents', () => {
  it('tells a life in order, by whom each thing was done', () => {
    expect(
      told(
        document('policies/a', {
          ...{ issuedOn: '2010-01-05', publishedOn: '2010-01-20', effectiveOn: '2010-03-01' },
          expiresOn: '2015-02-28',
        }),
        document('policies/b', { issuedOn: '2012-05-01', relations: { amends: ['policies/a'] } }),
        document('policies/c', { issuedOn: '2014-05-01', relations: { repeals: ['policies/a'] } }),
        document('plans/d', { docNumber: '云教研字〔2010〕2号', relations: { implements: ['policies/a'] } }),
      ),
    ).toEqual([
      '2010-01-05 成文',
      '2010-01-20 发布',
      '2010-03-01 施行',
      '2010年 贯彻 plans/d',
      '2012-05-01 修改 policies/b',
      '2014-05-01 废止 policies/c',
      '2015-02-28 有效期至',
    ]);
  });

  it('tells a repeal once, on the day of the document’s own entry', () => {
    expect(
      told(
        document('policies/a', { docNumber: '云教发〔2008〕2号', status: '废止', statusSince: '2011-02-01' }),
        document('policies/b', { issuedOn: '2011-01-10', relations: { repeals: ['云教发〔2008〕2号'] } }),
      ),
    ).toEqual(['2008年 成文', '2011-02-01 废止 policies/b']);
  });

  it('leaves out what has neither day nor year, and tells only the first of many', () => {
    const plan = (year: number) =>
      document(`plans/${year}`, { issuedOn: `${year}-02-01`, relations: { implements: ['policies/a'] } });
    const undated = document('plans/z', { relations: { implements: ['policies/a'] } });
    expect(told(document('policies/a'), undated, ...[2015, 2011, 2013, 2012, 2014].map(plan))).toEqual([
      '2011-02-01 贯彻 plans/2011',
      '2012-02-01 贯彻 plans/2012',
      '2013-02-01 贯彻 plans/2013 +2',
    ]);
  });

  it('is worth a picture from two events on, and for a plan only beyond what its table shows', () => {
    const at = { first: '2012-01-01', last: '2012-01-01' };
    const [issued, published, summed] = ['成文', '发布', '总结'].map((label) => ({ at, label }));
    if (!issued || !published || !summed) throw new Error('three events');
    expect(isTold([issued], 'policies')).toBe(false);
    expect(isTold([issued, published], 'policies')).toBe(true);
    expect(isTold([issued, published], 'plans')).toBe(false);
    expect(isTold([issued, summed], 'plans')).toBe(true);
  });
});
