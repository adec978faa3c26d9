import type { Block } from './blocks.ts';
import type { ReadBack } from './check-draft.ts';
import type { Piece } from './escape.ts';
import type { Finding } from './finding.ts';
import { MARK_KINDS, type MarkKind } from './manuscript.ts';
import { essence } from './verify.ts';
import { writeBlock } from './write-body.ts';

const NAMES: Record<MarkKind, string> = { link: '链接', strong: '加粗', emphasis: '斜体', deleted: '删除线' };

/**
 * Reads each block that has marks again, as the site will. Where Markdown can't set off just these characters (bold
 * that ends within a Latin word, say), the block goes without its marks: its text matters more.
 */
export function keepReadableMarks(
  blocks: readonly Block[],
  readBack: ReadBack,
): { blocks: Block[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const kept = blocks.map((block) => {
    if (block.kind === 'picture' || !isMarked(block) || isReadable(block, readBack)) return block;
    const names = MARK_KINDS.filter((kind) => markedText(block, kind) !== '').map((kind) => NAMES[kind]);
    findings.push({
      kind: 'lost',
      line: block.line,
      message: `这一段的${names.join('、')}没有保留：记号在这里会被读错，文字不变`,
    });
    return mapPieces(block, ({ marks: _, ...piece }) => piece);
  });
  return { blocks: kept, findings };
}

type MarkedBlock = Exclude<Block, { kind: 'picture' }>;

function isMarked(block: MarkedBlock): boolean {
  return piecesOf(block).some(({ marks = [] }) => marks.length > 0);
}

function isReadable(block: MarkedBlock, readBack: ReadBack): boolean {
  // Without its definition a footnote's mark is no mark.
  const alone = mapPieces(block, ({ footnotes: _, ...piece }) => piece);
  const read = readBack(writeBlock(alone.kind === 'footnote' ? { ...alone, label: '1' } : alone));
  if (!read.ok) return false;
  const wanted = piecesOf(block).filter(({ supplied }) => !supplied);
  if (essence(read.text) !== essence(wanted.map(({ text }) => text).join(''))) return false;
  return MARK_KINDS.every((kind) => essence(read.marked[kind]) === essence(markedText(block, kind)));
}

function markedText(block: MarkedBlock, wanted: MarkKind): string {
  return piecesOf(block)
    .filter(({ supplied, marks = [] }) => !supplied && marks.some(({ kind }) => kind === wanted))
    .map(({ text }) => text)
    .join('');
}

function piecesOf(block: MarkedBlock): Piece[] {
  if (block.kind === 'table') return block.rows.flat(3);
  return block.kind === 'footnote' ? block.paragraphs.flat() : block.pieces;
}

function mapPieces(block: MarkedBlock & { line: number }, change: (piece: Piece) => Piece): MarkedBlock {
  const each = (pieces: readonly Piece[]): Piece[] => pieces.map(change);
  if (block.kind === 'table') {
    return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(each))) };
  }
  if (block.kind === 'footnote') return { ...block, paragraphs: block.paragraphs.map(each) };
  return { ...block, pieces: each(block.pieces) };
}
