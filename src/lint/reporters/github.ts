import type { Issue } from '../issue.ts';
import { errorsFirst, mending, type Report, sentence, summary } from './report.ts';

/** GitHub shows so many annotations of each level for one step, and drops the others without a word. */
const MOST_SHOWN = 10;

/**
 * Workflow commands that GitHub shows beside the changed lines, errors first. `issue.file` must be relative to the
 * repository's root. Escaping as in the Actions toolkit: % CR LF in messages, also : and , in properties.
 */
export function reportGithub(report: Report): string {
  const lines = [...errorsFirst(report.issues).map(command), summary(report)];
  return [...lines, ...hint(report.issues)].join('\n');
}

function hint(issues: readonly Issue[]): string[] {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  if (Math.max(errors, issues.length - errors) <= MOST_SHOWN) return [];
  return [
    `GitHub 在文件旁只显示前 ${MOST_SHOWN} 个错误和前 ${MOST_SHOWN} 个警告；全部问题见这次运行的摘要（Summary）和这里。`,
  ];
}

function command(issue: Issue): string {
  const properties = [
    `file=${escapeProperty(issue.file)}`,
    `line=${issue.line}`,
    ...(issue.column === undefined ? [] : [`col=${issue.column}`]),
    `title=${escapeProperty(issue.rule)}`,
  ];
  return `::${issue.severity} ${properties.join(',')}::${escapeData(`${sentence(issue)}${mending(issue)}`)}`;
}

/** Escapes a message as workflow commands ask. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same for the value of a property. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
