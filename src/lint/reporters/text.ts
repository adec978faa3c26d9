import type { Issue } from '../issue.ts';
import { mending, type Report, sentence, summary } from './report.ts';

/** From so many issues on a reader needs to see first what they are about. */
const MANY = 50;

/** The check's result in words: two lines an issue, of many how many each rule found, then the summary. */
export function reportText(report: Report): string {
  const { issues } = report;
  const groups = issues.length > MANY ? ['', ...byRule(issues)] : [];
  return [...issues.map(describe), ...groups, summary(report)].join('\n');
}

function describe(issue: Issue): string {
  const place =
    issue.column === undefined
      ? `${issue.file}:${issue.line}`
      : `${issue.file}:${issue.line}:${issue.column}`;
  const severity = issue.severity === 'error' ? '错误' : '警告';
  return `${place} ${severity}：${sentence(issue)}\n  ${mending(issue)}（规则 ${issue.rule}，说明见帮助 /help/rules/${issue.rule}/）`;
}

/** One line a rule: how many errors and warnings in how many files; the most first. */
function byRule(issues: readonly Issue[]): string[] {
  const groups = [...Map.groupBy(issues, ({ rule }) => rule)].map(([rule, found]) => {
    const errors = found.filter(({ severity }) => severity === 'error').length;
    const files = new Set(found.map(({ file }) => file)).size;
    return { rule, errors, warnings: found.length - errors, files };
  });
  const sorted = groups.sort(
    (a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.rule < b.rule ? -1 : 1),
  );
  return [
    '按规则合计：',
    ...sorted.map(
      ({ rule, errors, warnings, files }) =>
        `  ${rule}：${errors} 个错误，${warnings} 个警告，在 ${files} 个文件里`,
    ),
  ];
}
