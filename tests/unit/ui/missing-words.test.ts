import { describe, expect, it } from 'vitest';
import { formatDocNumber, parseDocNumber } from '../../../src/core/docnumber.ts';
import { kindWords, newCommand } from '../../../src/ui/missing-words.ts';

describe('newCommand', () => {
  it.each(['云教发〔2009〕12号', '国务院令第687号', '教育部公告2021年第3号'])(
    'names %s as npm run new reads it',
    (number) => {
      const typed = /--number "([^"]+)"/.exec(newCommand(number, undefined))?.[1] ?? '';
      const parsed = parseDocNumber(typed);
      expect(parsed && formatDocNumber(parsed)).toBe(number);
    },
  );

  it('gives the title unless a shell might misread it', () => {
    expect(newCommand('云教发〔2009〕12号', '评课的通知')).toBe(
      'npm run new -- policy --number "云教发〔2009〕12号" --title "评课的通知"',
    );
    for (const title of ['a"; rm -rf /', '$(id)', '`id`', '%PATH%', 'a\\', '!x'])
      expect(newCommand('云教发〔2009〕12号', title)).not.toContain('--title');
  });
});

it('says what kind of number it is', () => {
  expect(kindWords('云教发〔2009〕12号')).toBe('发文字号，2009年');
  expect(kindWords('教育部令第5号')).toBe('令号');
  expect(kindWords('教育部公告2021年第3号')).toBe('公告编号，2021年');
  expect(kindWords('中国人民银行令〔2016〕3号')).toBe('令号，2016年');
  expect(kindWords('云岭区教育局公告〔2016〕3号')).toBe('公告编号，2016年');
});
