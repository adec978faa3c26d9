import type { ExceptedIssue } from '../exceptions.ts';
import { countIssues, type Issue } from '../issue.ts';

/** What reporters print. */
export interface Report {
  /** Sorted by file, line and rule. */
  issues: readonly Issue[];
  /** Kept out of the report by exceptions.yml; sorted likewise. */
  excepted: readonly ExceptedIssue[];
  /** How many files were judged. */
  files: number;
  /** Those of them that are drafts and won't be published. */
  drafts: readonly string[];
}

/** The closing lines of every report for people. */
export function summary(report: Report): string {
  return [counted(report), ...reminder(report)].join('\n');
}

/** What waits to be published, so that nobody looks for it on the site. */
function reminder({ drafts }: Report): string[] {
  return drafts.length === 0 ? [] : [`草稿 ${drafts.length} 份，不会发布：${drafts.join('、')}。`];
}

function counted({ issues, excepted, files }: Report): string {
  const { errors, warnings } = countIssues(issues);
  const counts = `检查了 ${files} 个文件：${errors} 个错误，${warnings} 个警告。`;
  const silent = excepted.length > 0 ? `另有 ${excepted.length} 处按 exceptions.yml 不报。` : '';
  if (errors > 0) return `${counts}${silent}请先改正错误再提交。`;
  return warnings > 0 ? `${counts}${silent}可以发布；警告请核对。` : `${counts}${silent}可以发布。`;
}

/** The sentence that says what was found and what should be. */
export function sentence(issue: Issue): string {
  return `发现${spaced(issue.found)}，应为${spaced(issue.expected)}。`;
}

/** The sentence that says how to mend it. */
export function mending(issue: Issue): string {
  return `改法：${issue.fix}${issue.edits ? '；npm run check -- --fix 可以代改' : ''}。`;
}

/** A Latin word, a digit or an address after a Chinese word is set off by a space. */
function spaced(text: string): string {
  return /^[\w/#{]/.test(text) ? ` ${text}` : text;
}

/** Errors first, otherwise in the order of the report: where only the first few are shown, these matter. */
export function errorsFirst(issues: readonly Issue[]): Issue[] {
  return [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity !== 'error'),
  ];
}
