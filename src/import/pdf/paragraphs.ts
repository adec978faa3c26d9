import type { Look, SourceLine } from '../manuscript.ts';
import { numberingOf } from '../numbering.ts';
import { highest, lowest, median, type PdfLine } from './page-lines.ts';

/** A paragraph, with the page on which it begins. */
export interface PdfParagraph {
  line: SourceLine;
  page: number;
  /** It is a row of what looks like a table. */
  tabular: boolean;
}

/** Where the text of a column stands. */
interface Margins {
  left: number;
  right: number;
}

interface PlacedLine extends PdfLine {
  margins: Margins;
  align: Look['align'];
  indented: boolean;
  tabular: boolean;
  /** It is in the middle, fills its width and goes on in the line below. */
  broken?: true;
}

/** Puts the lines of all pages together to paragraphs by first-line indents, short last lines, gaps and sizes. */
export function makeParagraphs(lines: readonly PdfLine[]): PdfParagraph[] {
  const margins = columnMargins(lines);
  const leading = leadings(lines, margins);
  const usual = median(lines.flatMap(({ text, size }) => Array.from(text, () => size)));
  const placed = lines.map((line, index) => {
    return placeLine({ ...line, tabular: isTabular(lines, index) }, margins.get(columnKey(line)), usual);
  });
  centreFullLines(placed, usual);
  const paragraphs: PdfParagraph[] = [];
  for (const [index, line] of placed.entries()) {
    const before = placed[index - 1];
    const last = paragraphs.at(-1);
    if (before && last && runsOn(before, line, leading(line))) {
      last.line.text += glue(last.line.text, line.text) + line.text;
      continue;
    }
    const { text, size, align, indented, tabular, page } = line;
    const gap = before && before.page === page && line.y - before.y > leading(line).usual * 1.8;
    const look = { size: Math.round(size * 2) / 2, ...(align ? { align } : {}) };
    const number = paragraphs.length + 1;
    paragraphs.push({
      ...{ page, tabular },
      line: { text, line: number, indented, afterBlank: before === undefined || gap === true, look },
    });
  }
  return paragraphs;
}

function columnKey({ page, column }: PdfLine): string {
  return `${page} ${column}`;
}

/** The left edge at which most lines of a page's column begin, and the right edge that full lines reach. */
function columnMargins(lines: readonly PdfLine[]): Map<string, Margins> {
  const columns = new Map<string, PdfLine[]>();
  for (const line of lines) columns.set(columnKey(line), [...(columns.get(columnKey(line)) ?? []), line]);
  const whole = [...columns.values()].map(edgesOf);
  const usual = {
    left: median(whole.map(({ left }) => left)),
    right: median(whole.map(({ right }) => right)),
  };
  // A page with few lines tells nothing of its own margins; the columns of one page stand apart.
  const own = [...columns].map(([key, each]): [string, Margins] => [
    key,
    each.length < 6 ? usual : edgesOf(each),
  ]);
  return new Map(own);
}

/** Where all lines are short, none is full: the right margin is then taken to be as wide as the left one. */
function edgesOf(lines: readonly PdfLine[]): Margins {
  const left = lowest(lines.map((line) => line.left));
  const right = highest(lines.map((line) => line.right));
  const { room = 0, column = 0 } = lines[0] ?? {};
  const isShort = right - left < room * 0.6;
  return { left, right: isShort ? Math.max(right, room * (column === 1 ? 3 : 1) - left) : right };
}

/** How far apart the base lines of a text of one size are. */
interface Leading {
  usual: number;
  /** Lines that are further apart belong to two paragraphs. */
  most: number;
}

/**
 * The distance of base lines within a paragraph, by size of type, told by full lines, as a paragraph mostly goes on below
 * them. Where there are too few, all lines tell, which may also stand between paragraphs.
 */
