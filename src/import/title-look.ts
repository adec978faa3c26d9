import { isDateLine } from './dates.ts';
import { isElementLine } from './elements.ts';
import { ownNumberIn } from './infer-number.ts';
import { joinTitle } from './join-title.ts';
import { isLetterhead } from './letterhead.ts';
import type { SourceLine } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { unpairedBrackets } from './supply.ts';
import { kindOfTitle } from './title-kinds.ts';

/** How many lines are looked through. */
const HEAD_LINES = 20;
const LONGEST_LINE = 60;
const MOST_LINES = 5;

/**
 * The lines that the source's layout shows to be the title: styled so, or in the middle and in the largest type below
 * the red head. Undefined when the layout says nothing, as in a text file.
 */
export function titleByLook(lines: readonly SourceLine[]): SourceLine[] | undefined {
  const head = headOf(lines);
  const first = head.findIndex(({ look }) => look?.title);
  if (first >= 0) {
    const rest = head.slice(first).findIndex(({ look }) => !look?.title);
    return head.slice(first, rest < 0 ? undefined : first + rest);
  }
  const pool = belowRedHead(head);
  const largest = Math.max(...pool.map(sizeOf));
  const start = pool.find((line) => sizeOf(line) >= largest - 0.5);
  return start && wholeTitle(head.slice(head.indexOf(start)), largest);
}

/** What stands above the text: nothing from the first number, long paragraph or table on. */
function headOf(lines: readonly SourceLine[]): SourceLine[] {
  const end = lines.findIndex(
    ({ text, solid, marker, look }) =>
      (numberingOf(text) !== undefined && look?.align !== 'centre') ||
      text.length > 120 ||
      (solid && marker === undefined),
  );
  return lines.slice(0, Math.min(end < 0 ? lines.length : end, HEAD_LINES));
}

/** Lines that may be the title; where the number parts a red head from a title, those below it. */
function belowRedHead(head: readonly SourceLine[]): SourceLine[] {
  const number = head.findIndex(({ text }) => ownNumberIn(text) !== undefined);
  const above = head.slice(0, Math.max(number, 0)).filter(mayBeTitle);
  const below = head.slice(number + 1).filter(mayBeTitle);
  const isNamed = /关于/.test(joinTitle(above)) || above.some(({ text }) => kindOfTitle(text) !== undefined);
  return above.length > 0 && (isNamed || below.length === 0) ? above : below;
}

function mayBeTitle({ text, look }: SourceLine): boolean {
  return (
    look?.align === 'centre' &&
    text !== '' &&
    text.length <= LONGEST_LINE &&
    !/[。；！!：:，,]$|^[（(].*[)）]$/.test(text) &&
    !isLetterhead(text) &&
    !isElementLine(text) &&
    !isDateLine(text) &&
    ownNumberIn(text) === undefined
  );
}

function sizeOf({ look }: SourceLine): number {
  return look?.size ?? 0;
}

/** The lines from the first on that make up one title: up to the word that names its kind, if there is one. */
function wholeTitle(lines: readonly SourceLine[], size: number): SourceLine[] {
  const end = lines.findIndex((line, at) => {
    const isMore =
      (mayBeTitle(line) && Math.abs(sizeOf(line) - size) <= 0.5) || (at > 0 && isTrailer(line.text));
    return at >= MOST_LINES || !isMore;
  });
  const run = lines.slice(0, end < 0 ? lines.length : end);
  const complete = run.findIndex((_, at) => isWhole(run, at));
  if (complete >= 0) return run.slice(0, complete + 1);
  const broken = run.findIndex(({ text }, at) => !/[的和与及、]$/.test(text) && !goesOn(run[at + 1]));
  return run.slice(0, broken + 1);
}

function isWhole(run: readonly SourceLine[], last: number): boolean {
  const soFar = joinTitle(run.slice(0, last + 1));
  if (unpairedBrackets(soFar).some(({ text }) => text === '《')) return false;
  return kindOfTitle(soFar) !== undefined && !goesOn(run[last + 1]);
}

function goesOn(next: SourceLine | undefined): boolean {
  return next !== undefined && (/^(?:的|关于)/.test(next.text) || isTrailer(next.text));
}

/** （试行） and the like on a line of its own. */
function isTrailer(text: string): boolean {
  return /^[（(](?:试行|暂行|修订|草案|送审稿|征求意见稿|讨论稿)[^（）()]{0,6}[)）]$/.test(text);
}
