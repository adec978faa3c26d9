import type { Piece } from './escape.ts';
import type { Finding } from './finding.ts';
import { headingDepths } from './headings.ts';
import { type Paragraph, paragraphOf } from './join.ts';
import type { Picture, SourceLine, Table } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { makePieces } from './pieces.ts';

/** A heading or paragraph of a draft. */
export interface TextBlock {
  kind: 'text';
  /** 2 or more for a heading, undefined for a paragraph. */
  level?: number;
  pieces: Piece[];
}

/** A table of a draft: rows, cells, lines of a cell. */
export interface TableBlock {
  kind: 'table';
  rows: Piece[][][][];
}

/** The text of a footnote: its label and its paragraphs. */
export interface FootnoteBlock {
  kind: 'footnote';
  label: string;
  paragraphs: Piece[][];
}

/** One block of a draft, and where it begins in the source. */
export type Block = (TextBlock | TableBlock | FootnoteBlock | Picture) & { line: number };

/** Labels of footnotes by their ids. */
export type FootnoteLabels = ReadonlyMap<string, string>;

/** Turns paragraphs into blocks; the outermost headings of a text are of level 2. */
export function makeBlocks(
  paragraphs: readonly Paragraph[],
  labels: FootnoteLabels = new Map(),
): { blocks: Block[]; findings: Finding[] } {
  const { depths, findings } = headingDepths(paragraphs);
  const collect = (paragraph: Paragraph): Piece[] => {
    const made = makePieces(paragraph, labels);
    findings.push(...made.findings);
    return made.pieces;
  };
  const blocks = paragraphs.map((paragraph, index): Block => {
    const { line } = paragraph;
    const solid = paragraph.lines[0]?.solid;
    if (solid?.kind === 'table') return { kind: 'table', line, rows: tableRows(solid, collect) };
    if (solid) return { ...solid, line };
    const depth = depths[index];
    if (depth === undefined) return { kind: 'text', line, pieces: collect(paragraph) };
    // A heading is bold as it is.
    const plain = { ...paragraph, marks: paragraph.marks.filter(({ kind }) => kind !== 'strong') };
    return { kind: 'text', line, level: Math.min(depth + 1, 6), pieces: collect(plain) };
  });
  return { blocks, findings: [...findings, ...unfinished(paragraphs, depths)] };
}

/** The blocks of footnotes, and what was done to their text. */
export function makeFootnotes(
  footnotes: ReadonlyMap<string, readonly SourceLine[]>,
  labels: FootnoteLabels,
): { blocks: Block[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const blocks = [...labels].map(([id, label]): Block => {
    const lines = footnotes.get(id) ?? [];
    const made = lines.map((line) => makePieces(paragraphOf(line), labels));
    findings.push(...made.flatMap((each) => each.findings));
    return {
      kind: 'footnote',
      line: lines[0]?.line ?? 0,
      label,
      paragraphs: made.map(({ pieces }) => pieces),
    };
  });
  return { blocks, findings };
}

function tableRows({ rows }: Table, collect: (paragraph: Paragraph) => Piece[]): Piece[][][][] {
  return rows.map((row) => row.map((lines) => lines.map((line) => collect(paragraphOf(line)))));
}

/** Sentences that stop without a mark: perhaps cut in mid-sentence, but nothing proves it, so they stay cut. */
function unfinished(paragraphs: readonly Paragraph[], depths: readonly (number | undefined)[]): Finding[] {
  return paragraphs.flatMap(({ text, lines }, index) => {
    const next = paragraphs[index + 1];
    if (!next || depths[index] !== undefined || depths[index + 1] !== undefined) return [];
    if (
      text.length < 15 ||
      !/[，,。；;]/.test(text) ||
      numberingOf(next.text) ||
      next.text === '' ||
      !/\p{Script=Han}$/u.test(text)
    )
      return [];
    const message = `段末“${[...text].slice(-8).join('')}”没有标点，也许在句中断开，没有与下一段合并`;
    return [{ kind: 'attention', line: lines.at(-1)?.line ?? 0, message } satisfies Finding];
  });
}
