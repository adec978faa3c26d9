import type { Finding } from './finding.ts';
import type { Paragraph } from './join.ts';
import { type NumberingKind, numberingOf } from './numbering.ts';

/** Kinds of numbering that can head a part of a text, by depth. 条 and below number paragraphs, not headings. */
const HEADING_DEPTH: Partial<Record<NumberingKind, number>> = {
  chapter: 1,
  part: 1,
  chapterSection: 2,
  section: 2,
};

/** Longer lines are paragraphs that begin with a number, in UTF-16 units. */
const LONGEST_HEADING = 50;

interface Candidate {
  depth: number;
  /** A Markdown heading marker stands before it: the source itself calls it a heading. */
  marked: boolean;
  /** It has text of its own below it. */
  leads: boolean;
}

/**
 * Depth of each paragraph as a heading (1 or 2), or undefined. Whether 一、 or （一） heads a part or numbers an item
 * is judged for the whole document: they are headings when most of the short ones have text of their own below them.
 */
export function headingDepths(paragraphs: readonly Paragraph[]): {
  depths: (number | undefined)[];
  findings: Finding[];
} {
  const hasArticles = paragraphs.some(({ text }) => numberingOf(text)?.kind === 'article');
  const candidates = paragraphs.map((_, index) => candidateAt(paragraphs, index, hasArticles));
  const accepted = new Set([1, 2].filter((depth) => areHeadings(candidates, depth)));
  const isHeading = (candidate: Candidate | undefined): candidate is Candidate =>
    candidate !== undefined && (candidate.marked || accepted.has(candidate.depth));
  const items = paragraphs.filter((_, index) => candidates[index] && !isHeading(candidates[index]));
  return {
    depths: candidates.map((candidate) => (isHeading(candidate) ? candidate.depth : undefined)),
    findings: items[0] ? [itemsFinding(items[0], items.length)] : [],
  };
}

function itemsFinding({ text, line }: Paragraph, count: number): Finding {
  const label = numberingOf(text)?.label ?? '';
  const message = `从“${label}”起有 ${count} 个带序数的短段当作条目，没有作标题：多数下面没有自己的正文`;
  return { kind: 'guessed', line, message };
}

function areHeadings(candidates: readonly (Candidate | undefined)[], depth: number): boolean {
  const level = candidates.filter((candidate) => candidate?.depth === depth && !candidate.marked);
  return level.filter((candidate) => candidate?.leads).length * 2 > level.length;
}

/** In a text of 条, 一、 and （一） number the items of an article and are never headings. */
function candidateAt(
  paragraphs: readonly Paragraph[],
  index: number,
  hasArticles: boolean,
): Candidate | undefined {
  const paragraph = paragraphs[index];
  const marker = paragraph?.lines[0]?.marker;
  if (marker !== undefined) return { depth: marker <= 2 ? 1 : 2, marked: true, leads: true };
  const depth = depthOf(paragraph);
  if (!paragraph || depth === undefined || !isHeadingLike(paragraph.text)) return undefined;
  if (hasArticles && !/^第/.test(paragraph.text)) return undefined;
  const next = paragraphs[index + 1];
  const below = depthOf(next);
  return { depth, marked: false, leads: next !== undefined && (below === undefined || below > depth) };
}

function depthOf(paragraph: Paragraph | undefined): number | undefined {
  const numbering = paragraph && numberingOf(paragraph.text);
  return numbering && HEADING_DEPTH[numbering.kind];
}

/** One sentence of a heading's length; 一、加强领导。各校要…… is a paragraph that begins with its heading. */
function isHeadingLike(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[。！？；;!?](?=.)/.test(text) && !/[：:，,、]$/.test(text);
}
