import { addEdit, editScript, type Stretch } from './edit-script.ts';
import { TokenNumbers, Tokens } from './tokens.ts';

/** A stretch of a text that is the same in the other one, or not. */
export interface Run {
  text: string;
  changed: boolean;
}

/** What was taken out of one text and put into the other; the runs of each side give its text. */
export interface InlineDifference {
  left: Run[];
  right: Run[];
}

/** More edits than this are no longer a rewording, and not worth the time. */
const MOST_EDITS = 1500;
/** Words this long, in tokens, are worth keeping between two edits however long those are. */
const ALWAYS_KEPT = 9;

/** The texts that are being compared. */
const [before, after] = [new Tokens(), new Tokens()];

/**
 * The difference of two texts by characters, put so that it reads well: what is common between two edits and no more
 * than a scrap beside them is counted as changed, and an edit that could begin at several places begins after a
 * punctuation mark. Widths of characters make no difference.
 */
export function inlineDifference(left: string, right: string): InlineDifference {
  const numbers = new TokenNumbers();
  before.read(left, numbers);
  after.read(right, numbers);
  const stretches = joinScraps(compareTokens(before, after), before);
  slideEdits(stretches, before, after);
  return { left: toRuns(stretches, before, 'left'), right: toRuns(stretches, after, 'right') };
}

function compareTokens(left: Tokens, right: Tokens): Stretch[] {
  const stretches = editScript(left, right, MOST_EDITS);
  return stretches ?? [{ same: false, left: left.count, right: right.count }];
}

/** Takes scraps between edits for changed, until none is left: a join makes its neighbours longer. */
function joinScraps(stretches: readonly Stretch[], tokens: Tokens): Stretch[] {
  const joined: Stretch[] = [];
  let place = 0;
  let anyScrap = false;
  for (const [index, stretch] of stretches.entries()) {
    const [before, after] = [joined.at(-1), stretches[index + 1]];
    const start = place;
    place += stretch.left;
    if (!stretch.same) addEdit(joined, { ...stretch });
    else if (before && after && isScrap(tokens.countWords(start, place), size(before), size(after))) {
      addEdit(joined, { ...stretch, same: false });
      anyScrap = true;
    } else joined.push(stretch);
  }
  return anyScrap ? joinScraps(joined, tokens) : joined;
}

const size = ({ left, right }: Stretch): number => Math.max(left, right);

/** What is shorter than the edits on both its sides only interrupts them; so does a lone character or mark. */
function isScrap(length: number, before: number, after: number): boolean {
  // A mark between two edits keeps clauses apart when both are long; between two short ones it is a scrap.
  if (length === 0) return Math.min(before, after) < 6;
  if (length === 1 && Math.max(before, after) > 1) return true;
  return length < ALWAYS_KEPT && length <= Math.min(before, after);
}

/** Moves each pure insertion or deletion to where it begins after a punctuation mark, if it can be moved there. */
function slideEdits(stretches: readonly Stretch[], leftTokens: Tokens, rightTokens: Tokens): void {
  let [left, right] = [0, 0];
  for (const [index, stretch] of stretches.entries()) {
    const [before, after] = [stretches[index - 1], stretches[index + 1]];
    if (!stretch.same && before?.same && after?.same && (stretch.left === 0 || stretch.right === 0)) {
      const inserted = stretch.left === 0;
      const [tokens, start] = inserted ? [rightTokens, right] : [leftTokens, left];
      // One token of the stretches around it stays where it is, so that both remain stretches.
      const shift = bestShift(tokens, start, start + size(stretch), before.left - 1, after.left - 1);
      for (const side of ['left', 'right'] as const) {
        before[side] += shift;
        after[side] -= shift;
      }
      left += shift;
      right += shift;
    }
    left += stretch.left;
    right += stretch.right;
  }
}

/** By how many tokens to move the edit at `start`–`end`; negative to the left. The nearest of the best places wins. */
function bestShift(
  tokens: Tokens,
  start: number,
  end: number,
  roomBefore: number,
  roomAfter: number,
): number {
  const mark = (token: number): number => (tokens.isMark(token) ? 1 : 0);
  const merit = (shift: number): number =>
    mark(start + shift - 1) + mark(end + shift - 1) - (tokens.isMark(start + shift) ? 0 : 0.5);
  let [best, bestMerit] = [0, merit(0)];
  const consider = (shift: number): void => {
    if (merit(shift) <= bestMerit) return;
    [best, bestMerit] = [shift, merit(shift)];
  };
  for (let shift = -1; -shift <= roomBefore && tokens.isSame(start + shift, end + shift); shift--)
    consider(shift);
  for (let shift = 1; shift <= roomAfter && tokens.isSame(start + shift - 1, end + shift - 1); shift++)
    consider(shift);
  return best;
}

function toRuns(stretches: readonly Stretch[], tokens: Tokens, side: 'left' | 'right'): Run[] {
  const runs: Run[] = [];
  let place = 0;
  for (const stretch of stretches) {
    const text = tokens.slice(place, place + stretch[side]);
    place += stretch[side];
    if (text !== '') runs.push({ text, changed: !stretch.same });
  }
  return runs;
}
