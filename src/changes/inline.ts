import { diffArrays } from 'diff';
import { inlineDifference, type Run } from '../core/comparison/inline-difference.ts';

/** A stretch of a text that stays, was taken out or put in. */
export interface Piece {
  text: string;
  mark?: 'del' | 'ins';
}

/** More edits than this within what looks the same are shown as one. */
const MOST_EDITS = 400;

/**
 * What becomes of a text, as one line: the pieces without `ins` give `before`, those without `del` give `after`, letter
 * by letter. Unlike a comparison of two years, a review shows widths of characters too.
 */
export function inlinePieces(before: string, after: string): Piece[] {
  const { left, right } = inlineDifference(before, after);
  const pieces: Piece[] = [];
  const [old, now] = [[...left], [...right]];
  for (;;) {
    // What is taken out or put in may stand on one side only; what stays is one run on each.
    pieces.push(...marked(takeChanged(old), 'del'), ...marked(takeChanged(now), 'ins'));
    const [same, kept] = [old.shift(), now.shift()];
    if (!same && !kept) return joined(pieces);
    pieces.push(...sameButForWidth(same?.text ?? '', kept?.text ?? ''));
  }
}

function takeChanged(runs: Run[]): string {
  return runs[0]?.changed ? (runs.shift()?.text ?? '') : '';
}

function marked(text: string, mark: 'del' | 'ins'): Piece[] {
  return text === '' ? [] : [{ text, mark }];
}

/** Runs that the comparison holds for the same may differ in the widths of their characters. */
function sameButForWidth(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before }];
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (!changes) return [...marked(before, 'del'), ...marked(after, 'ins')];
  return changes.map(({ value, added, removed }) => {
    const text = value.join('');
    return added ? { text, mark: 'ins' } : removed ? { text, mark: 'del' } : { text };
  });
}

/** Neighbours of the same kind become one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.mark === piece.mark) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}
