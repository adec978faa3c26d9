import { countIssues, type Issue } from '../issue.ts';

/**
 * The check's result in words: two lines an issue, then the summary. `files` is how many files were judged, `drafts` are
 * those of them that won't be published.
 */
export function reportText(issues: readonly Issue[], files: number, drafts: readonly string[] = []): string {
  return [...issues.map(describe), summary(issues, files, drafts)].join('\n');
}

/** The closing lines, also used by the GitHub report. */
export function summary(issues: readonly Issue[], files: number, drafts: readonly string[]): string {
  const { errors, warnings } = countIssues(issues);
  const counts = `检查了 ${files} 个文件：${errors} 个错误，${warnings} 个警告。`;
  return [`${counts}${verdict(errors, warnings)}`, ...reminder(drafts)].join('\n');
}

function verdict(errors: number, warnings: number): string {
  if (errors > 0) return '请先改正错误再提交。';
  return warnings > 0 ? '可以发布；警告请核对。' : '可以发布。';
}

/** What waits to be published, so that nobody looks for it on the site. */
function reminder(drafts: readonly string[]): string[] {
  return drafts.length === 0 ? [] : [`草稿 ${drafts.length} 份，不会发布：${drafts.join('、')}。`];
}

/** The sentence that says what was found and what should be. */
export function sentence(issue: Issue): string {
  return `发现${spaced(issue.found)}，应为${spaced(issue.expected)}。`;
}

/** A Latin word, a digit or an address after a Chinese word is set off by a space. */
function spaced(text: string): string {
  return /^[\w/#{]/.test(text) ? ` ${text}` : text;
}

/** The sentence that says how to mend it. */
export function mending(issue: Issue): string {
  return `改法：${issue.fix}。`;
}

function describe(issue: Issue): string {
  const place =
    issue.column === undefined
      ? `${issue.file}:${issue.line}`
      : `${issue.file}:${issue.line}:${issue.column}`;
  const severity = issue.severity === 'error' ? '错误' : '警告';
  return `${place} ${severity}：${sentence(issue)}\n  ${mending(issue)}（规则 ${issue.rule}，说明见帮助 /help/rules/${issue.rule}/）`;
}
