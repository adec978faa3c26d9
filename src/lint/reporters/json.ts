import { countIssues, type Issue } from '../issue.ts';

/** The JSON report. Fields are only ever added; a change of meaning raises `version`. */
export interface JsonReport {
  version: 1;
  /** How many files were judged. */
  files: number;
  errors: number;
  warnings: number;
  /** Sorted by file, line and rule. */
  issues: readonly Issue[];
}

/** The check's result as one JSON object. */
export function reportJson(issues: readonly Issue[], files: number): string {
  const report: JsonReport = { version: 1, files, ...countIssues(issues), issues };
  return JSON.stringify(report, null, 2);
}
