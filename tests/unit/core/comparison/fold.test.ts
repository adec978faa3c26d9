import { expect, test } from 'vitest';
import { foldText } from '../../../../src/core/comparison/fold.ts';

test.each([
  ['标点、空白', '听课， 评课。\n（磨课）', '听课评课磨课'],
  ['全角半角、大小写', 'ＡＢc１２％', 'abc12%'],
  ['数里的点', '3.5、3:05、1．5', '3.53:051.5'],
  ['别处的点', '1.听课.评课', '1听课评课'],
  ['说话的符号', '**中学 100%', '**中学100%'],
  ['扩展区的字', '𠮷林㐀', '𠮷林㐀'],
  ['一变为多', '㎏', 'kg'],
])('%s', (_name, text, folded) => {
  expect(foldText(text).text).toBe(folded);
});

test('each unit knows where it came from', () => {
  expect(foldText('1.听，𠮷㎏课', 2)).toEqual({ text: '听𠮷kg课', offsets: [2, 4, 4, 6, 6, 7] });
});
