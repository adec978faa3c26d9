import type { Block, FootnoteBlock, TableBlock } from './blocks.ts';
import { escapePieces, type Piece } from './escape.ts';

/** Address, on the site, of a picture of the document: its own number counts from 1. */
export type PictureAddress = (number: number) => string;

/** MDX source of a body: one heading, paragraph, table or picture after the other, an empty line between. */
export function writeBody(blocks: readonly Block[], addressOf: PictureAddress = String): string {
  let pictures = 0;
  return blocks
    .map((block) => {
      if (block.kind !== 'picture') return writeBlock(block);
      pictures += 1;
      return `![${escapePieces([{ text: block.alt, supplied: false }], 'label')}](${addressOf(pictures)})`;
    })
    .join('\n\n');
}

/** MDX source of one block that has text. */
export function writeBlock(block: Exclude<Block, { kind: 'picture' }>): string {
  if (block.kind === 'table') return writeTable(block);
  if (block.kind === 'footnote') return writeFootnote(block);
  const { level, pieces } = block;
  return level === undefined
    ? escapePieces(pieces, 'paragraph')
    : `${'#'.repeat(level)} ${escapePieces(pieces, 'heading')}`;
}

/** A GFM table; lines of a cell are parted by the one component that may stand in a table. */
function writeTable({ rows }: TableBlock): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const written = rows.map((row) => {
    const cells = Array.from({ length: columns }, (_, at) => writeCell(row[at] ?? []));
    return `| ${cells.join(' | ')} |`;
  });
  const [head = '', ...body] = written;
  return [head, `|${' --- |'.repeat(columns)}`, ...body].join('\n');
}

function writeCell(lines: readonly Piece[][]): string {
  return lines.map((pieces) => escapePieces(pieces, 'cell')).join('<br />');
}

function writeFootnote({ label, paragraphs }: FootnoteBlock): string {
  const written = paragraphs.map((pieces) => escapePieces(pieces, 'paragraph'));
  return `[^${label}]: ${written.join('\n\n    ')}`;
}
