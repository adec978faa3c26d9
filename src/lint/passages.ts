import type { Nodes, Parents } from 'mdast';
import { type ListMark, listMarks } from './list-marks.ts';
import type { LintDocument } from './rule.ts';
import { fileOffset, filePlace, literalOffsets } from './source-offsets.ts';

/** A stretch of a passage that is one text node of the tree. */
interface Piece {
  /** Index in the passage's text. */
  from: number;
  node: Extract<Nodes, { type: 'text' | 'break' }>;
}

/** A paragraph, heading or table cell of a body: its text without code, and where it stands. */
export interface Passage {
  text: string;
  /** 1 to 6 for a heading. */
  depth?: number;
  /** In a table, quotation or footnote: its numbering is not the document's. */
  inert: boolean;
  /** Its number, when it begins an item of an ordered Markdown list. */
  listMark?: ListMark;
  /** 1-based line in the body on which the block begins. */
  line: number;
  pieces: readonly Piece[];
}

const known = new WeakMap<LintDocument, readonly Passage[]>();

/** All passages of a document's body in text order. Made once a check. */
export function passagesOf(document: LintDocument): readonly Passage[] {
  const passages = known.get(document) ?? gather(document);
  known.set(document, passages);
  return passages;
}

/** Where a character of a passage stands in the file; its column too when the text stands there letter by letter. */
export function placeOf(
  document: LintDocument,
  passage: Passage,
  index: number,
): { line: number; column?: number } {
  const range = rangeOf(document, passage, index, index + 1);
  if (range) return filePlace(document.source, range.start);
  const piece = pieceAt(passage, index);
  return { line: document.source.bodyLine + (piece?.node.position?.start.line ?? passage.line) - 1 };
}

/**
 * The place in the file of a stretch of a passage, as UTF-16 offsets, its escapes (`\\(`) included. Undefined when it
 * reaches over more than one text node or does not stand in the file letter by letter.
 */
export function rangeOf(
  { source }: LintDocument,
  passage: Passage,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  const piece = pieceAt(passage, from);
  const literal = piece && literalOf(source, piece.node);
  if (!piece || !literal) return undefined;
  const [start, end] = [literal[from - piece.from], literal[to - piece.from]];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Offsets in the file of a text node's characters, and of its end; null when they don't stand there one by one. */
const literals = new WeakMap<Piece['node'], readonly number[] | null>();

function literalOf(source: LintDocument['source'], node: Piece['node']): readonly number[] | null {
  const known = literals.get(node);
  if (known !== undefined) return known;
  const { start, end } = node.position ?? {};
  const first = start && fileOffset(source, start);
  const offsets =
    first === undefined || !end || node.type !== 'text'
      ? undefined
      : literalOffsets(source.text.slice(first, fileOffset(source, end)), node.value);
  const literal = offsets && first !== undefined ? offsets.map((offset) => first + offset) : null;
  literals.set(node, literal);
  return literal;
}

function pieceAt({ pieces }: Passage, index: number): Piece | undefined {
  return pieces.findLast(({ from }) => from <= index);
}

const INERT: ReadonlySet<string> = new Set(['blockquote', 'table', 'footnoteDefinition']);

/** A loop, not a recursion: a hostile body nests deeper than the call stack. */
function gather({ source, body }: LintDocument): Passage[] {
  const passages: Passage[] = [];
  const waiting: { node: Nodes; inert: boolean; lists: number; listMark?: ListMark | undefined }[] = [
    { node: body.tree, inert: false, lists: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, listMark } = next;
    if (!('children' in node)) continue;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      passages.push(passageOf(node, next.inert, listMark));
      continue;
    }
    const inert = next.inert || INERT.has(node.type);
    const lists = next.lists + (node.type === 'list' ? 1 : 0);
    const marks = node.type === 'list' ? listMarks(node, source, lists) : [];
    for (const [index, child] of [...node.children.entries()].reverse()) {
      const mark = node.type === 'listItem' && index === 0 ? listMark : marks[index];
      waiting.push({ node: child, inert, lists, listMark: mark });
    }
  }
  return passages;
}

function passageOf(
  block: Extract<Parents, { type: 'paragraph' | 'heading' | 'tableCell' }>,
  inert: boolean,
  listMark: ListMark | undefined,
): Passage {
  const { text, pieces } = textOf(block);
  const passage: Passage = { text, inert, line: block.position?.start.line ?? 1, pieces };
  if (block.type === 'heading') passage.depth = block.depth;
  if (listMark) passage.listMark = listMark;
  return passage;
}

function textOf(block: Parents): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  const waiting: Nodes[] = [...block.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) waiting.push(...[...node.children].reverse());
    else if (node.type === 'text' || node.type === 'break') {
      pieces.push({ from: text.length, node });
      text += node.type === 'break' ? '\n' : node.value;
    } else if (node.type === 'inlineCode') text += '\uFFFC';
  }
  return { text, pieces };
}
