import { CONTROL, INVISIBLE } from '../lines.ts';
import type { FootnotePlace, InlineMark, MarkKind } from '../manuscript.ts';

/** A mark that is open where a run of text stands. */
export interface OpenMark {
  kind: MarkKind;
  href?: string;
}

/** A run of a line's text, as the page has it. */
export interface Run {
  text: string;
  marks: readonly OpenMark[];
  /** Id of the footnote that is referred to before the run. */
  footnote?: string;
}

/** A line of text with its marks, white space as a browser shows it. */
export interface TidyLine {
  text: string;
  marks: InlineMark[];
  footnotes: FootnotePlace[];
  indented: boolean;
}

/** Spaces of fixed width, but for the full-width one, which papers use on purpose. */
const FIXED_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f]/g;
/** What a writer sets off from nothing: the end of a line of markup between such is no space. */
const CHINESE = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3001-\u3020\uff01-\uff5e]/u;

/** Puts the runs of a line together. Offsets of marks are those of the resulting text. */
export function tidyRuns(runs: readonly Run[]): TidyLine {
  const units: { char: string; run: number }[] = [];
  let space: string | undefined;
  for (const [index, { text }] of runs.entries()) {
    for (const char of text.replace(INVISIBLE, '').replace(CONTROL, '')) {
      if (/[ \t\r\n\f]/.test(char)) {
        space = (space ?? '') + char;
        continue;
      }
      if (space !== undefined && isSpaceBetween(units.at(-1)?.char, char, space))
        units.push({ char: ' ', run: index });
      space = undefined;
      units.push({ char: char.replace(FIXED_SPACE, ' '), run: index });
    }
  }
  let start = 0;
  let end = units.length;
  const blank = (at: number): boolean => (units[at]?.char ?? 'x').trim() === '';
  while (start < end && blank(start)) start += 1;
  while (end > start && blank(end - 1)) end -= 1;
  const lead = units.slice(0, start).map(({ char }) => char);
  const kept = units.slice(start, end);
  return {
    text: kept.map(({ char }) => char).join(''),
    marks: marksOf(kept, runs),
    footnotes: footnotePlaces(kept, runs),
    indented: lead.includes('\u3000') || lead.length > 1,
  };
}

function isSpaceBetween(before: string | undefined, after: string, space: string): boolean {
  if (before === undefined) return false;
  return !(/[\r\n]/.test(space) && CHINESE.test(before) && CHINESE.test(after));
}

/** Runs with the same mark that follow one another become one mark. */
function marksOf(units: readonly { char: string; run: number }[], runs: readonly Run[]): InlineMark[] {
  const done: InlineMark[] = [];
  let open: InlineMark[] = [];
  let at = 0;
  for (const { char, run } of units) {
    const here = runs[run]?.marks ?? [];
    const same = (mark: InlineMark): boolean => {
      return here.some(({ kind, href }) => kind === mark.kind && href === mark.href);
    };
    done.push(...open.filter((mark) => !same(mark)));
    open = open.filter(same);
    for (const { kind, href } of here) {
      if (open.some((mark) => mark.kind === kind && mark.href === href)) continue;
      open.push({ start: at, end: at, kind, ...(href === undefined ? {} : { href }) });
    }
    at += char.length;
    for (const mark of open) mark.end = at;
  }
  return [...done, ...open].sort((a, b) => a.start - b.start);
}

function footnotePlaces(
  units: readonly { char: string; run: number }[],
  runs: readonly Run[],
): FootnotePlace[] {
  return runs.flatMap(({ footnote }, index) => {
    if (footnote === undefined) return [];
    const next = units.findIndex(({ run }) => run >= index);
    const before = next < 0 ? units : units.slice(0, next);
    return [{ at: before.reduce((sum, { char }) => sum + char.length, 0), id: footnote }];
  });
}
