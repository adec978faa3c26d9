import type { Piece } from './escape.ts';
import type { Finding } from './finding.ts';
import { headingDepths } from './headings.ts';
import type { Paragraph } from './join.ts';
import { numberingOf } from './numbering.ts';
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
  return { blocks, findings: [...findings, ...unfinished(paragraphs, depths)] };
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
      !/\p{Script=Han}$/u.test(text)
    )
      return [];
    const message = `段末“${[...text].slice(-8).join('')}”没有标点，也许在句中断开，没有与下一段合并`;
    return [{ kind: 'attention', line: lines.at(-1)?.line ?? 0, message } satisfies Finding];
  });
}
