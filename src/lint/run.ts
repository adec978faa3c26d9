import type { Issue } from './issue.ts';
import type { LintContext, Rule } from './rule.ts';

/**
 * Runs every rule over the context and returns all issues, sorted by file (byte order), line and rule.
 * Text taken from the content is made fit to print: control characters and direction marks, with which a
 * hostile file could forge lines of the report, become “�”.
 */
export function runRules(context: LintContext, rules: readonly Rule[]): Issue[] {
  const issues = rules.flatMap((rule) =>
    [...rule.check(context)].map((finding) =>
      printable({ rule: rule.id, severity: rule.severity, ...finding }),
    ),
  );
  return issues.sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      compare(a.rule, b.rule) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function printable(issue: Issue): Issue {
  return { ...issue, found: clean(issue.found), expected: clean(issue.expected), fix: clean(issue.fix) };
}

function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu, '\uFFFD');
}
