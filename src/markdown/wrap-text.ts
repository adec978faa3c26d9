import type { Element, ElementContent } from 'hast';
import type { BlockText, TextPiece } from './block-text.ts';

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
    // What style sheets put after the stretch belongs after its last part.
    if (wrapping.end > start + node.value.length) element.properties['dataGoesOn'] = '';
    parts.push(element);
    done = to;
  }
  if (done < node.value.length) parts.push({ type: 'text', value: node.value.slice(done) });
  parent.children.splice(parent.children.indexOf(node), 1, ...parts);
}
