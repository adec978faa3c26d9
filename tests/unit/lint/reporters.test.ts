import { describe, expect, test } from 'vitest';
import type { Issue } from '../../../src/lint/issue.ts';
import { reportGithub } from '../../../src/lint/reporters/github.ts';
import { reportJson } from '../../../src/lint/reporters/json.ts';
import { reportText } from '../../../src/lint/reporters/text.ts';

const error: Issue = {
  rule: 'file-name',
  severity: 'error',
  file: 'content/plans/甲,乙: 100%.mdx',
  line: 3,
  column: 5,
  found: '文件名“100%”',
  expected: '英文字母',
  fix: '改名',
};
const warning: Issue = { ...error, severity: 'warning', file: 'a.mdx', column: undefined };

describe('reporters', () => {
  test('text gives two lines an issue and a summary', () => {
    expect(reportText([error, warning], 7)).toBe(
      [
        'content/plans/甲,乙: 100%.mdx:3:5 错误：发现文件名“100%”，应为英文字母。',
        '  改法：改名。（规则 file-name，说明见帮助 /help/rules/file-name/）',
        'a.mdx:3 警告：发现文件名“100%”，应为英文字母。',
        '  改法：改名。（规则 file-name，说明见帮助 /help/rules/file-name/）',
        '检查了 7 个文件：1 个错误，1 个警告。请先改正错误再提交。',
      ].join('\n'),
    );
    expect(reportText([], 0)).toBe('检查了 0 个文件：0 个错误，0 个警告。可以发布。');
  });

  test('github escapes what would end a property or a command', () => {
    expect(reportGithub([error, warning], 7).split('\n').slice(0, 2)).toEqual([
      '::error file=content/plans/甲%2C乙%3A 100%25.mdx,line=3,col=5,title=file-name::发现文件名“100%25”，应为英文字母。改法：改名。',
      '::warning file=a.mdx,line=3,title=file-name::发现文件名“100%25”，应为英文字母。改法：改名。',
    ]);
    expect(reportGithub([{ ...warning, found: '甲\r\n::error::乙' }], 1)).toContain(
      '发现甲%0D%0A::error::乙',
    );
  });

  test('json is one object with counts', () => {
    expect(JSON.parse(reportJson([error, warning], 7))).toMatchObject({
      version: 1,
      files: 7,
      errors: 1,
      warnings: 1,
    });
  });
});
