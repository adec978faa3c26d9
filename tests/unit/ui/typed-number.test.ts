import { expect, it } from 'vitest';
import { readTyped } from '../../../src/ui/scripts/typed-number.ts';

it.each([
  ['云教发〔2011〕5号/', '云教发〔2011〕5号'],
  [`${encodeURIComponent('云教发[2011]5号')}/`, '云教发[2011]5号'],
  ['%E4%BA%91%E6%95%99%E5%8F%91%5b2011%5d5%E5%8F%B7', '云教发[2011]5号'],
  [encodeURIComponent(encodeURIComponent('云教发〔2011〕5号')), '云教发〔2011〕5号'],
  // GBK, as Internet Explorer and old portals write it.
  ['%D4%C6%BD%CC%B7%A2[2011]5%BA%C5', '云教发[2011]5号'],
  ['云教发+[2011]+5号', '云教发 [2011] 5号'],
  ['云教发〔2011〕5号/index.html', '云教发〔2011〕5号'],
  ['100%', '100%'],
  ['', ''],
])('%s is read as %s', (part, expected) => {
  expect(readTyped(part)).toBe(expected);
});
