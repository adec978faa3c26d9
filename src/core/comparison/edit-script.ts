/** A stretch of tokens: common to both texts, or replaced. Either count may be 0 in a replaced one. */
export interface Stretch {
  same: boolean;
  left: number;
  right: number;
}

/** Tokens by their numbers: the same for the same. */
export interface NumberedTokens {
  readonly count: number;
  /** There may be more than `count`: those are none of the text's. */
  readonly numbers: Int32Array;
}

/** No way leads along this diagonal. */
const NONE = -2;
/** Bits of a step: its lowest tells whether it puts a token in, those above how many tokens in common follow. */
const ADDED = 1;

/**
 * The shortest edit that makes the left tokens into the right ones (Myers, An O(ND) Difference
 * Algorithm, 1986), with edits in a row joined; undefined if it takes more than `most` edits. Of several shortest ones
 * it is that which the package diff 9.0.0 gives, step for step, in a small part of the time.
 */
export function editScript(left: NumberedTokens, right: NumberedTokens, most: number): Stretch[] | undefined {
  const start = commonStart(left, right);
  if (start === left.count && start === right.count) return stretchesOf(start, -1);
  const last = findWay(left, right, start, Math.min(most, left.count + right.count));
  return last === undefined ? undefined : stretchesOf(start, last);
}

/** Steps of all ways that were tried: for each the one before it, or -1, and its bits. A way is told by its last step. */
let steps = new Int32Array(1 << 12);
/** By diagonal, what a search has reached: index of the last left token that the way has behind it, and its last step. */
let reached = new Int32Array(1 << 10);
let lastSteps = new Int32Array(1 << 10);

/** The last step of the first way that leads to both ends within `limit` edits; undefined if none does. */
function findWay(
  { numbers: before, count: lefts }: NumberedTokens,
  { numbers: after, count: rights }: NumberedTokens,
  start: number,
  limit: number,
): number | undefined {
  const middle = limit + 1;
  clearRoom(middle);
  reached[middle] = start - 1;
  lastSteps[middle] = -1;
  let count = 0;
  // Where a way has come to the end of a text, those beyond its diagonal can't be shorter.
  let lowest = -limit;
  let highest = limit;
  for (let edits = 1; edits <= limit; edits++) {
    // What an earlier search has left there.
    reached[middle - edits - 1] = NONE;
    reached[middle + edits + 1] = NONE;
    makeRoomForSteps(count + edits + 1);
    for (let diagonal = Math.max(lowest, -edits); diagonal <= Math.min(highest, edits); diagonal += 2) {
      const place = diagonal + middle;
      const removing = reached[place - 1] ?? NONE;
      const adding = reached[place + 1] ?? NONE;
      reached[place - 1] = NONE;
      const canAdd = adding !== NONE && adding >= diagonal && adding - diagonal < rights;
      const canRemove = removing !== NONE && removing + 1 < lefts;
      reached[place] = NONE;
      if (!canAdd && !canRemove) continue;
      // Of two neighbours it goes on from the one that has come further in the left text.
      const adds = !canRemove || (canAdd && removing < adding);
      const first = adds ? adding + 1 : removing + 2;
      const end = Math.min(lefts, rights + diagonal);
      let left = first;
      while (left < end && before[left] === after[left - diagonal]) left++;
      steps[2 * count] = lastSteps[adds ? place + 1 : place - 1] ?? -1;
      steps[2 * count + 1] = ((left - first) << 1) | (adds ? ADDED : 0);
      if (left >= lefts && left - diagonal >= rights) return count;
      reached[place] = left - 1;
      lastSteps[place] = count;
      count += 1;
      if (left >= lefts) highest = Math.min(highest, diagonal - 1);
      if (left - diagonal >= rights) lowest = Math.max(lowest, diagonal + 1);
    }
  }
  return undefined;
}

/** Makes room for the diagonals around the one in the middle; nothing is reached on its neighbours. */
function clearRoom(middle: number): void {
  if (reached.length < 2 * middle + 1) {
    reached = new Int32Array(4 * middle);
    lastSteps = new Int32Array(4 * middle);
  }
  reached[middle - 1] = NONE;
  reached[middle + 1] = NONE;
}

function makeRoomForSteps(count: number): void {
  if (2 * count <= steps.length) return;
  const more = new Int32Array(2 * steps.length + 2 * count);
  more.set(steps);
  steps = more;
}

/** The way that ends with that step, from its beginning on. */
function stretchesOf(start: number, last: number): Stretch[] {
  const way: number[] = [];
  for (let step = last; step >= 0; step = steps[step * 2] ?? -1) way.push(steps[step * 2 + 1] ?? 0);
  const stretches: Stretch[] = start > 0 ? [{ same: true, left: start, right: start }] : [];
  for (const bits of way.reverse()) {
    const [left, right] = (bits & ADDED) === ADDED ? [0, 1] : [1, 0];
    addEdit(stretches, { same: false, left, right });
    const kept = bits >> 1;
    if (kept > 0) stretches.push({ same: true, left: kept, right: kept });
  }
  return stretches;
}

/** Adds an edit; two in a row are one. */
export function addEdit(stretches: Stretch[], edit: Stretch): void {
  const last = stretches.at(-1);
  if (last && !last.same) {
    last.left += edit.left;
    last.right += edit.right;
  } else stretches.push(edit);
}

/** How many tokens at the beginning are the same. */
function commonStart(left: NumberedTokens, right: NumberedTokens): number {
  let count = 0;
  const most = Math.min(left.count, right.count);
  while (count < most && left.numbers[count] === right.numbers[count]) count++;
  return count;
}
