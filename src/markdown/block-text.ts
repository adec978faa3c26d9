import type { Element, ElementContent, Text } from 'hast';

/** A text node of a block with the offset at which it begins in the block's text. */
export interface TextPiece {
  node: Text;
  parent: Element;
  start: number;
}

/** A block's text as one string, and the nodes that it came from. */
export interface BlockText {
  /** What can be made a link: a barrier stands for each character of links, code and nested blocks. */
  text: string;
  /** What references are looked for in: the same with the words of links. */
  citing: string;
  /** What the reader sees, offset for offset the same length; a barrier stands only for what has no words. */
  visible: string;
  pieces: TextPiece[];
  /** Where the words that are searched for references come from: the pieces and the words of links, in order. */
  sources: Pick<TextPiece, 'node' | 'start'>[];
}

/** Stands in the text for what must not be searched, so that nothing is found across it. */
const BARRIER = '\uFFFC';

/** Links and code are left alone, but a reader sees their words. */
const OPAQUE = new Set(['a', 'code', 'pre']);
/** These have no words of this block: pictures, line breaks, footnote marks, and elements that hold blocks of their own. */
const WORDLESS = new Set([
  'img',
  'br',
  'sup',
  'input',
  'p',
  'ul',
  'ol',
  'li',
  'table',
  'blockquote',
  'section',
  'div',
  'dl',
]);

/** Collects a block's own inline text. */
export function blockText(block: Element): BlockText {
  const collected: BlockText = { text: '', citing: '', visible: '', pieces: [], sources: [] };
  collect(block, collected);
  return collected;
}

/** Whether a stretch of the text can become a link: no part of it is one already. */
export function isLinkable({ text }: BlockText, { start, end }: { start: number; end: number }): boolean {
  return !text.slice(start, end).includes(BARRIER);
}

/** A stretch of visible text as shown in a list: barriers taken out. */
export function withoutBarriers(text: string): string {
  return text.replaceAll(BARRIER, '');
}

function collect(parent: Element, into: BlockText): void {
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'text') {
      into.pieces.push({ node: child, parent, start: into.text.length });
      into.sources.push({ node: child, start: into.text.length });
      into.text += child.value;
      into.citing += child.value;
      into.visible += child.value;
    } else if (child.type === 'element') {
      // Nothing stands between the parts of a number that a footnote mark divides.
      if (isFootnoteMark(child)) continue;
      if (child.tagName === 'a') addSources(child, into);
      if (OPAQUE.has(child.tagName)) addOpaque(wordsOf(child) || BARRIER, into, child.tagName === 'a');
      else if (WORDLESS.has(child.tagName)) addOpaque(BARRIER, into);
      else collect(child, into);
    }
  }
}

function addOpaque(words: string, into: BlockText, cites = false): void {
  const barrier = BARRIER.repeat(words.length);
  into.text += barrier;
  into.citing += cites ? words : barrier;
  into.visible += words;
}

function addSources(link: Element, { sources, text }: BlockText): void {
  let start = text.length;
  for (const node of textsIn(link)) {
    sources.push({ node, start });
    start += node.value.length;
  }
}

function textsIn(element: Element): Text[] {
  return element.children.flatMap((child) =>
    child.type === 'text' ? [child] : child.type === 'element' ? textsIn(child) : [],
  );
}

function isFootnoteMark({ tagName, children }: Element): boolean {
  const [mark] = children;
  return tagName === 'sup' && mark?.type === 'element' && mark.properties['dataFootnoteRef'] !== undefined;
}

function wordsOf(element: Element): string {
  return textsIn(element)
    .map(({ value }) => value)
    .join('');
}
