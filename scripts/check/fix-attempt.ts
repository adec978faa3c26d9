import { applyEdits, type EditGroup } from '../../src/lint/apply-edits.ts';
import type { Issue } from '../../src/lint/issue.ts';
import { bodyOffset } from '../../src/lint/source-offsets.ts';
import { treeShape } from '../../src/lint/tree-shape.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { parseSource, type SourceDocument } from '../../src/schema/source.ts';

/** The edits of one issue. */
interface IssueEdits extends EditGroup {
  issue: Issue;
}

/** A document as it would be, with the edits that make it so. */
export interface Attempt {
  before: SourceDocument;
  after: SourceDocument;
  groups: readonly IssueEdits[];
}

/** Tries the edits of some issues of one document; `refused` are the rules whose edits don't fit its text. */
export function attempt(
  before: SourceDocument,
  issues: readonly Issue[],
): { attempt: Attempt | undefined; refused: string[] } {
  const groups = issues.map((issue): IssueEdits => ({ rule: issue.rule, edits: issue.edits ?? [], issue }));
  const { collection, file, text } = before;
  const { text: next, applied, refused } = applyEdits(text, groups);
  const after = parseSource(collection, file, next);
  return {
    attempt: applied.length > 0 ? { before, after, groups: applied } : undefined,
    refused: refused.map(({ rule }) => rule),
  };
}

/** Why a document's text must not be edited at all; undefined when it may. */
export function untouchable(source: SourceDocument): string | undefined {
  if (source.syntaxProblems.length > 0) return '著录信息读不了，没有自动改：先照报告改正，再运行一次';
  return parseBody(source.body).ok ? undefined : '正文读不了，没有自动改：先照报告改正，再运行一次';
}

/** Files whose attempt must not stand, with the reason in Chinese. */
export function failedAttempts(
  attempts: ReadonlyMap<string, Attempt>,
  before: readonly Issue[],
  after: readonly Issue[],
): Map<string, string> {
  const caused = after.filter((issue) => !isUncovered(issue, attempts.get(issue.file)));
  const risen = newProblems(before, caused);
  const elsewhere = [...risen].find(([file]) => !attempts.has(file));
  const failed = new Map<string, string>();
  for (const [file, each] of attempts) {
    const rule = risen.get(file);
    if (!keepsShape(each)) failed.set(file, '改后正文的结构会变');
    else if (rule !== undefined) failed.set(file, `改后会出现新的问题（规则 ${rule}）`);
    else if (elsewhere && touchesFrontmatter(each))
      failed.set(file, `改后 ${elsewhere[0]} 会出现新的问题（规则 ${elsewhere[1]}）`);
  }
  return failed;
}

/**
 * A warning on the frontmatter that was there all along: rules ask nothing of a field that its schema refuses, and say
 * what they have to say once it is mended.
 */
function isUncovered({ severity, line }: Issue, attempt: Attempt | undefined): boolean {
  if (severity !== 'warning' || !attempt || line >= attempt.after.bodyLine) return false;
  return attempt.groups.some(({ rule }) => rule === 'frontmatter-schema');
}

/** Files in which some rule would report more than before, with that rule. */
function newProblems(before: readonly Issue[], after: readonly Issue[]): Map<string, string> {
  const key = ({ file, rule }: Issue) => `${file}\n${rule}`;
  const counts = Map.groupBy(before, key);
  const risen = new Map<string, string>();
  for (const [each, issues] of Map.groupBy(after, key)) {
    const [issue] = issues;
    if (issue && issues.length > (counts.get(each)?.length ?? 0)) risen.set(issue.file, issue.rule);
  }
  return risen;
}

function keepsShape({ before, after }: Attempt): boolean {
  if (after.syntaxProblems.length > 0) return false;
  const [old, next] = [parseBody(before.body), parseBody(after.body)];
  return old.ok && next.ok && treeShape(old.tree) === treeShape(next.tree);
}

function touchesFrontmatter({ before, groups }: Attempt): boolean {
  const body = bodyOffset(before);
  return groups.some(({ edits }) => edits.some(({ start }) => start < body));
}
