import type { TextEdit } from './issue.ts';

/** The edits of one problem: written all or none. */
export interface EditGroup {
  rule: string;
  edits: readonly TextEdit[];
}

/** What came of an attempt to edit a text. */
export interface Edited<T extends EditGroup> {
  text: string;
  applied: T[];
  /** Left for another pass: they overlap what was applied. */
  waiting: T[];
  /** They would change what the text says, or don't fit it. */
  refused: T[];
}

/**
 * Applies groups of edits to a text, the first come first; a group that overlaps one before it waits. A group that
 * would lose or add a Han character without saying so, or reaches out of the text, is refused.
 */
export function applyEdits<T extends EditGroup>(text: string, groups: readonly T[]): Edited<T> {
  const result: Edited<T> = { text, applied: [], waiting: [], refused: [] };
  const taken: TextEdit[] = [];
  for (const group of groups) {
    if (group.edits.length === 0 || !group.edits.every((edit) => isFaithful(text, edit)))
      result.refused.push(group);
    else if (overlapsItself(group.edits)) result.refused.push(group);
    else if (group.edits.some((edit) => taken.some((other) => overlap(edit, other))))
      result.waiting.push(group);
    else {
      taken.push(...group.edits);
      result.applied.push(group);
    }
  }
  result.text = [...taken]
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, text: put }) => edited.slice(0, start) + put + edited.slice(end), text);
  return result;
}

function isFaithful(text: string, { start, end, text: put, replacesHan }: TextEdit): boolean {
  if (!(start >= 0 && start <= end && end <= text.length)) return false;
  const old = text.slice(start, end);
  return old !== put && (replacesHan === true || hanOf(old) === hanOf(put));
}

function hanOf(text: string): string {
  return text.match(/\p{Script=Han}/gu)?.join('') ?? '';
}

function overlapsItself(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some((edit, index) => index > 0 && (sorted[index - 1]?.end ?? 0) > edit.start);
}

/** Two edits that share a character or begin at one place. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