function leadings(
  lines: readonly PdfLine[],
  margins: ReadonlyMap<string, Margins>,
): (line: PdfLine) => Leading {
  const steps = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (!next || columnKey(next) !== columnKey(line) || next.y <= line.y) return [];
    const { left, right } = margins.get(columnKey(line)) ?? line;
    const full = line.left - left < line.size * 3 && right - line.right < line.size * 2.2;
    return [{ step: next.y - line.y, size: line.size, alike: isAlike(line, next), full }];
  });
  const bySize = new Map<number, Leading>();
  return ({ size }) => {
    const known = bySize.get(size);
    if (known) return known;
    const own = steps.filter((each) => each.alike && isAlike(each, { size }));
    const full = own.filter((each) => each.full);
    const usual = median((full.length >= 3 ? full : own.length > 0 ? own : steps).map(({ step }) => step));
    const leading = { usual, most: usual * (full.length >= 3 ? 1.25 : 1.6) };
    bySize.set(size, leading);
    return leading;
  };
}

function isAlike(a: { size: number }, b: { size: number }): boolean {
  return Math.abs(a.size - b.size) <= b.size * 0.08;
}

/** How a line stands between its margins; `em` is the usual size. */
function placeLine(line: PdfLine & { tabular: boolean }, found: Margins | undefined, em: number): PlacedLine {
  const margins = found ?? { left: line.left, right: line.right };
  const before = line.left - margins.left;
  const after = margins.right - line.right;
  // A title, in larger type, may nearly fill its line; in the type of the text that is a paragraph set in.
  const least = em * (line.size > em * 1.15 ? 1 : 2.5);
  const centred = before > least && after > least && Math.abs(before - after) < em * 2;
  const right = !centred && before > em * 6 && before > after * 2;
  return {
    ...line,
    ...{ margins, align: centred ? 'centre' : right ? 'right' : undefined },
    indented: !centred && !right && before > em * 1.2,
  };
}

/**
 * A line in the middle that fills its width looks like any other. In larger type, with nothing like it above, it is in the
 * middle where the line goes on below in the middle, or stands alone: a title.
 */
function centreFullLines(lines: PlacedLine[], em: number): void {
  for (const [index, line] of lines.entries()) {
    const { margins, left, right, size, align, indented } = line;
    if (align || indented || size <= em * 1.15) continue;
    const isLevel = Math.abs(left - margins.left - (margins.right - right)) < size * 2;
    const [before, next] = [lines[index - 1], lines[index + 1]];
    const follows =
      before !== undefined && before.page === line.page && isAlike(before, line) && !before.align;
    const goesOn = next !== undefined && next.page === line.page && isAlike(next, line);
    if (!isLevel || follows || (goesOn && next.align !== 'centre')) continue;
    line.align = 'centre';
    if (goesOn) line.broken = true;
  }
}

/** Rows of a table: stretches set apart, and more of the like beside it. */
function isTabular(lines: readonly PdfLine[], index: number): boolean {
  const count = (at: number): number => lines[at]?.segments ?? 1;
  return count(index) > 1 && (count(index - 1) > 1 || count(index + 1) > 1);
}

function runsOn(before: PlacedLine, line: PlacedLine, leading: Leading): boolean {
  if (before.broken) return true;
  if (before.tabular || line.tabular || before.align || line.align || line.indented) return false;
  if (!isAlike(before, line)) return false;
  if (numberingOf(line.text) && /[。！？；：]$/.test(before.text)) return false;
  const apart = columnKey(before) === columnKey(line) && line.y - before.y > leading.most;
  // A character that would not fit, and a mark that may not begin a line, leave up to two sizes free.
  const free = before.margins.right - before.right;
  return !apart && (free < before.size * 2.2 || free < firstWordWidth(line));
}

/** About how wide the letters and digits are with which a line begins, and the mark behind them: they are never parted. */
function firstWordWidth({ text, size }: PdfLine): number {
  const [word = ''] = /^[\u0021-\u007e]{2,40}/.exec(text) ?? [];
  const mark = word !== '' && /^[，。、；：）》”]/.test(text.slice(word.length)) ? size : 0;
  return word.length * size * 0.5 + mark;
}

/** Two Latin words or numbers need the space that the line end stood for. */
function glue(before: string, after: string): string {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : '';
}
