import type { Element, ElementContent, Text } from 'hast';

/** A text node of a block with the offset at which it begins in the block's text. */
export interface TextPiece {
  node: Text;
  parent: Element;
  start: number;
}

/** A block's visible text as one string, and the nodes that it came from. */
export interface BlockText {
  text: string;
  pieces: TextPiece[];
}

/** Stands in the text for what must not be searched, so that nothing is found across it. */
const BARRIER = '\uFFFC';

const OPAQUE = new Set(['a', 'code', 'pre', 'img', 'br', 'sup']);
/** Elements that hold blocks of their own, so are not inline content of this one. */
const NESTED = new Set(['p', 'ul', 'ol', 'li', 'table', 'blockquote', 'section', 'div', 'dl']);

/** Collects a block's own inline text. Links and code stand as a barrier: they are left alone. */
export function blockText(block: Element): BlockText {
  const collected: BlockText = { text: '', pieces: [] };
  collect(block, collected);
  return collected;
}

function collect(parent: Element, into: BlockText): void {
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'text') {
      into.pieces.push({ node: child, parent, start: into.text.length });
      into.text += child.value;
    } else if (child.type === 'element') {
      if (OPAQUE.has(child.tagName) || NESTED.has(child.tagName)) into.text += BARRIER;
      else collect(child, into);
    }
  }
}

/** A stretch of a block's text and the element to wrap it in; `wrap(first)` is called once per text node touched. */
export interface Wrapping {
  start: number;
  end: number;
  wrap: (first: boolean) => Element;
}

/** Wraps stretches of a block's text, which must not overlap. A stretch split by inline markup is wrapped in parts. */
export function wrapText(block: BlockText, wrappings: readonly Wrapping[]): void {
  const ordered = [...wrappings].sort((a, b) => a.start - b.start);
  for (const piece of block.pieces) {
    const end = piece.start + piece.node.value.length;
    const touching = ordered.filter((wrapping) => wrapping.start < end && wrapping.end > piece.start);
    if (touching.length > 0) replacePiece(piece, touching);
  }
}

function replacePiece({ node, parent, start }: TextPiece, wrappings: readonly Wrapping[]): void {
  const parts: ElementContent[] = [];
  let done = 0;
  for (const wrapping of wrappings) {
    const from = Math.max(wrapping.start - start, 0);
    const to = Math.min(wrapping.end - start, node.value.length);
    if (from > done) parts.push({ type: 'text', value: node.value.slice(done, from) });
    const element = wrapping.wrap(wrapping.start >= start);
    element.children = [{ type: 'text', value: node.value.slice(from, to) }];
    parts.push(element);
    done = to;
  }
  if (done < node.value.length) parts.push({ type: 'text', value: node.value.slice(done) });
  parent.children.splice(parent.children.indexOf(node), 1, ...parts);
}
