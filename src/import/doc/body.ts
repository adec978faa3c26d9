import { type BuiltLine, type LineBuilder, lineBuilder } from '../line-builder.ts';
import type { Look, SourceLine } from '../manuscript.ts';
import { type InlineState, paragraphLines } from './inline.ts';
import type { Numberer } from './lists.ts';
import { tableOf, type WordRow } from './rows.ts';
import type { Stretch, WordParagraph } from './word-text.ts';

/** What the paragraphs of a story came to. */
export interface ReadStory {
  lines: SourceLine[];
  /** Paragraphs of tables that lie within a cell. */
  nested: number;
  /** Paragraphs that stood in tables of one column, and are text now. */
  framed: number;
}

/** Turns paragraphs into lines and tables. Paragraphs that hold anything are counted from `first`. */
export function readStory(
  paragraphs: readonly WordParagraph[],
  context: { state: InlineState; numberer?: Numberer; builder?: LineBuilder; first?: number },
): ReadStory {
  const { state, numberer, builder = lineBuilder(), first = 1 } = context;
  const read: ReadStory = { lines: [], nested: 0, framed: 0 };
  let number = first;
  let afterBlank = true;
  let rows: WordRow[] = [];
  let row: WordRow = { cells: [], edges: [] };
  let cell: SourceLine[] = [];
  const endRow = (edges: number[]): void => {
    if (cell.length > 0) row.cells.push(cell);
    if (row.cells.length > 0) rows.push({ ...row, edges });
    row = { cells: [], edges: [] };
    cell = [];
  };
  const endTable = (): void => {
    endRow([]);
    const solid = tableOf(rows);
    const inside = rows.flatMap(({ cells }) => cells.flat());
    const line = inside[0]?.line ?? number;
    // A table of one column only frames its text.
    if (solid?.rows.every((cells) => cells.length === 1)) {
      read.framed += inside.length;
      read.lines.push(...inside);
    } else if (solid) read.lines.push({ text: '', line, indented: false, afterBlank, solid });
    rows = [];
  };
  for (const paragraph of paragraphs) {
    const { look, end } = paragraph;
    const inTable = look.inTable || look.depth > 0 || end === '\u0007';
    if (!inTable) endTable();
    const built = paragraphLines(paragraph, state, builder);
    const lines = completeLines(built, paragraph, { number, afterBlank, numberer });
    if (lines.length > 0) number++;
    if (!inTable) {
      read.lines.push(...lines);
      afterBlank = lines.length === 0;
      continue;
    }
    if (look.depth > 1 && lines.length > 0) read.nested++;
    cell.push(...lines);
    if (look.endsRow && look.depth <= 1) endRow(look.edges);
    else if (end === '\u0007') {
      row.cells.push(cell);
      cell = [];
    }
  }
  endTable();
  return read;
}

function completeLines(
  built: readonly BuiltLine[],
  paragraph: WordParagraph,
  { number, afterBlank, numberer }: { number: number; afterBlank: boolean; numberer: Numberer | undefined },
): SourceLine[] {
  if (!built.some(({ text }) => text !== '')) {
    return built.map((line): SourceLine => ({ ...line, line: number, afterBlank }));
  }
  const { look, style, stretches } = paragraph;
  const printed = look.list > 0 ? numberer?.next(look.list, look.listLevel) : undefined;
  const marker = style.heading > 0 ? style.heading : look.outline < 9 ? look.outline + 1 : undefined;
  return built.map((line, index): SourceLine => {
    const numbered = index === 0 && printed !== undefined ? putBefore(printed, line) : line;
    return {
      ...numbered,
      ...{ line: number, afterBlank: afterBlank && index === 0 },
      indented: line.indented || (index === 0 && look.indented && look.align === undefined),
      ...(marker !== undefined && index === 0 && !style.title ? { marker } : {}),
      look: lookOf(stretches, paragraph),
    };
  });
}

/** A line behind the number that Word makes. */
function putBefore(printed: string, line: BuiltLine): BuiltLine & { generated: number } {
  // A number of 第一章 or 第一条 is set off from its text by a full-width space, in print too.
  const space = /[章节条编篇款部分]$/.test(printed) ? '\u3000' : ' ';
  const spaced = /[、，。．）)①-⑳㈠-㈩㊀-㊉⑴-⒛]$/u.test(printed) ? printed : printed + space;
  const by = spaced.length;
  const marks = line.marks?.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
  const footnotes = line.footnotes?.map((place) => ({ ...place, at: place.at + by }));
  return {
    ...line,
    ...{ text: spaced + line.text, generated: by },
    ...(marks ? { marks } : {}),
    ...(footnotes ? { footnotes } : {}),
  };
}

function lookOf(stretches: readonly Stretch[], { look, style }: WordParagraph): Look {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Word's own marks are control characters
  const seen = stretches.filter(({ text }) => /[^\s\u0000-\u001f]/.test(text));
  const sizes = new Map<number, number>();
  for (const { text, look: own } of seen) sizes.set(own.size, (sizes.get(own.size) ?? 0) + text.length);
  const [size] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [];
  return {
    ...(look.align ? { align: look.align } : {}),
    ...(size ? { size } : {}),
    ...(seen.length > 0 && seen.every(({ look: own }) => own.bold) ? { bold: true } : {}),
    ...(style.title ? { title: true } : {}),
  };
}
