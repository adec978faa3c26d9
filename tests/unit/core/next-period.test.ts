import { describe, expect, it, test } from 'vitest';
import { findYears, moveTitle, yearAfter, yearsAround } from '../../../src/core/next-period.ts';
import { formatPeriod, type Period, parsePeriod } from '../../../src/core/period.ts';

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(`no period: ${text}`);
  return parsed;
}

test.each([
  ['2012年', '2013年'],
  ['2012—2013学年', '2013—2014学年'],
  ['2012—2013学年第一学期', '2013—2014学年第一学期'],
  ['1999—2000学年第二学期', '2000—2001学年第二学期'],
])('a year after %s is %s', (from, to) => {
  expect(formatPeriod(yearAfter(period(from)))).toBe(to);
});

test.each([
  ['云岭区教研室2012年度工作计划', '2012', '2013', '云岭区教研室2013年度工作计划'],
  ['云岭区教研室２０１２年工作计划', '2012', '2013', '云岭区教研室２０１３年工作计划'],
  ['云岭区教研室二〇一二年工作计划', '2012', '2013', '云岭区教研室二〇一三年工作计划'],
  ['二○一二年工作计划', '2012', '2020', '二〇二〇年工作计划'],
  ['2012—2013学年工作计划', '2012—2013学年', '2013—2014学年', '2013—2014学年工作计划'],
  [
    '2012-2013学年度第1学期工作计划',
    '2012—2013学年第一学期',
    '2012—2013学年第二学期',
    '2012-2013学年度第2学期工作计划',
  ],
  [
    '2012～2013学年第一学期计划（上学期）',
    '2012—2013学年第一学期',
    '2013—2014学年第二学期',
    '2013～2014学年第二学期计划（下学期）',
  ],
])('%s, from %s to %s: %s', (title, from, to, expected) => {
  expect(moveTitle(title, period(from), period(to)).title).toBe(expected);
});

describe('what a title does not say', () => {
  it('is left, and told', () => {
    expect(moveTitle('峄城区教研室2023年度工作计划', period('2011'), period('2012'))).toEqual({
      title: '峄城区教研室2023年度工作计划',
      moved: 0,
      strange: ['2023'],
    });
    expect(
      moveTitle('第一学期工作计划', period('2012—2013学年第一学期'), period('2012—2013学年第二学期')),
    ).toEqual({
      title: '第一学期工作计划',
      moved: 0,
      strange: [],
    });
  });
});

test('years are found in digits and numerals, not within document numbers, longer numbers or decimals', () => {
  const text =
    '2012年、二〇一一年度、２０１３年，云教发〔2012〕5号，编号120125，1.2012，第2012020页，一二三四项';
  expect(findYears(text).map(({ raw, year }) => [raw, year])).toEqual([
    ['2012', 2012],
    ['二〇一一', 2011],
    ['２０１３', 2013],
  ]);
  for (const { raw, start } of findYears(text)) expect(text.slice(start, start + raw.length)).toBe(raw);
});

test('the years around a school year are four', () => {
  expect([...yearsAround(period('2012—2013学年'))]).toEqual([2011, 2012, 2013, 2014]);
});
