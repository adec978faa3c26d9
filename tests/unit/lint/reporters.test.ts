import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { ExceptedIssue } from '../../../src/lint/exceptions.ts';
import type { Issue } from '../../../src/lint/issue.ts';
import { reportGithub } from '../../../src/lint/reporters/github.ts';
import { reportJobSummary } from '../../../src/lint/reporters/job-summary.ts';
import { reportJson } from '../../../src/lint/reporters/json.ts';
import type { Report } from '../../../src/lint/reporters/report.ts';
import { reportSarif } from '../../../src/lint/reporters/sarif.ts';
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

const report = (issues: Issue[], files: number, excepted: ExceptedIssue[] = []): Report => ({
  issues,
  excepted,
  files,
  drafts: [],
});
const excepted: ExceptedIssue = { ...warning, reason: '原件如此' };

describe('reporters', () => {
  test('text gives two lines an issue and a summary', () => {
    expect(reportText(report([error, warning], 7))).toBe(
      [
        'content/plans/甲,乙: 100%.mdx:3:5 错误：发现文件名“100%”，应为英文字母。',
        '  改法：改名。（规则 file-name，说明见帮助 /help/rules/file-name/）',
        'a.mdx:3 警告：发现文件名“100%”，应为英文字母。',
        '  改法：改名。（规则 file-name，说明见帮助 /help/rules/file-name/）',
        '检查了 7 个文件：1 个错误，1 个警告。请先改正错误再提交。',
      ].join('\n'),
    );
    expect(reportText(report([], 0))).toBe('检查了 0 个文件：0 个错误，0 个警告。可以发布。');
  });

  test('text counts what is excepted without showing it', () => {
    expect(reportText(report([], 3, [excepted, excepted]))).toBe(
      '检查了 3 个文件：0 个错误，0 个警告。另有 2 处按 exceptions.yml 不报。可以发布。',
    );
  });

  test('text says of many issues how many each rule found, errors before warnings', () => {
    const many = Array.from({ length: 49 }, (_, index): Issue => ({ ...warning, line: index + 1 }));
    expect(reportText(report([...many, error], 2))).not.toContain('按规则合计');
    const text = reportText(
      report([...many, { ...warning, file: 'b.mdx' }, { ...error, rule: 'link-missing' }], 2),
    );
    expect(text.split('\n').slice(-4)).toEqual([
      '按规则合计：',
      '  link-missing：1 个错误，0 个警告，在 1 个文件里',
      '  file-name：0 个错误，50 个警告，在 2 个文件里',
      '检查了 2 个文件：1 个错误，50 个警告。请先改正错误再提交。',
    ]);
  });

  test('github escapes what would end a property or a command, and puts errors first', () => {
    expect(
      reportGithub(report([warning, error], 7))
        .split('\n')
        .slice(0, 2),
    ).toEqual([
      '::error file=content/plans/甲%2C乙%3A 100%25.mdx,line=3,col=5,title=file-name::发现文件名“100%25”，应为英文字母。改法：改名。',
      '::warning file=a.mdx,line=3,title=file-name::发现文件名“100%25”，应为英文字母。改法：改名。',
    ]);
    expect(reportGithub(report([{ ...warning, found: '甲\r\n::error::乙' }], 1))).toContain(
      '发现甲%0D%0A::error::乙',
    );
  });

  test('github says where the rest is when there are more than it shows', () => {
    const ten = Array.from({ length: 10 }, () => warning);
    expect(reportGithub(report([...ten, error], 1)).split('\n')).toHaveLength(12);
    const lines = reportGithub(report([...ten, warning], 1)).split('\n');
    expect(lines.at(-1)).toMatch(/只显示前 10 个错误和前 10 个警告.*Summary/);
  });

  test('the job summary is a table in which nothing of the content is markup', () => {
    const hostile = { ...error, found: '“|<b>`@甲` https://x [乙](/)”' };
    const lines = reportJobSummary(report([warning, hostile], 2))
      .trimEnd()
      .split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '## 内容检查',
      '',
      '检查了 2 个文件：1 个错误，1 个警告。请先改正错误再提交。',
    ]);
    expect(lines[6]).toContain(
      '| 错误 | 发现“&#124;&#60;b&#62;&#96;&#64;\u2060甲&#96; https:\u2060//x &#91;乙&#93;(/)”',
    );
    expect(lines[7]).toContain('| 警告 |');
    expect(lines).toHaveLength(8);
  });

  test('the job summary stays below what GitHub takes', () => {
    const many = Array.from({ length: 20_000 }, () => error);
    const summary = reportJobSummary(report(many, 1));
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(/还有 \d+ 处，见运行记录。\n$/);
    expect(reportJobSummary(report([], 1))).toBe(
      '## 内容检查\n\n检查了 1 个文件：0 个错误，0 个警告。可以发布。\n\n',
    );
  });

  test('json is one object with counts, and what is excepted with its reason', () => {
    expect(JSON.parse(reportJson(report([error, warning], 7, [excepted])))).toMatchObject({
      version: 1,
      files: 7,
      errors: 1,
      warnings: 1,
      excepted: [{ rule: 'file-name', file: 'a.mdx', reason: '原件如此' }],
    });
  });
});

