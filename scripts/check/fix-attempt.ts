import { applyEdits, type EditGroup } from '../../src/lint/apply-edits.ts';
import type { Issue } from '../../src/lint/issue.ts';
import { treeShape } from '../../src/lint/tree-shape.ts';
import { judgeSource, type LoadedContent, type LoadedDocument } from '../../src/load/content-fs.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { parseSource } from '../../src/schema/source.ts';

/** The edits of one issue. */
interface IssueEdits extends EditGroup {
  issue: Issue;
}

/** A document as it would be, with the edits that make it so. */
export interface Attempt {
  before: LoadedDocument;
  after: LoadedDocument;
  groups: readonly IssueEdits[];
}

/** Tries the edits of some issues of one document; `refused` are the rules whose edits don't fit its text. */
export function attempt(
  before: LoadedDocument,
  issues: readonly Issue[],
): { attempt: Attempt | undefined; refused: string[] } {
  const groups = issues.map((issue): IssueEdits => ({ rule: issue.rule, edits: issue.edits ?? [], issue }));
  const { collection, file, text } = before.source;
  const { text: next, applied, refused } = applyEdits(text, groups);
  const after = judgeSource(parseSource(collection, file, next));
  return {
    attempt: applied.length > 0 ? { before, after, groups: applied } : undefined,
    refused: refused.map(({ rule }) => rule),
  };
}

/** Why a document's text must not be edited at all; undefined when it may. */
export function untouchable({ source }: LoadedDocument): string | undefined {
  if (source.syntaxProblems.length > 0) return '著录信息读不了，没有自动改：先照报告改正，再运行一次';
  return parseBody(source.body).ok ? undefined : '正文读不了，没有自动改：先照报告改正，再运行一次';
}

/** The content as it would be with some attempts. */
export function withAttempts(content: LoadedContent, attempts: ReadonlyMap<string, Attempt>): LoadedContent {
  const documents = content.documents.map(
    (document) => attempts.get(document.source.file)?.after ?? document,
  );
  return { ...content, documents };
}

/** Files whose attempt must not stand, with the reason in Chinese. */
export function failedAttempts(
  attempts: ReadonlyMap<string, Attempt>,
  before: readonly Issue[],
  after: readonly Issue[],
): Map<string, string> {
  const risen = newProblems(before, after);
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
  if (after.source.syntaxProblems.length > 0) return false;
  const [old, next] = [parseBody(before.source.body), parseBody(after.source.body)];
  return old.ok && next.ok && treeShape(old.tree) === treeShape(next.tree);
}

function touchesFrontmatter({ before: { source }, groups }: Attempt): boolean {
  const body = source.text.length - source.body.length;
  return groups.some(({ edits }) => edits.some(({ start }) => start < body));
}
