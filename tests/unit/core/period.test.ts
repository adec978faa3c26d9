import { describe, expect, test } from 'vitest';
import { formatPeriod, parsePeriod, periodYears } from '../../../src/core/period.ts';

describe('parsePeriod and formatPeriod', () => {
  test.each([
    ['2011', '2011年', [2011]],
    ['2011年', '2011年', [2011]],
    ['2011年度', '2011年', [2011]],
    ['２０１１年', '2011年', [2011]],
    [' 2011 年 ', '2011年', [2011]],
    ['2011-2012学年', '2011—2012学年', [2011, 2012]],
    ['2011—2012学年度', '2011—2012学年', [2011, 2012]],
    ['2011－2012 学年', '2011—2012学年', [2011, 2012]],
    ['2011~2012学年', '2011—2012学年', [2011, 2012]],
    ['2011至2012学年', '2011—2012学年', [2011, 2012]],
    ['2011—2012学年第一学期', '2011—2012学年第一学期', [2011]],
    ['2011—2012学年度第二学期', '2011—2012学年第二学期', [2012]],
    ['2011-2012学年第2学期', '2011—2012学年第二学期', [2012]],
    ['2011-2012学年1学期', '2011—2012学年第一学期', [2011]],
  ])('%j is %s', (text, canonical, years) => {
    const period = parsePeriod(text);
    expect(period && formatPeriod(period)).toBe(canonical);
    expect(period && periodYears(period)).toEqual(years);
  });

  test.each([
    '',
    '甲',
    '11年',
    '20111年',
    '2011-2013学年',
    '2012-2011学年',
    '2011-2012',
    '2011-2012学年第三学期',
    '2011年3月',
  ])('%j is no period', (text) => expect(parsePeriod(text)).toBeUndefined());

  test('a canonical spelling is read back as the same period', () => {
    for (const text of ['2011年', '2011—2012学年', '2011—2012学年第一学期', '2011—2012学年第二学期']) {
      const period = parsePeriod(text);
      expect(period && parsePeriod(formatPeriod(period))).toEqual(period);
    }
  });
});
