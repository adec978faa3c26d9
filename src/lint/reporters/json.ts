import type { ExceptedIssue } from '../exceptions.ts';
import { countIssues, type Issue } from '../issue.ts';
import type { Report } from './report.ts';

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
  /** Issues that exceptions.yml keeps out of `issues` and of the counts, each with its reason. */
  excepted: readonly ExceptedIssue[];
}

/** The check's result as one JSON object. */
export function reportJson({ issues, excepted, files, drafts }: Report): string {
  const report: JsonReport = { version: 1, files, ...countIssues(issues), drafts, issues, excepted };
  return JSON.stringify(report, null, 2);
}
