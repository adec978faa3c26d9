import { describe, expect, test } from 'vitest';
import type { LibraryDocument } from '../../../src/core/library.ts';
import { parsePeriod, periodYears } from '../../../src/core/period.ts';
import { buildSeries, comparedWith, memberLabels, seriesNeighbours } from '../../../src/core/series.ts';
import { libraryDocument } from '../../support/library-document.ts';

/** A plan about a period, e.g. 2012年. */
function plan(period: string, more: Partial<LibraryDocument> = {}): LibraryDocument {
  const parsed = parsePeriod(period);
  const years = parsed ? periodYears(parsed) : [];
  return libraryDocument(`plans/${more.docNumber ?? period}`, { kind: '工作计划', period, years, ...more });
}

const ids = (documents: readonly { id: string }[] = []): string[] => documents.map(({ id }) => id);

describe('buildSeries', () => {
  test('orders the plans of one issuer and kind by time, whatever order they came in', () => {
    const plans = [plan('2013年'), plan('2011年'), plan('2012年')];
    const other = plan('2010年', { id: 'plans/other', issuer: '云岭区教育局' });
    const special = plan('2010年', { id: 'plans/special', kind: '专项计划' });
    const series = buildSeries([...plans, other, special]);
    expect(ids(series.get('plans/2012年'))).toEqual(['plans/2011年', 'plans/2012年', 'plans/2013年']);
    expect(ids(series.get('plans/other'))).toEqual(['plans/other']);
    expect(ids(series.get('plans/special'))).toEqual(['plans/special']);
  });

  test('policies, undated and unsigned documents form none', () => {
    const policy = libraryDocument('policies/a', { years: [2012] });
    const undated = libraryDocument('plans/b', { kind: '工作计划' });
    const unsigned = [plan('2011年'), plan('2012年')].map((each) => ({ ...each, issuer: '未署名' }));
    expect(buildSeries([policy, policy, undated, ...unsigned]).size).toBe(0);
  });

  test('a plan knows its neighbours', () => {
    const plans = [plan('2011年'), plan('2012年'), plan('2014年')];
    const [first, second] = plans;
    expect(second && seriesNeighbours(second, plans)).toEqual({ previous: plans[0], next: plans[2] });
    expect(first && seriesNeighbours(first, plans).previous).toBeUndefined();
    expect(seriesNeighbours(plan('2010年'), plans)).toEqual({});
  });
});

describe('comparedWith', () => {
  const earlierOf = (document: LibraryDocument, ...others: LibraryDocument[]): string | undefined =>
    comparedWith(document, buildSeries([document, ...others]).get(document.id) ?? [])?.id;

  test('is the one before, even some years back, and never a later one', () => {
    expect(earlierOf(plan('2013年'), plan('2010年'), plan('2009年'), plan('2014年'))).toBe('plans/2010年');
    expect(earlierOf(plan('2013年'), plan('2014年'))).toBeUndefined();
  });

  test('a term is compared with the same term of the year before, if there is one', () => {
    const spring = '2011—2012学年第二学期';
    const terms = [plan('2010—2011学年第二学期'), plan('2011—2012学年第一学期')];
    expect(earlierOf(plan(spring), ...terms)).toBe('plans/2010—2011学年第二学期');
    expect(earlierOf(plan(spring), ...terms.slice(1))).toBe('plans/2011—2012学年第一学期');
  });

  test('records have nothing to compare', () => {
    const record = plan('2012年', { completeness: '题录' });
    expect(earlierOf(plan('2013年'), record, plan('2011年'))).toBe('plans/2011年');
    expect(earlierOf(record, plan('2011年'))).toBeUndefined();
  });
});

test('members are called by the shortest name that tells them apart', () => {
  const members = [
    plan('2010年'),
    plan('2011—2012学年'),
    plan('2011—2012学年第一学期'),
    plan('2011—2012学年第二学期'),
    plan('2013年', { docNumber: '云教研字〔2013〕2号' }),
    plan('2013年', { id: 'plans/again' }),
    libraryDocument('plans/undated', { years: [2014] }),
  ];
  expect([...memberLabels(members).values()]).toEqual([
    '2010',
    '2011—12',
    '2011—12上',
    '2011—12下',
    '2013（2号）',
    '2013（之2）',
    '2014',
  ]);
});
