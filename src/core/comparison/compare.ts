import { findMoved } from './find-moved.ts';
import { findWholes } from './find-wholes.ts';
import { type InlineDifference, inlineDifference } from './inline-difference.ts';
import { measure, pairAlike } from './pair-alike.ts';
import { pairRenamedHeadings } from './pair-headings.ts';
import { Pairing, pairSame } from './pair-same.ts';
import type { Passage } from './passages.ts';
import { type Prepared, preparePassages } from './prepare.ts';

/**
 * What became of a measure. A reworded one that also stands elsewhere is `changed` and says so beside; so is one that
 * was split from another or merged into it, which has but one side.
 */
export const CHANGE_KINDS = ['stayed', 'changed', 'moved', 'vanished', 'new'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One measure in both documents, or in the one that has it. */
export interface ComparedPassage {
  kind: ChangeKind;
  left: Passage | undefined;
  right: Passage | undefined;
  /** It stands under another heading, or in another order. */
  moved: boolean;
  /** Where both sides have it in different words. */
  difference?: InlineDifference;
  /** On a row with one side only: the measure of the other document that it was split from or merged into. */
  partOf?: Passage;
}

export interface Comparison {
  /** In the order of the right document; what vanished stands after what came before it. */
  rows: ComparedPassage[];
  /** How many measures of each kind; headings are not counted. */
  counts: Record<ChangeKind, number>;
}

/**
 * Compares an earlier document with a later one, measure by measure. Each passage of either is in exactly one row.
 * Paired are the same words first, then the most alike; what is not alike enough is never paired.
 */
export function comparePassages(left: readonly Passage[], right: readonly Passage[]): Comparison {
  const [before, after] = [preparePassages(left), preparePassages(right)];
  const pairing = new Pairing();
  pairSame(before, after, pairing);
  const measures = measure(before, after);
  pairAlike(before, after, measures, pairing);
  pairRenamedHeadings(before, after, pairing);
  const moved = findMoved(before, after, pairing);
  const wholes = findWholes(
    { passages: before, grams: measures.left, partners: pairing.byLeft },
    { passages: after, grams: measures.right, partners: pairing.byRight },
  );
  const vanished = rowsOfVanished(before, wholes.ofLeft, pairing, moved);
  const rows = [...(vanished.get(-1) ?? [])];
  for (const [index, prepared] of after.entries()) {
    const partner = pairing.byRight.get(index);
    const old = partner === undefined ? undefined : before[partner];
    if (old && partner !== undefined) rows.push(pairedRow(old, prepared, moved.has(partner)));
    else rows.push(loneRow('new', prepared.passage, wholes.ofRight.get(index)));
    rows.push(...(vanished.get(index) ?? []));
  }
  return { rows, counts: countKinds(rows) };
}

function pairedRow(left: Prepared, right: Prepared, moved: boolean): ComparedPassage {
  const sides = { left: left.passage, right: right.passage, moved };
  if (left.folded === right.folded) return { kind: moved ? 'moved' : 'stayed', ...sides };
  const [a, b] = [left.passage, right.passage];
  const difference = inlineDifference(a.text.slice(a.numberLength), b.text.slice(b.numberLength));
  return { kind: 'changed', ...sides, difference };
}

function loneRow(kind: 'vanished' | 'new', passage: Passage, partOf: Passage | undefined): ComparedPassage {
  const [left, right] = kind === 'vanished' ? [passage, undefined] : [undefined, passage];
  return partOf
    ? { kind: 'changed', left, right, moved: false, partOf }
    : { kind, left, right, moved: false };
}

/** Rows of what vanished, by the index of the right passage after which they stand; -1 for before all. */
function rowsOfVanished(
  before: readonly Prepared[],
  wholes: ReadonlyMap<number, Passage>,
  { byLeft }: Pairing,
  moved: ReadonlySet<number>,
): Map<number, ComparedPassage[]> {
  const rows = new Map<number, ComparedPassage[]>();
  let place = -1;
  for (const [index, prepared] of before.entries()) {
    const partner = byLeft.get(index);
    if (partner !== undefined) {
      if (!moved.has(index)) place = partner;
      continue;
    }
    const group = rows.get(place) ?? [];
    rows.set(place, group);
    group.push(loneRow('vanished', prepared.passage, wholes.get(index)));
  }
  return rows;
}

function countKinds(rows: readonly ComparedPassage[]): Record<ChangeKind, number> {
  const counts: Record<ChangeKind, number> = { stayed: 0, changed: 0, moved: 0, vanished: 0, new: 0 };
  for (const { kind, left, right } of rows) if (!(right ?? left)?.heading) counts[kind] += 1;
  return counts;
}
