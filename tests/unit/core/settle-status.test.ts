import { describe, expect, it } from 'vitest';
import {
  asOfDay,
  documentLives,
  type LivingDocument,
  settleStatuses,
} from '../../../src/core/settle-status.ts';

const document = (id: string, more: Partial<LivingDocument> = {}): LivingDocument => ({
  ...{ id, docNumber: null, relations: {}, status: '未核实', statusSince: null },
  ...{ issuedOn: null, publishedOn: null },
  ...more,
});

function settle(documents: LivingDocument[], given?: string) {
  const settled = settleStatuses(documents, documentLives(documents, asOfDay(documents, given)));
  return new Map(settled.map((each) => [each.id, each]));
}

describe('asOfDay', () => {
  it('is the newest day of the library, or the one given', () => {
    const documents = [
      document('plans/a', { issuedOn: '2012-02-20' }),
      document('plans/b', { issuedOn: '2011-02-20', publishedOn: '2012-03-01' }),
      document('plans/c', { docNumber: '云教发〔2012〕9号', statusSince: '2030-01-01' }),
    ];
    expect(asOfDay(documents)).toEqual({ day: '2012-03-01', given: false });
    expect(asOfDay(documents, '2009-01-01')).toEqual({ day: '2009-01-01', given: true });
    expect(asOfDay([document('plans/c')]).day).toBe('');
  });

  it('knows that the year of a held number had begun', () => {
    expect(asOfDay([document('plans/c', { docNumber: '云教发〔2015〕9号' })]).day).toBe('2015-01-01');
  });
});

describe('settleStatuses', () => {
  const old = document('policies/old', { docNumber: '云教发〔2008〕2号', issuedOn: '2008-01-01' });
  const repealing = (more: Partial<LivingDocument>) =>
    document('policies/new', { relations: { repeals: ['云教发〔2008〕2号'] }, ...more });

  it('takes the day from the repealing document: its effect, its issue, its entry', () => {
    const since = (more: Partial<LivingDocument>) => {
      const settled = settle([old, repealing(more)], '2020-01-01').get('policies/old');
      return [settled?.status, settled?.statusSince, settled?.statusYear];
    };
    expect(since({ effectiveOn: '2015-07-01', issuedOn: '2015-06-01' })).toEqual([
      ...['废止', '2015-07-01', undefined],
    ]);
    expect(since({ issuedOn: '2015-06-01' })).toEqual(['废止', '2015-06-01', undefined]);
    expect(since({ status: '现行有效', statusSince: '2015-08-01' })).toEqual([
      '废止',
      '2015-08-01',
      undefined,
    ]);
    expect(since({ docNumber: '云教发〔2015〕9号' })).toEqual(['废止', null, 2015]);
    expect(since({})).toEqual(['废止', null, undefined]);
  });

  it('holds that what is held has been issued, whatever the newest day', () => {
    expect(settle([old, repealing({ docNumber: '云教发〔2015〕9号' })]).get('policies/old')?.status).toBe(
      '废止',
    );
  });

  it('lets what is not yet in force repeal nothing', () => {
    const waiting = settle([old, repealing({ status: '尚未生效' })], '2020-01-01').get('policies/old');
    expect(waiting?.status).toBe('未核实');
    const dated = settle([old, repealing({ effectiveOn: '2021-01-01' })], '2020-01-01').get('policies/old');
    expect(dated?.status).toBe('未核实');
    expect(dated?.statusPeriods).toEqual([
      { from: null, status: '未核实' },
      { from: '2021-01-01', status: '废止' },
    ]);
  });

  it('does not guess which of two documents a repeal means', () => {
    const documents = [old, document('policies/other', { docNumber: '云教发〔2008〕2号' }), repealing({})];
    expect(settle(documents).get('policies/old')?.status).toBe('未核实');
  });

  it('tells the statuses to come on later days', () => {
    const of = document('policies/a', {
      ...{ status: '尚未生效', issuedOn: '2012-02-20', effectiveOn: '2012-09-01', expiresOn: '2017-08-31' },
    });
    expect(settle([of]).get('policies/a')).toMatchObject({
      status: '尚未生效',
      statusPeriods: [
        { from: null, status: '尚未生效' },
        { from: '2012-09-01', status: '现行有效' },
        { from: '2017-09-01', status: '失效' },
      ],
    });
    expect(settle([of], '2020-01-01').get('policies/a')).not.toHaveProperty('statusPeriods');
  });

  it('believes an entry that is newer than the library, unless the day was chosen', () => {
    const of = document('policies/a', {
      ...{ issuedOn: '2012-02-20', status: '废止', statusSince: '2015-06-01' },
    });
    expect(settle([of]).get('policies/a')?.status).toBe('废止');
    expect(settle([of], '2014-01-01').get('policies/a')?.status).toBe('现行有效');
    expect(settle([of], '2016-01-01').get('policies/a')?.status).toBe('废止');
  });

  it.each(['现行有效', '已修改', '部分失效'] as const)(
    'believes one that says it is %s, though it took effect after the newest day of the library',
    (status) => {
      const of = document('policies/a', { status, issuedOn: '2024-06-01', effectiveOn: '2024-09-01' });
      expect(settle([of]).get('policies/a')).toMatchObject({ status });
      expect(settle([of]).get('policies/a')).not.toHaveProperty('statusPeriods');
      expect(settle([of], '2024-06-01').get('policies/a')?.status).toBe('尚未生效');
    },
  );

  it('believes one that says it was repealed, though what repeals it took effect after that day', () => {
    const repealed = document('policies/a', { status: '废止', issuedOn: '2010-01-01' });
    const by = (more: Partial<LivingDocument>) =>
      document('policies/b', { relations: { repeals: ['policies/a'] }, issuedOn: '2024-06-01', ...more });
    const coming = [repealed, by({ effectiveOn: '2024-09-01' })];
    expect(settle(coming).get('policies/a')).toMatchObject({ status: '废止', statusSince: '2024-09-01' });
    expect(settle(coming).get('policies/b')?.status).toBe('未核实');
    expect(settle(coming, '2024-06-01').get('policies/a')?.status).toBe('现行有效');
    const byYear = [repealed, by({ issuedOn: null, docNumber: '云教发〔2024〕9号' })];
    expect(settle(byYear).get('policies/a')).toMatchObject({ status: '废止', statusYear: 2024 });
  });

  it('believes one that says without a day that it was amended or lapsed', () => {
    const amended = [
      document('policies/a', { status: '已修改', issuedOn: '2010-01-01' }),
      document('policies/b', { relations: { amends: ['policies/a'] }, effectiveOn: '2024-09-01' }),
    ];
    expect(settle(amended).get('policies/a')).toMatchObject({ status: '已修改', statusSince: '2024-09-01' });
    const lapsed = document('policies/c', {
      ...{ status: '失效', issuedOn: '2010-01-01', expiresOn: '2024-08-31' },
    });
    expect(settle([lapsed]).get('policies/c')).toMatchObject({ status: '失效', statusSince: '2024-09-01' });
  });

  it('holds what is said to be in force to have done what it does to others', () => {
    const repealer = repealing({ issuedOn: '2024-06-01', effectiveOn: '2024-09-01', status: '现行有效' });
    expect(settle([old, repealer]).get('policies/old')).toMatchObject({
      ...{ status: '废止', statusSince: '2024-09-01' },
    });
  });
});
