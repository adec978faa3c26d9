import { byNesting, type Piece, type PieceMark } from './escape.ts';
import type { FootnotePlace, InlineMark } from './manuscript.ts';
import type { Supply } from './supply.ts';

/** What is set off in a text whose units are given one by one. Offsets are those of the text. */
export interface Cuts {
  supplies: readonly Supply[];
  marks: readonly InlineMark[];
  footnotes: readonly FootnotePlace[];
}

/** Cuts a text at every border of a mark, a footnote or a supplied bracket. `labels` names footnotes by their ids. */
export function cutPieces(
  units: readonly string[],
  cuts: Cuts,
  labels: ReadonlyMap<string, string>,
): Piece[] {
  const marks = cuts.marks.flatMap((mark) => trimMark(units, mark));
  const borders = [
    ...cuts.supplies.map(({ at }) => at),
    ...cuts.footnotes.map(({ at }) => at),
    ...marks.flatMap(({ start, end }) => [start, end]),
  ];
  const starts = [...new Set([0, ...borders, units.length])].sort((a, b) => a - b);
  return starts.flatMap((from, index) => {
    const to = starts[index + 1] ?? units.length;
    const covering = marks.filter(({ start, end }) => start <= from && end >= to && to > from);
    return piecesAt(units.slice(from, to).join(''), {
      marks: nested(covering),
      supplied: cuts.supplies.filter(({ at }) => at === from).map(({ text }) => text),
      footnotes: cuts.footnotes.filter(({ at }) => at === from).map(({ id }) => labels.get(id) ?? id),
    });
  });
}

function piecesAt(
  text: string,
  { marks, supplied, footnotes }: { marks: PieceMark[]; supplied: string[]; footnotes: string[] },
): Piece[] {
  const rest: Piece = {
    text,
    supplied: false,
    ...(marks.length > 0 ? { marks } : {}),
    ...(footnotes.length > 0 ? { footnotes } : {}),
  };
  const before = supplied.map(
    (bracket): Piece => ({ text: bracket, supplied: true, ...(marks.length > 0 ? { marks } : {}) }),
  );
  return text === '' && footnotes.length === 0 ? before : [...before, rest];
}

/** One mark of each kind, in the order of nesting. */
function nested(marks: readonly InlineMark[]): PieceMark[] {
  const kinds = new Map(
    marks.map(({ kind, href }) => [kind, href === undefined ? { kind } : { kind, href }]),
  );
  return [...kinds.values()].sort(byNesting);
}

/** A mark without the space at its ends: beside space, asterisks open and close nothing. */
function trimMark(units: readonly string[], mark: InlineMark): InlineMark[] {
  let { start, end } = mark;
  const isSpace = (at: number): boolean => (units[at] ?? '').trim() === '';
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return start < end ? [{ ...mark, start, end }] : [];
}
