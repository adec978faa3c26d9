import { describe, expect, it } from 'vitest';
import { widen } from '../../../src/core/widths.ts';

describe('widen', () => {
  it.each([
    ['为指导,紧紧围绕;目标:提高(全面)!吗?', '为指导，紧紧围绕；目标：提高（全面）！吗？'],
    ['“土壤”, 让教书育人', '“土壤”，让教书育人'],
    ['开课率100%,其中8:30开始,共1,200元', '开课率100%，其中8:30开始，共1,200元'],
    ['依据云教发[2011]5号,云教发(2011)6 号,落实', '依据云教发[2011]5号，云教发(2011)6 号，落实'],
    ['《方案(试行)》(云教发〔2011〕5号)的', '《方案（试行）》（云教发〔2011〕5号）的'],
    [
      '函数f(x)的值与 http://example.invalid/?a=1,2 都不动',
      '函数f(x)的值与 http://example.invalid/?a=1,2 都不动',
    ],
    ['一)分类推进', '一）分类推进'],
    ['第(1)项与(a)项', '第（1）项与（a）项'],
    ['Only Latin, here: (no change)!', 'Only Latin, here: (no change)!'],
    ['混用（半角)配对', '混用（半角）配对'],
    ['“四个一”(听课,评课)', '“四个一”（听课，评课）'],
  ])('%s', (text, expected) => {
    expect(widen(text).units.join('')).toBe(expected);
  });

  it('keeps one entry per UTF-16 unit and counts what it changed', () => {
    const text = '“甲”, 乙,𠮷(丙)';
    const { units, marks, spaces } = widen(text);
    expect(units).toHaveLength(text.length);
    expect({ marks, spaces }).toEqual({ marks: 4, spaces: 1 });
  });
});
