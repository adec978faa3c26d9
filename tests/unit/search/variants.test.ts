import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../../scripts/search-index/variants-table.ts';
import { normalise, normaliseWithOffsets } from '../../../src/search/normalise.ts';
import { FOLDED_STANDARD, isStandard, mayHoldVariants } from '../../../src/search/standard-characters.ts';
import { foldVariants, packVariants, unpackVariants } from '../../../src/search/variants.ts';

const pairs = [...VARIANTS];

/** GB 2312 as Node knows it, apart from the code under test. */
function gb2312(): string[] {
  const decoder = new TextDecoder('gb2312', { fatal: true });
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    // Row 55 (D7) has five empty cells at its end.
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell++) characters.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return characters;
}

describe('the table of variants', () => {
  it('maps one character to one character, both of one UTF-16 unit', () => {
    expect(pairs.length).toBeGreaterThan(2500);
    expect(pairs.filter(([from, to]) => !/^[\u4E00-\u9FFF]{2}$/.test(from + to))).toEqual([]);
  });

  it('comes to rest at once: no simplified form is a variant itself', () => {
    expect(pairs.filter(([, to]) => VARIANTS.has(to))).toEqual([]);
  });

  it('leaves the characters of GB 2312 alone, but for the five that are named', () => {
    const all = gb2312();
    expect(all).toHaveLength(6763);
    const folded = all.filter((character) => VARIANTS.has(character));
    expect(folded.sort()).toEqual([...FOLDED_STANDARD.keys()].sort());
    expect(all.filter((character) => !isStandard(character)).sort()).toEqual(folded);
  });

  it.each([
    ['教學研究', '教学研究'],
    ['關於印發課程標準的通知', '关于印发课程标准的通知'],
    ['後續發展與總結', '后续发展与总结'],
    ['學習夥伴', '学习伙伴'],
    ['什麼什麽', '什么什么'],
    ['１０號', '10号'],
    ['說説', '说说'],
    ['山峯羣衆', '山峰群众'],
    ['裏裡', '里里'],
    ['衞衛綫線', '卫卫线线'],
    ['啓啟', '启启'],
    ['圖図', '图图'],
    ['黒板', '黑板'],
    ['姪兒', '侄儿'],
    ['祕書蒐集釐清', '秘书搜集厘清'],
    ['朱鎔基', '朱镕基'],
    // A compatibility ideograph and a Kangxi radical are their plain selves first.
    ['\uF9B4導', '领导'],
    ['\u2FA8', '门'],
  ])('folds %s to %s', (text, simplified) => {
    expect(normalise(text, VARIANTS)).toBe(simplified);
  });

  it.each([
    ...['著作', '乾坤', '宫商角徵羽', '慰藉', '瞭望', '覆盖', '答复', '折叠', '摺扇', '哪吒', '蒜薹'],
    ...['毕昇', '束脩', '氾水', '扞格', '神祇', '皇后', '茶几', '山谷', '面子', '干支', '一只', '公里'],
    ...['云岭区教研室〔2011〕4号', '二〇一一年', '堃喆淼镕珺', '人々', '𠮷田'],
  ])('keeps %s', (text) => {
    expect(foldVariants(text, VARIANTS)).toBe(text);
  });

  it('keeps the way back to the original', () => {
    const text = 'Ａ學﹝號﹞後';
    const { text: folded, starts, ends } = normaliseWithOffsets(text, VARIANTS);
    expect(folded).toBe('a学(号)后');
    expect(starts).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ends).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is the same after packing and unpacking', () => {
    expect(unpackVariants(packVariants(VARIANTS))).toEqual(VARIANTS);
    expect(packVariants(new Map([...VARIANTS].reverse()))).toBe(packVariants(VARIANTS));
    expect(unpackVariants('')).toEqual(new Map());
  });

  it('concerns no text of ordinary characters', () => {
    const ordinary = gb2312().filter((character) => !FOLDED_STANDARD.has(character));
    expect(mayHoldVariants(ordinary.join(''))).toBe(false);
    expect(mayHoldVariants('二〇一一年，café「四个一」（試')).toBe(true);
    expect(mayHoldVariants('二〇一一年，café「四个一」カタカナ한국어𠮷々瞭望')).toBe(false);
    expect(pairs.filter(([from]) => !mayHoldVariants(from))).toEqual([]);
  });
});
