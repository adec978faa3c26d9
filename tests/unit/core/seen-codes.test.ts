import { describe, expect, test } from 'vitest';
import { findDocNumbers } from '../../../src/core/docnumber.ts';
import { collectSeenCodes, seenCodesIn } from '../../../src/core/seen-codes.ts';

const own = (docNumber: string) => ({ docNumber, text: '' });
const texts = (...all: string[]) => all.map((text) => ({ docNumber: null, text }));
const found = (text: string, codes: Iterable<string>): string[] =>
  findDocNumbers(text, codes).map(({ canonical }) => canonical);

describe('which codes are learnt', () => {
  test('those of the documents’ own numbers', () => {
    expect([...collectSeenCodes([own('云教研字〔2011〕4号'), own('国务院令第5号')])]).toEqual(['云教研字']);
  });

  test('those seen twice behind a bracket, a quote or at a line start', () => {
    expect([...collectSeenCodes(texts('（云教综发〔2010〕1号）\n云教综发[2011]第2号'))]).toEqual([
      '云教综发',
    ]);
    expect([...collectSeenCodes(texts('（云教综发〔2010〕1号）', '“云教综发〔2010〕1号”'))]).toEqual([
      '云教综发',
    ]);
  });

  test.each([
    ['seen once', ['（云教综发〔2010〕1号）']],
    ['the same number twice in one text', ['（云教综发〔2010〕1号）（云教综发〔2010〕1号）']],
    ['behind words', ['依云教综发〔2010〕1号，按云教综发〔2010〕2号']],
    ['prose that the word lists cut', ['（依据云教发〔2010〕1号）（依据云教发〔2010〕2号）']],
    ['endings that places put their name before', ['（政办发〔2010〕1号）（政办发〔2010〕2号）']],
    ['codes of central organs', ['（国办发〔2010〕1号）（国办发〔2010〕2号）']],
    ['court cases', ['（云民初字〔2010〕1号）（云民初字〔2010〕2号）']],
  ])('none that is %s', (_what, all) => expect([...collectSeenCodes(texts(...all))]).toEqual([]));
});

describe('what a seen code does', () => {
  const seen = collectSeenCodes([own('云教综发〔2011〕4号'), own('岭云教综发〔2011〕4号')]);

  test('cuts words that no list knows', () => {
    const text = '谛听云教综发〔2010〕1号';
    expect(found(text, [])).not.toEqual(['云教综发〔2010〕1号']);
    expect(found(text, seenCodesIn(text, seen))).toEqual(['云教综发〔2010〕1号']);
  });

  test('never shortens a code that is known itself', () => {
    const long = collectSeenCodes([own('云教综发〔2011〕4号'), own('岭上县云教综发〔2011〕4号')]);
    expect(found('（岭上县云教综发〔2010〕1号）', long)).toEqual(
      found('（岭上县云教综发〔2010〕1号）', ['岭上县云教综发']),
    );
  });

  test('only those that a text holds before a year concern it', () => {
    expect(seenCodesIn('见云教综发[2010]1号', seen)).toEqual(['云教综发']);
    expect(seenCodesIn('云教综发文，2010年', seen)).toEqual([]);
    expect(seenCodesIn('无文号的一段', seen)).toEqual([]);
  });
});
