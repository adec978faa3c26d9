/** What `npm audit --json` says of the packages that make the site. */
import * as z from 'zod';

const SEVERITIES = ['critical', 'high', 'moderate', 'low', 'info'] as const;
const LABELS: Record<(typeof SEVERITIES)[number], string> = {
  ...{ critical: '严重', high: '高', moderate: '中', low: '低', info: '提示' },
};

const report = z.object({
  auditReportVersion: z.number(),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(SEVERITIES),
      range: z.string(),
      isDirect: z.boolean(),
      fixAvailable: z.union([z.boolean(), z.object({ name: z.string(), version: z.string() })]),
    }),
  ),
});

/** `asked` is false when the registry gave no answer: nothing is known then, which is not the same as no weakness. */
export type AuditResult = { asked: false } | { asked: true; grave: number; lines: string[] };

/** Reads the report; `grave` counts what is high or critical. */
export function readAudit(text: string): AuditResult {
  const read = report.safeParse(parsed(text));
  if (!read.success) return { asked: false };
  const found = Object.entries(read.data.vulnerabilities).toSorted(
    ([a, first], [b, second]) =>
      SEVERITIES.indexOf(first.severity) - SEVERITIES.indexOf(second.severity) || (a < b ? -1 : 1),
  );
  return {
    asked: true,
    grave: found.filter(([, { severity }]) => severity === 'critical' || severity === 'high').length,
    lines: found.map(([name, { severity, range, isDirect, fixAvailable }]) => {
      const mend =
        typeof fixAvailable === 'object'
          ? `升级 ${fixAvailable.name} 到 ${fixAvailable.version}`
          : fixAvailable
            ? '运行 npm audit fix --package-lock-only，再跑全部测试'
            : '还没有改好的版本，看看网站用不用得到有弱点的部分';
      return `发现 ${name} ${range} 有已知弱点（${LABELS[severity]}${isDirect ? '' : '，由别的包带来'}），应为没有已知弱点的版本。改法：${mend}。`;
    }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
