import { findMoved } from './find-moved.ts';
import { beyond, sharedWeight, sizeOf, totalWeight, type WeighedGrams } from './grams.ts';
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
  const gained = findSurplus(
    { passages: after, grams: measures.right },
    { passages: before, grams: measures.left },
    pairing.byRight,
  );
  const lost = findSurplus(
    { passages: before, grams: measures.left },
    { passages: after, grams: measures.right },
    pairing.byLeft,
  );
  const vanished = rowsOfVanished(before, measures.left, gained, pairing, moved);
  const rows = [...(vanished.get(-1) ?? [])];
  for (const [index, prepared] of after.entries()) {
    const partner = pairing.byRight.get(index);
    const old = partner === undefined ? undefined : before[partner];
    if (old && partner !== undefined) rows.push(pairedRow(old, prepared, moved.has(partner)));
    else {
      const partOf = findWhole(prepared, measures.right[index], lost);
      rows.push(loneRow('new', prepared.passage, partOf));
    }
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
  grams: readonly WeighedGrams[],
  gained: readonly Surplus[],
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
    const partOf = findWhole(prepared, grams[index], gained);
    const group = rows.get(place) ?? [];
    rows.set(place, group);
    group.push(loneRow('vanished', prepared.passage, partOf));
  }
  return rows;
}

/** This share of a measure must stand in what another has lost or gained for it to be a part of that. */
const PART = 0.6;
/** Shorter ones, in pairs of characters, are part of anything. */
const SHORTEST_PART = 8;

/** What the passages of a document have that those which they are paired with have not. */
interface Surplus {
  passage: Passage;
  grams: WeighedGrams;
  weight: number;
}

/** The passages of one document with their weighed pairs of characters. */
interface Side {
  passages: readonly Prepared[];
  grams: readonly WeighedGrams[];
}

/** The surplus of each reworded passage of `others`; `partners` leads from an index of it to one of `own`. */
function findSurplus(others: Side, own: Side, partners: ReadonlyMap<number, number>): Surplus[] {
  return others.passages.flatMap(({ passage, folded }, index) => {
    const at = partners.get(index) ?? -1;
    const [all, partner, beside] = [others.grams[index], own.passages[at], own.grams[at]];
    if (!all || !partner || !beside || passage.heading || partner.folded === folded) return [];
    const grams = beyond(all, beside);
    return { passage, grams, weight: totalWeight(grams) };
  });
}

/**
 * The passage of the other document that an unpaired one was split from or merged into: it holds most of its words,
 * and the passage that it is paired with doesn't.
 */
function findWhole(
  { passage }: Prepared,
  grams: WeighedGrams | undefined,
  surplus: readonly Surplus[],
): Passage | undefined {
  if (!grams || passage.heading || sizeOf(grams) < SHORTEST_PART) return undefined;
  const least = PART * totalWeight(grams);
  let best: { passage: Passage; weight: number } | undefined;
  for (const other of surplus) {
    if (other.weight < Math.max(least, best?.weight ?? 0)) continue;
    const weight = sharedWeight(grams, other.grams);
    if (weight >= least && weight > (best?.weight ?? 0)) best = { passage: other.passage, weight };
  }
  return best?.passage;
}

function countKinds(rows: readonly ComparedPassage[]): Record<ChangeKind, number> {
  const counts: Record<ChangeKind, number> = { stayed: 0, changed: 0, moved: 0, vanished: 0, new: 0 };
  for (const { kind, left, right } of rows) if (!(right ?? left)?.heading) counts[kind] += 1;
  return counts;
}
