import { describe, expect, it } from 'vitest';
import { inYear, type Moment, onDay } from '../../../src/core/moments.ts';
import { type Deed, type Life, statusOn } from '../../../src/core/status-on.ts';

const TODAY = '2020-01-01';
const life = (more: Partial<Life> = {}): Life => ({
  ...{ status: '未核实', statusSince: null, issuedOn: '2010-03-01', deeds: [] },
  ...more,
});
const repeal = (at: Moment | undefined): Deed => ({ kind: 'repeals', by: 'policies/b', at });
const amendment = (at: Moment | undefined): Deed => ({ kind: 'amends', by: 'policies/c', at });

/** `废止 certain`: status and certainty on a day, a year or today. */
function on(day: string | number, of: Partial<Life>): string {
  const moment = typeof day === 'number' ? inYear(day) : onDay(day);
  const { status, certainty } = statusOn(life(of), moment, TODAY);
  return `${status} ${certainty}`;
}

describe('a document repealed by another on a day', () => {
  const of = { deeds: [repeal(onDay('2015-06-01'))] };

  it.each([
    ['2015-05-31', '现行有效 certain'],
    ['2015-06-01', '废止 certain'],
    [TODAY, '废止 certain'],
    [2014, '现行有效 year'],
    [2015, '未核实 unclear'],
    [2016, '废止 year'],
    ['2010-02-28', '尚未生效 certain'],
  ])('on %s is %s', (day, expected) => {
    expect(on(day, of)).toBe(expected);
  });

  it('names what did it and since when', () => {
    expect(statusOn(life(of), onDay(TODAY), TODAY)).toMatchObject({
      ...{ ground: 'relation', by: 'policies/b', since: onDay('2015-06-01') },
    });
  });

  it('keeps the day of its own entry, which an editor has looked up', () => {
    const dated = { ...of, status: '废止', statusSince: '2015-07-01' } as const;
    expect(on('2015-06-15', dated)).toBe('现行有效 certain');
    expect(statusOn(life(dated), onDay(TODAY), TODAY)).toMatchObject({ by: 'policies/b', ground: 'stated' });
    expect(on('2015-06-15', { ...of, status: '废止' })).toBe('废止 certain');
  });
});

describe('a document whose end has no day', () => {
  const undated = [
    { status: '废止' },
    { status: '失效' },
    { deeds: [repeal(undefined)] },
  ] as const satisfies Partial<Life>[];

  it.each(undated)('is dead today, and nothing is said of an earlier day: %o', (of) => {
    expect(on(TODAY, of)).toBe(`${'status' in of ? of.status : '废止'} certain`);
    expect(on('2012-01-01', of)).toBe('未核实 unclear');
  });

  it('is told by the year of a number only as such', () => {
    const of = { deeds: [repeal(inYear(2015))] };
    expect(on(TODAY, of)).toBe('废止 year');
    expect(on('2014-12-31', of)).toBe('现行有效 year');
    expect(on('2015-03-01', of)).toBe('未核实 unclear');
    expect(on('2016-01-01', of)).toBe('废止 year');
  });
});

describe('a document with days of effect and expiry', () => {
  const of = { status: '现行有效', effectiveOn: '2010-09-01', expiresOn: '2015-08-31' } as const;

  it.each([
    ['2010-08-31', '尚未生效 certain'],
    ['2010-09-01', '现行有效 certain'],
    ['2015-08-31', '现行有效 certain'],
    ['2015-09-01', '失效 certain'],
    [2010, '未核实 unclear'],
  ])('on %s is %s', (day, expected) => {
    expect(on(day, of)).toBe(expected);
  });

  it('takes effect though its entry, written before, says 尚未生效', () => {
    expect(on('2011-01-01', { ...of, status: '尚未生效' })).toBe('现行有效 certain');
    expect(on(TODAY, { status: '尚未生效' })).toBe('尚未生效 certain');
  });

  it('stays 未核实 while only its term speaks for it', () => {
    expect(on(TODAY, { expiresOn: '2025-12-31' })).toBe('未核实 certain');
    expect(on('2012-01-01', { expiresOn: '2025-12-31' })).toBe('未核实 certain');
    expect(on('2012-01-01', { expiresOn: '2015-12-31' })).toBe('现行有效 certain');
  });
});

describe('an amended document', () => {
  it.each([
    ['2012-12-31', '现行有效 certain'],
    ['2013-01-01', '已修改 certain'],
    [TODAY, '已修改 certain'],
  ])('on %s is %s', (day, expected) => {
    expect(on(day, { deeds: [amendment(onDay('2013-01-01'))] })).toBe(expected);
    expect(on(day, { status: '已修改', statusSince: '2013-01-01' })).toBe(expected);
    expect(on(day, { status: '现行有效', deeds: [amendment(onDay('2013-01-01'))] })).toBe(expected);
  });

  it('is 部分失效 rather than 已修改, and dead rather than either', () => {
    const deeds = [amendment(onDay('2013-01-01'))];
    const partly = { status: '部分失效', statusSince: '2014-01-01', deeds } as const;
    expect(on('2013-06-01', partly)).toBe('已修改 certain');
    expect(on(TODAY, partly)).toBe('部分失效 certain');
    expect(on(TODAY, { ...partly, deeds: [...deeds, repeal(onDay('2016-01-01'))] })).toBe('废止 certain');
  });

  it('is told without certainty for a day before which the amendment may have come', () => {
    expect(on('2012-01-01', { status: '已修改' })).toBe('已修改 unclear');
    expect(on(TODAY, { status: '已修改' })).toBe('已修改 certain');
  });
});

describe('a document of which nothing is known but its entry', () => {
  it('stays 未核实', () => {
    expect(on(TODAY, {})).toBe('未核实 certain');
    expect(on('2012-01-01', {})).toBe('未核实 certain');
  });

  it('is in force from the day of its entry, and before it nothing is said', () => {
    const of = { status: '现行有效', statusSince: '2012-01-01' } as const;
    expect(on(TODAY, of)).toBe('现行有效 certain');
    expect(on('2011-01-01', of)).toBe('未核实 unclear');
    expect(on('2011-01-01', { ...of, effectiveOn: '2010-05-01' })).toBe('现行有效 certain');
  });
});
