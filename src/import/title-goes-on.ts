import { findDate } from './dates.ts';
import { isElementLine } from './elements.ts';
import { ownNumberIn } from './infer-number.ts';
import { joinTitle } from './join-title.ts';
import type { SourceLine } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { kindOfTitle } from './title-kinds.ts';

const LONGEST_LINE = 60;
/** A title goes on for no more lines than this below where it seemed to end. */
const MOST_LINES_BELOW = 3;

/** A title that speaks of its matter but names no kind yet, with the lines below it up to the one that names it. */
export function completedTitle(lines: readonly SourceLine[], title: readonly SourceLine[]): SourceLine[] {
  const [last, soFar] = [title.at(-1), joinTitle(title)];
  if (!last || kindOfTitle(soFar) || !/关于|印发|转发|批转/.test(soFar)) return [...title];
  const start = lines.indexOf(last) + 1;
  for (let end = start + 1; end <= start + MOST_LINES_BELOW; end++) {
    const below = lines.slice(start, end);
    if (!below.every(mayGoOn)) break;
    const isBook = /(?:印发|转发|批转)$/.test(soFar) && /^《[^》]+》$/.test(joinTitle(below));
    if (kindOfTitle(joinTitle([...title, ...below]))) return [...title, ...below];
    if (isBook) return completedTitle(lines, [...title, ...below]);
  }
  return [...title];
}

/** True for a line that may be a part of a title: short, and neither a sentence nor a number or date. */
function mayGoOn({ text, solid, marker }: SourceLine): boolean {
  return (
    !solid &&
    marker === undefined &&
    text.length <= LONGEST_LINE &&
    !/[。；！!：:，,、]$/.test(text) &&
    !numberingOf(text) &&
    ownNumberIn(text) === undefined &&
    findDate(text) === undefined &&
    !isElementLine(text)
  );
}

/** 抓德育　促养成, and below it the title of the paper: a slogan names no kind of paper, the lines below it do. */
export function belowSlogan(lines: readonly SourceLine[], title: SourceLine[]): SourceLine[] {
  const [slogan, ...more] = title;
  if (!slogan || more.length > 0 || kindOfTitle(slogan.text) || !/\S\s+\S/.test(slogan.text)) return title;
  const start = lines.indexOf(slogan) + 1;
  for (const end of [start + 1, start + 2]) {
    const below = lines.slice(start, end);
    const named = kindOfTitle(joinTitle(below));
    if (below.every(mayGoOn) && named && named.collection !== 'policies') return below;
  }
  return title;
}
