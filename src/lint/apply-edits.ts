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
  const taken = new Map<number, TextEdit>();
  for (const group of groups) {
    const fits = group.edits.length > 0 && group.edits.every((edit) => isFaithful(text, edit));
    if (!fits || overlapsItself(group.edits)) result.refused.push(group);
    else if (group.edits.some((edit) => placesOf(edit).some((place) => taken.has(place))))
      result.waiting.push(group);
    else {
      for (const edit of group.edits) for (const place of placesOf(edit)) taken.set(place, edit);
      result.applied.push(group);
    }
  }
  result.text = write(text, [...new Set(taken.values())]);
  return result;
}

/** Where an edit lies: each character that it replaces, and for an insertion the place itself. */
function placesOf({ start, end }: TextEdit): number[] {
  return Array.from({ length: Math.max(1, end - start) }, (_, index) => start + index);
}

function write(text: string, edits: TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of edits.sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), put);
    at = end;
  }
  return parts.join('') + text.slice(at);
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
