import type { Piece } from './escape.ts';
import type { Finding } from './finding.ts';
import { headingDepths } from './headings.ts';
import type { Paragraph } from './join.ts';
import { makePieces } from './pieces.ts';

/** One heading or paragraph of a draft. */
export interface Block {
  /** 2 or 3 for a heading, undefined for a paragraph. */
  level?: 2 | 3;
  /** Source line on which it begins. */
  line: number;
  pieces: Piece[];
}

/** Turns paragraphs into headings and paragraphs; the outermost headings of a text are of level 2. */
export function makeBlocks(paragraphs: readonly Paragraph[]): { blocks: Block[]; findings: Finding[] } {
  const { depths, findings } = headingDepths(paragraphs);
  const top = depths.includes(1) ? 1 : 2;
  const blocks = paragraphs.map((paragraph, index): Block => {
    const made = makePieces(paragraph);
    findings.push(...made.findings);
    const depth = depths[index];
    const level = depth === undefined ? undefined : depth === top ? 2 : 3;
    return { line: paragraph.line, pieces: made.pieces, ...(level === undefined ? {} : { level }) };
  });
  return { blocks, findings };
}
