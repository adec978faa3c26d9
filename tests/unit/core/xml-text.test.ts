import { expect, test } from 'vitest';
import { escapeHtml } from '../../../src/core/escape-html.ts';
import { xmlText } from '../../../src/core/xml-text.ts';

/** Whether XML 1.0 (§2.2) takes the character, and it is neither a control nor a non-character. */
function isHeld(code: number): boolean {
  if (code === 0x9 || code === 0xa || code === 0xd) return true;
  const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
  const isNone = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
  return !isControl && !isNone;
}

test('of every character it is known whether XML holds it', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    if (xmlText(`甲${character}乙`) !== (isHeld(code) ? `甲${character}乙` : '甲乙'))
      wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('half a pair becomes the replacement character, whole pairs stay', () => {
  expect(xmlText('甲\ud800乙\udc00𠮷')).toBe('甲\ufffd乙\ufffd𠮷');
});

test.each([
  ['无可转义', '教研计划', '教研计划'],
  ['全部转义', `&<>"'`, '&amp;&lt;&gt;&quot;&#39;'],
  ['已转义的再转义', '&amp;', '&amp;amp;'],
])('%s', (_name, text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});
