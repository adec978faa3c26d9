/**
 * Paragraphs and headings that hold nothing but text, recognised without the Markdown parser: most of what an office
 * writes, and the parser takes a hundred times as long over each of their characters. Whatever is not surely plain is
 * left to it, see `parse-sparing.ts`; a property test holds the two against each other.
 */
import type { Heading, Paragraph, Text } from 'mdast';

/** One line of a body, with the offset at which it begins (UTF-16 code units); line ends left out. */
export interface BodyLine {
  text: string;
  start: number;
}

/** Neighbouring plain blocks, with nothing but blank lines between them. */
export interface PlainRun {
  /** Index of the run's first line. */
  first: number;
  /** Indexes of all lines that hold its blocks. */
  lines: number[];
  blocks: (Paragraph | Heading)[];
}

/** What has a meaning in Markdown, MDX or GFM somewhere in a line; an escaped mark has none. */
const TEXT = String.raw`(?:[^\p{Cc}\\${'`'}*_~[\]<>{}&|@]|\\[!-/:-@[-${'`'}{-~])`;
/** The same but for the space, which may not begin or end a line: two at its end break it. */
const EDGE = String.raw`(?:[^\p{Cc}\\${'`'}*_~[\]<>{}&|@ ]|\\[!-/:-@[-${'`'}{-~])`;
/** What makes a line something else than a part of a paragraph: list items, headings, underlines, rules, rows. */
const OPENS = String.raw`(?![#+=:-]|\d{1,9}[.)](?: |$))`;
const PLAIN_LINE = new RegExp(`^${OPENS}${EDGE}(?:${TEXT}*${EDGE})?$`, 'u');
const PLAIN_HEADING = new RegExp(`^(#{1,6}) (?!${TEXT}*#)${EDGE}(?:${TEXT}*${EDGE})?$`, 'u');
/** GFM makes links of these. */
const ADDRESS = /https?:\/\/|www\./i;
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;
const BLANK = /^[ \t]*$/;

/** Finds the plain runs of a body. */
export function plainRuns(lines: readonly BodyLine[]): PlainRun[] {
  const runs: PlainRun[] = [];
  let current: PlainRun | undefined;
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at])) {
      at++;
      continue;
    }
    const end = blockEnd(lines, at);
    const block = plainBlock(lines, at, end);
    if (!block) current = undefined;
    else {
      if (!current) {
        current = { first: at, lines: [], blocks: [] };
        runs.push(current);
      }
      for (let line = at; line < end; line++) current.lines.push(line);
      current.blocks.push(block);
    }
    at = end;
  }
  return runs;
}

function isBlank(line: BodyLine | undefined): boolean {
  return line === undefined || BLANK.test(line.text);
}

function blockEnd(lines: readonly BodyLine[], start: number): number {
  let end = start + 1;
  while (end < lines.length && !isBlank(lines[end])) end++;
  return end;
}

/** The lines from `first` up to but not including `end` as one node, undefined when they are not surely plain. */
function plainBlock(lines: readonly BodyLine[], first: number, end: number): Paragraph | Heading | undefined {
  const block = lines.slice(first, end);
  const [only] = block;
  if (!only) return undefined;
  const marks = block.length === 1 ? PLAIN_HEADING.exec(only.text)?.[1] : undefined;
  if (marks === undefined && !block.every(({ text }) => PLAIN_LINE.test(text))) return undefined;
  if (block.some(({ text }) => ADDRESS.test(text))) return undefined;
  const last = block.at(-1) ?? only;
  const point = (line: number, { start }: BodyLine, index: number) => ({
    line: line + 1,
    column: index + 1,
    offset: start + index,
  });
  const stop = point(end - 1, last, last.text.length);
  const inner = marks === undefined ? 0 : marks.length + 1;
  const typed = block
    .map(({ text }) => text)
    .join('\n')
    .slice(inner);
  const text: Text = {
    type: 'text',
    value: typed.replace(ESCAPE, ''),
    position: { start: point(first, only, inner), end: { ...stop } },
  };
  const position = { start: point(first, only, 0), end: stop };
  return marks === undefined
    ? { type: 'paragraph', children: [text], position }
    : { type: 'heading', depth: marks.length as Heading['depth'], children: [text], position };
}
