import { expect, test } from 'vitest';
import { findCitedTitles } from '../../../src/core/cited-titles.ts';
import { findDocNumbers } from '../../../src/core/docnumber.ts';

const MEGABYTE = 1 << 20;
const fill = (unit: string): string => unit.repeat(Math.ceil(MEGABYTE / unit.length));

// Each of these took quadratic time or worse in some pattern that people write; here they must simply return.
test.each([
  '〔',
  '〔2010〕',
  '国发〔2010〕1、',
  '1、',
  '第1号、',
  '2010年第',
  '教育部令第',
  '令',
  '号',
  '1号令',
  '关于加强教育的',
  '（研）',
  '国       ',
  '教育部、',
  '《',
  '》',
  '关于》',
  '《甲',
  '\n',
  '一',
])('a megabyte of %s returns', (unit) => {
  const text = fill(unit);
  const numbers = findDocNumbers(text);
  expect(numbers).toEqual([]);
  expect(Array.isArray(findCitedTitles(text, numbers))).toBe(true);
});

test('a megabyte of numbers and titles is read to the end', () => {
  const text = fill('《甲》（国发〔2010〕1号）');
  const numbers = findDocNumbers(text);
  expect(numbers.length).toBe(text.split('号').length - 1);
  expect(findCitedTitles(text, numbers).every((title) => title.for === '国发〔2010〕1号')).toBe(true);
});
