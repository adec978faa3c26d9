import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, normaliseWithOffsets } from '../../../src/search/normalise.ts';

describe('normalise', () => {
  it.each([
    ['云教研字［２０１１］４ 号', '云教研字(2011)4号'],
    ['云教研字〔2011〕4号', '云教研字(2011)4号'],
    ['云教研字【2011】4号', '云教研字(2011)4号'],
    ['云教研字﹝2011﹞4号', '云教研字(2011)4号'],
    ['“四个一”工程', '"四个一"工程'],
    ['「四个一」工程', '"四个一"工程'],
    ['《计划》〈计划〉', '《计划》《计划》'],
    ['ＡＢＣ abc', 'abcabc'],
    ['课程，方案', '课程,方案'],
    ['学校**课程', '学校**课程'],
    ['　全角\u00a0空格\t\n', '全角空格'],
    ['零\u200b宽', '零宽'],
    ['\u2067磨课\u2069', '磨课'],
    ['磨\u061c课\u034f', '磨课'],
    ['①℃…', '1°c...'],
    ['cafe\u0301', 'café'],
    ['ﾊﾟ', 'パ'],
    ['𠮷田', '𠮷田'],
    ['號', '號'],
    [' \u200b ', ''],
  ])('%s becomes %s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('keeps a comma and a full stop apart, and a book title mark apart from a bracket', () => {
    expect(normalise('，')).not.toBe(normalise('。'));
    expect(normalise('《')).not.toBe(normalise('（'));
  });

  it.each(['΄ﱞ', '甲´', 'ﾱㅏ', '㉠ㅏ'])('comes to rest at once, whatever composes in %s', (text) => {
    expect(normalise(normalise(text))).toBe(normalise(text));
  });

  it('does not change what is normalised already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
    );
  });

  it('passes over no Han character that a mark is joined to', () => {
    const unit = fc.constantFrom(...'课程，Ａa㈠𠮷ㅏ', '\u0301', 'ﾟ', '\uFE0F', '\u1160', '\uD800', ' ');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(normalise(text)).toBe(normaliseWithOffsets(text).text);
      }),
    );
  });

  it('gives the same text with offsets, and offsets that lead back to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { text: normalised, starts, ends } = normaliseWithOffsets(text);
        expect(normalised).toBe(normalise(text));
        expect(starts).toHaveLength(normalised.length);
        for (const [unit, start] of starts.entries()) {
          expect(normalise(text.slice(start, ends[unit]))).toContain(normalised[unit]);
        }
      }),
    );
  });
});
