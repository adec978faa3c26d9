import { countIssues, type Issue } from '../issue.ts';

/** The JSON report. Fields are only ever added; a change of meaning raises `version`. */
export interface JsonReport {
  version: 1;
  /** How many files were judged. */
  files: number;
  errors: number;
  warnings: number;
  /** Those of the files that are drafts and won't be published; paths below the content folder. */
  drafts: readonly string[];
  /** Sorted by file, line and rule. */
  issues: readonly Issue[];
}

/** The check's result as one JSON object. */
export function reportJson(issues: readonly Issue[], files: number, drafts: readonly string[] = []): string {
  const report: JsonReport = { version: 1, files, ...countIssues(issues), drafts, issues };
  return JSON.stringify(report, null, 2);
}
