import { diffArrays } from 'diff';
import { inlinePieces, type Piece } from './inline.ts';
import { likeness, pairsOf } from './likeness.ts';
import type { Paragraph } from './side.ts';

/** What became of a paragraph. `format` is the same text as a heading instead of a paragraph, or the other way round. */
export type ParagraphChange =
  | { kind: 'changed'; heading: string | null; pieces: Piece[] }
  | { kind: 'new' | 'vanished' | 'moved' | 'format'; heading: string | null; text: string };

/** Less alike ones are not the same paragraph reworded. */
const ALIKE = 0.4;
/** More paragraphs that went or came than this are not worth the time. */
const MOST_EDITS = 3000;
/** A larger stretch of changed paragraphs is paired in order only. */
const MOST_PAIRS = 20_000;

/** A paragraph with the heading under which it stands. */
interface Placed extends Paragraph {
  under: string | null;
}

/**
 * Every paragraph that changed, in the order of the later text; what vanished stands where it stood. `heading` is the
 * heading that a reader finds it under. Unchanged paragraphs are left out.
 */
export function compareParagraphs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): ParagraphChange[] {
  const [old, now] = [placed(before), placed(after)];
  const changes: ParagraphChange[] = [];
  let [left, right] = [0, 0];
  let open: { old: Placed[]; now: Placed[] } = { old: [], now: [] };
  const close = (): void => {
    changes.push(...compareStretch(open.old, open.now));
    open = { old: [], now: [] };
  };
  for (const { added, removed, count } of runsOf(old, now)) {
    if (removed) open.old.push(...old.slice(left, left + count));
    if (added) open.now.push(...now.slice(right, right + count));
    if (!added && !removed) {
      close();
      changes.push(...sameWords(old.slice(left, left + count), now.slice(right, right + count)));
    }
    if (!added) left += count;
    if (!removed) right += count;
  }
  close();
  return withMoves(changes);
}

/** Runs of paragraphs that stayed, went or came; two texts that have next to nothing in common are one of each. */
function runsOf(
  old: readonly Placed[],
  now: readonly Placed[],
): { added: boolean; removed: boolean; count: number }[] {
  const [left, right] = [old, now].map((paragraphs) => paragraphs.map(({ text }) => text));
  return (
    diffArrays(left ?? [], right ?? [], { maxEditLength: MOST_EDITS }) ?? [
      { added: false, removed: true, count: old.length },
      { added: true, removed: false, count: now.length },
    ]
  );
}

function placed(paragraphs: readonly Paragraph[]): Placed[] {
  let under: string | null = null;
  return paragraphs.map((paragraph) => {
    const place = { ...paragraph, under };
    if (paragraph.heading) under = paragraph.text;
    return place;
  });
}

function sameWords(old: readonly Placed[], now: readonly Placed[]): ParagraphChange[] {
  return now.flatMap(({ heading, text, under }, index) =>
    old[index]?.heading === heading ? [] : [{ kind: 'format', heading: under, text }],
  );
}

/** A stretch in which nothing stayed: paragraphs that are alike are one reworded, in the same order on both sides. */
function compareStretch(old: readonly Placed[], now: readonly Placed[]): ParagraphChange[] {
  const partners = pairInOrder(old, now);
  const changes: ParagraphChange[] = [];
  let left = 0;
  const vanishUpTo = (end: number): void => {
    for (; left < end; left++) {
      const gone = old[left];
      if (gone) changes.push({ kind: 'vanished', heading: gone.under, text: gone.text });
    }
  };
  for (const [index, { under, text }] of now.entries()) {
    const partner = partners.get(index);
    if (partner === undefined) changes.push({ kind: 'new', heading: under, text });
    else {
      vanishUpTo(partner);
      const pieces = inlinePieces(old[partner]?.text ?? '', text);
      changes.push({ kind: 'changed', heading: under, pieces });
      left = partner + 1;
    }
  }
  vanishUpTo(old.length);
  return changes;
}

/** Index of each later paragraph → index of the earlier one that it was, such that the most likeness is kept. */
function pairInOrder(old: readonly Placed[], now: readonly Placed[]): Map<number, number> {
  const partners = new Map<number, number>();
  if (old.length * now.length > MOST_PAIRS) {
    for (let index = 0; index < Math.min(old.length, now.length); index++)
      if (likeness(pairsOf(old[index]?.text ?? ''), pairsOf(now[index]?.text ?? '')) >= ALIKE)
        partners.set(index, index);
    return partners;
  }
  const [a, b] = [old.map(({ text }) => pairsOf(text)), now.map(({ text }) => pairsOf(text))];
  const merit = a.map((x) => b.map((y) => likeness(x, y))).map((row) => row.map((n) => (n < ALIKE ? 0 : n)));
  // best[i][j]: the most likeness that the paragraphs from i and from j on can keep.
  const best = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (merit[i]?.[j] ?? 0));
    }
  }
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    const own = merit[i]?.[j] ?? 0;
    if (own > 0 && at(i, j) === at(i + 1, j + 1) + own) partners.set(j++, i++);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return partners;
}

/** What vanished in one place and is new in another, letter by letter, was moved. */
function withMoves(changes: readonly ParagraphChange[]): ParagraphChange[] {
  const vanished = new Map<string, number>();
  for (const change of changes)
    if (change.kind === 'vanished') vanished.set(change.text, (vanished.get(change.text) ?? 0) + 1);
  const moved = new Map<string, number>();
  const marked = changes.map((change): ParagraphChange => {
    if (change.kind !== 'new' || !((vanished.get(change.text) ?? 0) > (moved.get(change.text) ?? 0)))
      return change;
    moved.set(change.text, (moved.get(change.text) ?? 0) + 1);
    return { ...change, kind: 'moved' };
  });
  return marked.filter((change) => {
    const left = change.kind === 'vanished' ? (moved.get(change.text) ?? 0) : 0;
    if (left > 0 && change.kind === 'vanished') moved.set(change.text, left - 1);
    return left === 0;
  });
}
