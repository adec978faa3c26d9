import { describe, expect, it } from 'vitest';
import { parseDocNumber } from '../../../src/core/docnumber.ts';
import { mayBeDocNumber } from '../../../src/search/number-query.ts';

describe('whether a query could be a document number', () => {
  it.each([
    '云教发〔2009〕67号',
    '云教发［２００９］第067 號',
    '云教发2009-67',
    '云教发[2009]67',
    '国务院令第687号',
    '国务院令第六百八十七号',
    '国务院令第六百八十七',
    '国办发〔一九九八〕五号',
    '国办发〔二〇〇八〕五号',
    '教育部公告2021年第3号',
    '（云教发〔2009〕67号）',
  ])('says yes to %s, which is one', (query) => {
    expect(parseDocNumber(query)).toBeDefined();
    expect(mayBeDocNumber(query)).toBe(true);
  });

  it.each(['磨课', '四个一工程', '指导 思想', '2011', 'iPad 2', '', '“双减”'])('says no to %s', (query) => {
    expect(parseDocNumber(query)).toBeUndefined();
    expect(mayBeDocNumber(query)).toBe(false);
  });
});
