import type { Element, Root } from 'hast';
import { type Block, FOOTNOTES } from '../core/clauses.ts';
import { blockText, withoutBarriers } from './block-text.ts';

/** Blocks that carry text of their own and so an id; others (lists, tables, quotes) are walked into. */
const BLOCKS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'td',
  'th',
  'dt',
  'dd',
  'pre',
  'figcaption',
]);
/** What stands in these numbers something else than the document's clauses. */
const INERT = new Set(['table', 'blockquote', 'pre']);
const HEADING = /^h[1-6]$/;

/** What a block stands in that keeps it from being a clause. */
type Surroundings = Required<Pick<Block, 'inert' | 'footnote'>>;

/** A block of the page, as its element and as the placing of clauses sees it. */
export interface PageBlock extends Block {
  element: Element;
}

/** Blocks in reading order. The number that the browser draws before a list item counts as its ordinal. */
export function pageBlocks(root: Root): PageBlock[] {
  const blocks: PageBlock[] = [];
  const walk = (parent: Root | Element, within: Surroundings, depth: number): void => {
    let number =
      parent.type === 'element' && parent.tagName === 'ol' ? Number(parent.properties['start'] ?? 1) : 0;
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      // The heading that remark-rehype puts over the footnotes is none of the document's, but search names them by it.
      if (child.properties['id'] === FOOTNOTES.id) {
        child.properties['dataClause'] = FOOTNOTES.label;
        continue;
      }
      const inside = {
        inert: within.inert || INERT.has(child.tagName),
        footnote: within.footnote || child.properties['dataFootnotes'] !== undefined,
      };
      const marker = child.tagName === 'li' && number > 0 && depth === 0 ? `${number++}.` : '';
      if (BLOCKS.has(child.tagName)) blocks.push(pageBlock(child, marker, inside));
      if (HEADING.test(child.tagName) || child.tagName === 'p') continue;
      walk(child, inside, depth + (child.tagName === 'li' ? 1 : 0));
    }
  };
  walk(root, { inert: false, footnote: false }, 0);
  return blocks;
}

function pageBlock(element: Element, marker: string, within: Surroundings): PageBlock {
  return {
    element,
    text: marker + withoutBarriers(blockText(element).visible),
    depth: HEADING.test(element.tagName) ? Number(element.tagName[1]) : undefined,
    ...within,
  };
}
