import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/lint/apply-edits.ts';
import type { TextEdit } from '../../../src/lint/issue.ts';

const group = (...edits: TextEdit[]) => ({ rule: 'r', edits });
const edit = (start: number, end: number, text: string): TextEdit => ({ start, end, text });

describe('applyEdits', () => {
  test('applies from the end, so that offsets hold', () => {
    const { text, applied } = applyEdits('甲,乙,丙', [group(edit(1, 2, '，')), group(edit(3, 4, '，，'))]);
    expect(text).toBe('甲，乙，，丙');
    expect(applied).toHaveLength(2);
  });

  test('a group that overlaps one before it waits as a whole', () => {
    const { text, applied, waiting } = applyEdits('a b,c', [
      group(edit(1, 3, '')),
      group(edit(2, 3, 'B'), edit(3, 4, '，')),
    ]);
    expect([text, applied.length, waiting.length]).toEqual(['a,c', 1, 1]);
  });

  test('two insertions at one place are not mixed', () => {
    expect(applyEdits('ab', [group(edit(1, 1, 'x')), group(edit(1, 1, 'y'))]).waiting).toHaveLength(1);
  });

  test.each([
    ['loses a Han character', edit(0, 2, ',')],
    ['adds one', edit(1, 2, '也')],
    ['changes one', edit(0, 1, '乙')],
    ['changes nothing', edit(0, 1, '甲')],
    ['reaches out of the text', edit(1, 9, '')],
    ['runs backwards', edit(2, 1, '')],
  ])('refuses what %s', (_name, wrong) => {
    const { text, refused } = applyEdits('甲,乙', [group(wrong)]);
    expect([text, refused.length]).toEqual(['甲,乙', 1]);
  });

  test('takes another Han character where the edit says so', () => {
    expect(applyEdits('⼀般', [group({ ...edit(0, 1, '一'), replacesHan: true })]).text).toBe('一般');
  });

  test('refuses a group whose own edits overlap', () => {
    expect(applyEdits('abc', [group(edit(0, 2, ''), edit(1, 3, ''))]).refused).toHaveLength(1);
  });
});
