import type { Issue } from '../issue.ts';
import { mending, sentence, summary } from './text.ts';

/**
 * Workflow commands that GitHub shows beside the changed lines. `issue.file` must be relative to the repository's root.
 * Escaping as in the Actions toolkit: % CR LF in messages, also : and , in properties.
 */
export function reportGithub(
  issues: readonly Issue[],
  files: number,
  drafts: readonly string[] = [],
): string {
  return [...issues.map(command), summary(issues, files, drafts)].join('\n');
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

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
