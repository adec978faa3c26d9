import { describe, expect, it } from 'vitest';
import { numberKey } from '../../../src/core/number-key.ts';

describe('numberKey', () => {
  it.each([
    ['中国人民银行令〔2016〕3号', '中国人民银行令2016年第3号'],
    ['国令第761号', '国务院令第761号'],
    ['教育部公告〔2021〕3号', '教育部公告2021年第3号'],
    ['教育部、财政部令第5号', '教育部财政部令第5号'],
  ])('%s and %s are one document', (one, other) => {
    expect(numberKey(one)).toBe(numberKey(other));
  });

  it.each([
    ['云教发〔2016〕3号', '云教字〔2016〕3号'],
    ['云教发〔2016〕3号', '云教发〔2016〕13号'],
    ['教育部令2016年第3号', '教育部令第3号'],
    ['教育部令第3号', '教育部公告第3号'],
  ])('%s and %s are two', (one, other) => {
    expect(numberKey(one)).not.toBe(numberKey(other));
  });
});
