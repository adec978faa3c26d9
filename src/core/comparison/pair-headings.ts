import type { Pairing } from './pair-same.ts';
import type { Prepared } from './prepare.ts';

/** So many measures that went along tell that a section was renamed rather than that one of them was moved. */
const ENOUGH = 2;

/**
 * Pairs headings that have no words in common, by what stands under them: when most of the paired measures of a
 * section went to one other section, and most of that one's came from it, the section was given another name.
 */
export function pairRenamedHeadings(
  left: readonly Prepared[],
  right: readonly Prepared[],
  pairing: Pairing,
): void {
  const moves = new Map<string, { left: number; right: number; count: number }>();
  for (const [from, to] of pairing.byLeft) {
    const [above, other] = [left[from]?.passage.parent ?? -1, right[to]?.passage.parent ?? -1];
    const key = `${above} ${other}`;
    const move = moves.get(key) ?? { left: above, right: other, count: 0 };
    move.count += 1;
    moves.set(key, move);
  }
  const sorted = [...moves.values()].sort(
    (a, b) => b.count - a.count || a.left - b.left || a.right - b.right,
  );
  const total = (side: 'left' | 'right', index: number): number =>
    sorted.reduce((sum, move) => sum + (move[side] === index ? move.count : 0), 0);
  for (const move of sorted) {
    if (move.left < 0 || move.right < 0 || move.count < ENOUGH || !pairing.isFree(move)) continue;
    const isMost = (side: 'left' | 'right'): boolean => move.count * 2 > total(side, move[side]);
    if (isMost('left') && isMost('right')) pairing.add(move);
  }
}
