import { expect, test } from 'vitest';
import { isMeasure } from '../../../../src/core/comparison/passages.ts';
import { passagesFrom } from './documents.ts';

test('a measure takes in the paragraphs that follow it, a heading takes in none', () => {
  const passages = passagesFrom(`
# 一、指导思想
坚持以人为本。
促进均衡发展。
# 二、措施
1.建立联片教研制度。
每次活动须有主题。
2.开展磨课活动。`);
  expect(passages.map(({ text }) => text)).toEqual([
    '一、指导思想',
    '坚持以人为本。',
    '促进均衡发展。',
    '二、措施',
    '1.建立联片教研制度。\n每次活动须有主题。',
    '2.开展磨课活动。',
  ]);
  expect(passages.map(({ parent }) => parent)).toEqual([-1, 0, 0, -1, 3, 3]);
});

test('signature and date are no part of the last measure, and no measures', () => {
  const passages = passagesFrom('# 一、保障\n1.严格考核。\n云岭区教研室\n2012年2月20日');
  expect(passages.map(({ text }) => text)).toEqual([
    '一、保障',
    '1.严格考核。',
    '云岭区教研室',
    '2012年2月20日',
  ]);
  expect(passages.map(isMeasure)).toEqual([false, true, false, false]);
});

test('sections stand under parts; a numbered line without a sentence is a heading even if not marked as one', () => {
  const passages = passagesFrom(
    '一、措施\n（一）常规管理\n1.月查。\n（二）校本教研\n1.磨课。\n二、保障：加强领导，落实责任。',
  );
  expect(passages.map(({ heading }) => heading)).toEqual([true, true, false, true, false, false]);
  expect(passages.map(({ parent }) => parent)).toEqual([-1, 0, 1, 0, 3, 3]);
});

test('the number is told from the text', () => {
  const lengths = passagesFrom('# 一、 措施\n12．听课\n（三）评课。\n听课12节。').map(
    ({ numberLength }) => numberLength,
  );
  expect(lengths).toEqual([3, 3, 3, 0]);
});
