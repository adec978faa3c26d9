import { describe, expect, it } from 'vitest';
import { indexNearNumbers, isOneSlip, nearNumbers } from '../../../src/core/near-numbers.ts';

const near = (number: string, ...held: string[]): string[] => nearNumbers(indexNearNumbers(held), number);

describe('nearNumbers', () => {
  it.each([
    ['云教发〔2009〕67号', '云教发〔2009〕76号'],
    ['云教发〔2009〕67号', '云教发〔2009〕6号'],
    ['云教发〔2009〕67号', '云教发〔2009〕167号'],
    ['云教发〔2009〕67号', '云教发〔2009〕68号'],
    ['云教发〔2009〕67号', '云教发〔2010〕67号'],
    ['云教发〔2009〕67号', '云教发〔2019〕67号'],
    ['云教发〔2009〕67号', '云教字〔2009〕67号'],
    ['云教发〔2009〕67号', '云教研发〔2009〕67号'],
    ['教育部令第47号', '教育部令第74号'],
  ])('of %s is %s', (number, other) => {
    expect(near(number, other)).toEqual([other]);
  });

  it.each([
    ['云教发〔2009〕67号', '云教发〔2009〕89号'],
    ['云教发〔2009〕67号', '云教发〔2012〕76号'],
    ['云教发〔2009〕67号', '清师字〔2009〕67号'],
    ['云教发〔2009〕67号', '云教发〔2009〕67号'],
    ['国令第5号', '国务院令第5号'],
    ['不是文号', '云教发〔2009〕67号'],
  ])('of %s is not %s', (number, other) => {
    expect(near(number, other)).toEqual([]);
  });

  it('gives the nearest first, a slip in the sequence before one in the year or the code, and no more than asked', () => {
    const held = ['云教字〔2009〕67号', '云教发〔2009〕97号', '云教发〔2009〕66号', '云教发〔2010〕67号'];
    const expected = ['云教发〔2009〕66号', '云教发〔2009〕97号', '云教发〔2010〕67号', '云教字〔2009〕67号'];
    expect(near('云教发〔2009〕67号', ...held)).toEqual(expected);
    expect(nearNumbers(indexNearNumbers(held), '云教发〔2009〕67号', 2)).toEqual(expected.slice(0, 2));
  });
});

describe('isOneSlip', () => {
  it.each([
    ['67', '76', true],
    ['67', '68', true],
    ['67', '7', true],
    ['67', '67', false],
    ['123', '321', false],
    ['12', '1234', false],
    ['', '1', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected);
    expect(isOneSlip(b, a)).toBe(expected);
  });
});
