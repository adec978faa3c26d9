import { describe, expect, test } from 'vitest';
import { filePlace, literalOffsets } from '../../../src/lint/source-offsets.ts';
import { parseSource } from '../../../src/schema/source.ts';

describe('literalOffsets', () => {
  test.each([
    ['plain', '甲乙', '甲乙', [0, 1, 2]],
    ['an escape belongs to its character', '1\\.落(实)', '1.落(实)', [0, 1, 3, 4, 5, 6, 7]],
    ['an escaped backslash', 'a\\\\b', 'a\\b', [0, 1, 3, 4]],
    ['a backslash that escapes nothing', '甲\\乙', '甲\\乙', [0, 1, 2, 3]],
    ['references of one unit and of two', '&lt;&#x1F600;甲', '<😀甲', [0, 4, 4, 13, 14]],
    ['an ampersand that is none', '甲&乙', '甲&乙', [0, 1, 2, 3]],
    ['a soft line end with an indent', '甲 \r\n  乙', '甲\n乙', [0, 1, 6, 7]],
  ])('%s', (_name, source, value, offsets) => {
    expect(literalOffsets(source, value)).toEqual(offsets);
  });

  test('says so when the text stands elsewhere', () => {
    expect(literalOffsets('> 甲', '甲')).toBeUndefined();
    expect(literalOffsets('甲', '甲乙')).toBeUndefined();
  });
});

test('filePlace counts lines of any end', () => {
  const source = parseSource('plans', 'plans/a.mdx', '---\r\ntitle: 甲\r\n---\r\n\r\n乙丙\n丁');
  expect(filePlace(source, source.text.indexOf('丙'))).toEqual({ line: 5, column: 2 });
  expect(filePlace(source, source.text.indexOf('丁'))).toEqual({ line: 6, column: 1 });
  expect(filePlace(source, 0)).toEqual({ line: 1, column: 1 });
});
