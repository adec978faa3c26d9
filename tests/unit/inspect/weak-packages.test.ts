import { describe, expect, test } from 'vitest';
import { readAudit } from '../../../src/inspect/weak-packages.ts';

const report = (vulnerabilities: object): string =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });
const weak = (severity: string, more: object = {}): object => ({
  ...{ severity, range: '<1.2.3', isDirect: true, fixAvailable: true, via: [], effects: [], nodes: [] },
  ...more,
});

describe('what npm says of the packages', () => {
  test('is nothing when none is weak', () => {
    expect(readAudit(report({}))).toEqual({ asked: true, grave: 0, lines: [] });
  });

  test('is told by severity, with the mend', () => {
    const result = readAudit(
      report({
        a: weak('low', { fixAvailable: false }),
        b: weak('critical', {
          isDirect: false,
          fixAvailable: { name: 'c', version: '2.0.0', isSemVerMajor: true },
        }),
        d: weak('high'),
      }),
    );
    expect(result).toEqual({
      asked: true,
      grave: 2,
      lines: [
        '发现 b <1.2.3 有已知弱点（严重，由别的包带来），应为没有已知弱点的版本。改法：升级 c 到 2.0.0。',
        '发现 d <1.2.3 有已知弱点（高），应为没有已知弱点的版本。改法：运行 npm audit fix --package-lock-only，再跑全部测试。',
        '发现 a <1.2.3 有已知弱点（低），应为没有已知弱点的版本。改法：还没有改好的版本，看看网站用不用得到有弱点的部分。',
      ],
    });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'npm error network'],
    ['an error', '{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":"","detail":""}}'],
    ['another shape', '{"auditReportVersion":2}'],
  ])('is not known from %s', (_what, text) => {
    expect(readAudit(text)).toEqual({ asked: false });
  });
});
