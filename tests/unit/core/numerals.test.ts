import { describe, expect, test } from 'vitest';
import { formatChineseNumeral, parseChineseNumeral } from '../../../src/core/numerals.ts';

describe('numerals', () => {
  test('0 to 99999 come back as they went', () => {
    for (let value = 0; value <= 99_999; value++) {
      const text = formatChineseNumeral(value);
      if (parseChineseNumeral(text) !== value) expect.fail(`${value} was written ${text}`);
    }
  });

  test.each([
    ['〇', 0],
    ['十', 10],
    ['十二', 12],
    ['廿三', 23],
    ['卅', 30],
    ['三十七', 37],
    ['一百零三', 103],
    ['一百一十', 110],
    ['一百十二', 112],
    ['一百二', 120],
    ['两千零五', 2005],
    ['二〇〇八', 2008],
    ['二○○八', 2008],
    ['一九九八', 1998],
    ['壹佰贰拾叁', 123],
    ['一万二', 12_000],
    ['一万零二', 10_002],
    ['三亿', 300_000_000],
  ])('%s is %i', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  test.each(['', '百', '十十', '一二三百', '一百零', '八九十', '十百', '第三', '3', '三 十', '万'])(
    '%s is no numeral',
    (text) => {
      expect(parseChineseNumeral(text)).toBeUndefined();
    },
  );

  test.each([-1, 1.5, Number.NaN, 100_000_000])('%d cannot be written', (value) => {
    expect(() => formatChineseNumeral(value)).toThrow(RangeError);
  });
});
