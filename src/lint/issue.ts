import type { Severity } from '../schema/severity.ts';

export type { Severity };

/** A replacement that mends a problem without changing what the text says. */
export interface TextEdit {
  /** UTF-16 offsets in the file's text, a byte order mark at its beginning not counted (`SourceDocument.text`). */
  start: number;
  end: number;
  /** What is to stand there instead. */
  text: string;
  /** Han characters may differ: a look-alike gives way to the character that it stands for. */
  replacesHan?: true;
}

/** One problem found in the content, worded for an editor. The only shape that reporters know. */
export interface Issue {
  /** Id of the rule that found it; /help/rules/<id>/ explains the rule. */
  rule: string;
  severity: Severity;
  /** Path below the content folder, e.g. plans/2012-work-plan.mdx. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units, where known. */
  column?: number;
  /** What stands there: 发现…… */
  found: string;
  /** What should stand there: 应为…… */
  expected: string;
  /** How to mend it: 改法：…… */
  fix: string;
  /** What `npm run check -- --fix` may write to mend it; all of them or none. */
  edits?: readonly TextEdit[];
}

/** How many of the issues are errors and how many warnings. */
export function countIssues(issues: readonly Issue[]): { errors: number; warnings: number } {
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  return { errors, warnings: issues.length - errors };
}
