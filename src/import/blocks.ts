import type { Piece } from './escape.ts';
import type { Finding } from './finding.ts';
import type { Paragraph } from './join.ts';
import { type NumberingKind, numberingOf } from './numbering.ts';
import { lostBrackets } from './supply.ts';
import { widen } from './widths.ts';

/** One heading or paragraph of a draft. */
export interface Block {
  /** 2 or 3 for a heading, undefined for a paragraph. */
  level?: 2 | 3;
  /** Source line on which it begins. */
  line: number;
  pieces: Piece[];
}

/** Kinds of numbering that can head a part of a text, by depth. 条 and below number paragraphs, not headings. */
const HEADING_DEPTH: Partial<Record<NumberingKind, number>> = {
  chapter: 1,
  part: 1,
  chapterSection: 2,
  section: 2,
};
const LONGEST_HEADING = 50;

/** Turns paragraphs into headings and paragraphs, with widths normalised and lost brackets supplied. */
export function makeBlocks(paragraphs: readonly Paragraph[]): { blocks: Block[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const depths = headingDepths(paragraphs, findings);
  const top = Math.min(...depths.filter((depth) => depth !== undefined));
  const blocks = paragraphs.map((paragraph, index): Block => {
    const depth = depths[index];
    const pieces = makePieces(paragraph, findings);
    return { line: paragraph.line, pieces, ...(depth === undefined ? {} : { level: depth === top ? 2 : 3 }) };
  });
  return { blocks, findings };
}

/**
 * Depth of each paragraph as a heading, or undefined. Whether 一、 or （一） heads a part or numbers an item is judged
 * for the whole document: they are headings when most of the short ones have text of their own below them.
 */
function headingDepths(paragraphs: readonly Paragraph[], findings: Finding[]): (number | undefined)[] {
  const candidates = paragraphs.map((paragraph, index) => {
    const marked = paragraph.lines[0]?.marker;
    if (marked !== undefined)
      return { depth: Math.min(Math.max(marked - 1, 1), 2), marked: true, leads: true };
    const depth = HEADING_DEPTH[numberingOf(paragraph.text)?.kind ?? 'item'];
    if (depth === undefined || !isHeadingLike(paragraph.text)) return undefined;
    return { depth, marked: false, leads: leadsText(paragraphs, index) };
  });
  const isHeading = (depth: number): boolean => {
    const level = candidates.filter((candidate) => candidate?.depth === depth && !candidate.marked);
    return level.filter((candidate) => candidate?.leads).length * 2 > level.length;
  };
  const accepted = new Set([1, 2].filter(isHeading));
  return candidates.map((candidate, index) => {
    if (!candidate) return undefined;
    if (candidate.marked || accepted.has(candidate.depth)) return candidate.depth;
    const paragraph = paragraphs[index];
    const label = paragraph ? numberingOf(paragraph.text)?.label : '';
    findings.push({
      kind: 'guessed',
      line: paragraph?.line ?? 0,
      message: `“${label}”开头的这一行当作条目，未作标题：下面没有自己的正文`,
    });
    return undefined;
  });
}

/** One sentence of a heading's length; 一、加强领导。各校要…… is a paragraph that begins with its heading. */
function isHeadingLike(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[。！？；;!?](?=.)/.test(text) && !/[：:，,、]$/.test(text);
}

function leadsText(paragraphs: readonly Paragraph[], index: number): boolean {
  const depth = HEADING_DEPTH[numberingOf(paragraphs[index]?.text ?? '')?.kind ?? 'item'] ?? 0;
  const next = paragraphs[index + 1];
  if (!next) return false;
  const below = HEADING_DEPTH[numberingOf(next.text)?.kind ?? 'item'];
  return below === undefined || below > depth;
}

function makePieces(paragraph: Paragraph, findings: Finding[]): Piece[] {
  const { supplies, unpaired } = lostBrackets(paragraph.text);
  for (const { at, reason, text } of supplies) {
    findings.push({
      kind: 'guessed',
      line: lineAt(paragraph, at),
      message: `${reason}，补上“${text}”并标明为编者所补`,
    });
  }
  for (const { at, text } of unpaired) {
    const around = paragraph.text.slice(Math.max(0, at - 8), at + 9);
    findings.push({
      kind: 'attention',
      line: lineAt(paragraph, at),
      message: `“${text}”没有配对（“${around}”），请对照原件`,
    });
  }
  const { units, marks, spaces } = widen(paragraph.text);
  if (marks > 0) {
    const dropped = spaces > 0 ? `，并删去标点后的空格 ${spaces} 处` : '';
    findings.push({
      kind: 'changed',
      line: paragraph.line,
      message: `半角标点改为全角 ${marks} 处${dropped}`,
    });
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (const { at, text } of supplies) {
    pieces.push({ text: units.slice(from, at).join(''), supplied: false }, { text, supplied: true });
    from = at;
  }
  pieces.push({ text: units.slice(from).join(''), supplied: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** Source line of an offset in a joined paragraph. */
function lineAt(paragraph: Paragraph, at: number): number {
  let end = 0;
  for (const { text, line } of paragraph.lines) {
    end += text.length;
    if (at <= end) return line;
  }
  return paragraph.line;
}