describe('sarif', () => {
  const rules = [
    {
      id: 'link-missing',
      severity: 'error',
      title: '链接',
      helpUri: 'https://example.org/help/rules/link-missing/',
    },
    {
      id: 'file-name',
      severity: 'error',
      title: '文件名',
      helpUri: 'https://example.org/help/rules/file-name/',
    },
  ] as const;
  const log = JSON.parse(reportSarif(report([error, warning], 7, [excepted]), rules));

  test('has the essentials of the 2.1.0 schema', () => {
    const text = {
      type: 'object',
      required: ['text'],
      properties: { text: { type: 'string', minLength: 1 } },
    };
    const level = { enum: ['none', 'note', 'warning', 'error'] };
    const location = {
      type: 'object',
      required: ['physicalLocation'],
      properties: {
        physicalLocation: {
          type: 'object',
          required: ['artifactLocation', 'region'],
          properties: {
            artifactLocation: {
              type: 'object',
              required: ['uri'],
              properties: {
                uri: { type: 'string', pattern: "^(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$" },
                uriBaseId: { type: 'string' },
              },
            },
            region: {
              type: 'object',
              required: ['startLine'],
              properties: {
                startLine: { type: 'integer', minimum: 1 },
                startColumn: { type: 'integer', minimum: 1 },
              },
              additionalProperties: false,
            },
          },
        },
      },
    };
    const schema = {
      type: 'object',
      required: ['version', 'runs'],
      properties: {
        version: { const: '2.1.0' },
        $schema: { type: 'string' },
        runs: {
          type: 'array',
          items: {
            type: 'object',
            required: ['tool', 'results'],
            properties: {
              columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
              tool: {
                type: 'object',
                required: ['driver'],
                properties: {
                  driver: {
                    type: 'object',
                    required: ['name', 'rules'],
                    properties: {
                      rules: {
                        type: 'array',
                        uniqueItems: true,
                        items: {
                          type: 'object',
                          required: ['id'],
                          properties: {
                            id: { type: 'string' },
                            shortDescription: text,
                            helpUri: { type: 'string', pattern: '^https?://' },
                            defaultConfiguration: { type: 'object', properties: { level } },
                          },
                          additionalProperties: false,
                        },
                      },
                    },
                  },
                },
              },
              results: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['message'],
                  properties: {
                    ruleId: { type: 'string' },
                    ruleIndex: { type: 'integer', minimum: -1 },
                    level,
                    message: text,
                    locations: { type: 'array', items: location },
                    suppressions: {
                      type: 'array',
                      uniqueItems: true,
                      items: {
                        type: 'object',
                        required: ['kind'],
                        properties: {
                          kind: { enum: ['inSource', 'external'] },
                          status: { enum: ['accepted', 'underReview', 'rejected'] },
                          justification: { type: 'string' },
                        },
                        additionalProperties: false,
                      },
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    };
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(log);
    expect(validate.errors).toBeNull();
  });

  test('names rules by index, files by relative address, and what is excepted as suppressed', () => {
    const [first, second, third] = log.runs[0].results;
    expect(first).toMatchObject({ ruleId: 'file-name', ruleIndex: 1, level: 'error' });
    expect(first.message.text).toBe('发现文件名“100%”，应为英文字母。改法：改名。');
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: {
        uri: 'content/plans/%E7%94%B2%2C%E4%B9%99%3A%20100%25.mdx',
        uriBaseId: '%SRCROOT%',
      },
      region: { startLine: 3, startColumn: 5 },
    });
    expect(second).toMatchObject({
      level: 'warning',
      locations: [{ physicalLocation: { region: { startLine: 3 } } }],
    });
    expect(second.suppressions).toBeUndefined();
    expect(third.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: '原件如此' }]);
  });
});
