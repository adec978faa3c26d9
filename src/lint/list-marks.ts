import type { List } from 'mdast';
import type { SourceDocument } from '../schema/source.ts';
import { fileOffset } from './source-offsets.ts';

/** The number of an item of an ordered Markdown list. */
export interface ListMark {
  /** As it is typed in the file. */
  typed: number;
  /** As a page shows it: Markdown counts on from the first item, whatever is typed after it. */
  shown: number;
  /** The list that it belongs to, by the line on which that begins. */
  list: number;
  /** How many lists it stands in. */
  level: number;
}

/** The numbers of an ordered list's items; none for a list of dots. */
export function listMarks(list: List, source: SourceDocument, level: number): ListMark[] {
  if (!list.ordered) return [];
  const first = list.start ?? 1;
  const typed = list.children.map(({ position }) => typedNumber(source, position?.start));
  // Items that all bear one number are a way to let Markdown count.
  const uniform = typed.every((number) => number === typed[0]);
  return typed.map((number, index) => ({
    typed: uniform ? first + index : (number ?? first + index),
    shown: first + index,
    list: list.position?.start.line ?? 0,
    level,
  }));
}

function typedNumber(
  source: SourceDocument,
  at: { line: number; column: number } | undefined,
): number | undefined {
  if (!at) return undefined;
  const offset = fileOffset(source, at);
  const digits = /^\d{1,9}(?=[.)])/.exec(source.text.slice(offset, offset + 10))?.[0];
  return digits === undefined ? undefined : Number(digits);
}
