/**
 * Paragraphs, headings and tables that hold nothing but text, recognised without the Markdown parser: most of what an office
 * writes, and the parser takes a hundred times as long over each of their characters. Whatever is not surely plain is
 * left to it, see `parse-sparing.ts`; a property test holds the two against each other.
 */
import type { Heading, Paragraph, Table, Text } from 'mdast';
import { plainTable } from './plain-tables.ts';
import { EDGE, hasAddress, TEXT, unescaped } from './plain-text.ts';

type PlainBlock = Paragraph | Heading | Table;

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
  blocks: PlainBlock[];
}

/** What makes a line something else than a part of a paragraph: list items, headings, underlines, rules, rows. */
const OPENS = String.raw`(?![#+=:-]|\d{1,9}[.)](?: |$))`;
const PLAIN_LINE = new RegExp(`^${OPENS}${EDGE}(?:${TEXT}*${EDGE})?$`, 'u');
const PLAIN_HEADING = new RegExp(`^(#{1,6}) (?!${TEXT}*#)${EDGE}(?:${TEXT}*${EDGE})?$`, 'u');
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
    const nodes = plainNodes(lines, at, end);
    if (!nodes) current = undefined;
    else {
      if (!current) {
        current = { first: at, lines: [], blocks: [] };
        runs.push(current);
      }
      for (let line = at; line < end; line++) current.lines.push(line);
      current.blocks.push(...nodes);
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

/** The lines from `first` up to but not including `end` as nodes, undefined when they are not surely plain. */
function plainNodes(lines: readonly BodyLine[], first: number, end: number): PlainBlock[] | undefined {
  const table = plainTable(lines.slice(first, end), first);
  if (table) return [table];
  const nodes: PlainBlock[] = [];
  let start = first;
  for (let at = first; at < end; at++) {
    const text = lines[at]?.text ?? '';
    const marks = PLAIN_HEADING.exec(text)?.[1];
    if ((marks === undefined && !PLAIN_LINE.test(text)) || hasAddress(text)) return undefined;
    if (marks === undefined) continue;
    // A heading ends the paragraph before it, with or without a blank line.
    if (at > start) nodes.push(paragraph(lines.slice(start, at), start));
    nodes.push(heading(lines.slice(at, at + 1), at, marks.length as Heading['depth']));
    start = at + 1;
  }
  if (end > start) nodes.push(paragraph(lines.slice(start, end), start));
  return nodes;
}

function paragraph(block: readonly BodyLine[], first: number): Paragraph {
  const text = textOf(block, first, 0);
  return { type: 'paragraph', children: [text], position: placeOf(block, first, 0) };
}

function heading(block: readonly BodyLine[], first: number, depth: Heading['depth']): Heading {
  const text = textOf(block, first, depth + 1);
  return { type: 'heading', depth, children: [text], position: placeOf(block, first, 0) };
}

/** The text of lines, the first of which is the body's line `first`, from the character `inner` of that one. */
function textOf(block: readonly BodyLine[], first: number, inner: number): Text {
  const typed = block.map(({ text }) => text).join('\n');
  return {
    type: 'text',
    value: unescaped(typed.slice(inner)),
    position: placeOf(block, first, inner),
  };
}

function placeOf(block: readonly BodyLine[], first: number, inner: number): NonNullable<Text['position']> {
  const { start: from = 0 } = block[0] ?? {};
  const { start: to, text } = block.at(-1) ?? { start: 0, text: '' };
  return {
    start: { line: first + 1, column: inner + 1, offset: from + inner },
    end: { line: first + block.length, column: text.length + 1, offset: to + text.length },
  };
}
