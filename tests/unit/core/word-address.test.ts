import { expect, test } from 'vitest';
import { hasWordFile, wordFileName, wordFilePath } from '../../../src/core/word-address.ts';

test('the Word file lies beside the page', () => {
  expect(wordFilePath({ id: 'plans/yunjiaoyanzi-2012-3' })).toBe(
    'plans/yunjiaoyanzi-2012-3/yunjiaoyanzi-2012-3.docx',
  );
});

test('a record has none', () => {
  expect((['全文', '摘录', '题录'] as const).map((completeness) => hasWordFile({ completeness }))).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  ['云岭区教研室2012年度工作计划', '云岭区教研室2012年度工作计划.docx'],
  ['关于“听课/评课”的通知: <试行>?', '关于“听课评课”的通知 试行.docx'],
  ['长'.repeat(200), `${'长'.repeat(80)}.docx`],
  [`${'长'.repeat(79)}𠮷`, `${'长'.repeat(79)}.docx`],
  ['以点结尾...', '以点结尾.docx'],
])('the saved file of %j is called %j', (title, name) => {
  expect(wordFileName({ title })).toBe(name);
});
