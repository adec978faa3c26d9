import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MdastRoot } from 'mdast';
import type { ShortNames } from '../core/cited-titles.ts';
import { type Block, type Clause, FOOTNOTES, type PlacedBlock, placeBlocks } from '../core/clauses.ts';
import type { Reference } from '../core/references.ts';
import { blockText, withoutBarriers } from './block-text.ts';
import { type LinkContext, linkReferences } from './link-references.ts';
import { markLayout } from './mark-layout.ts';
import { secureLinks } from './safe-links.ts';
import { toHast } from './to-hast.ts';

/** A document rendered once: its HTML, its citable places and what it cites. Plain data, fit to be stored. */
export interface RenderedBody {
  html: string;
  clauses: Clause[];
  references: Reference[];
}

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
interface PageBlock extends Block {
  element: Element;
}

/** Renders a document's syntax tree: safe links, clause anchors, linked references. The tree is used up. */
export function renderBody(tree: MdastRoot, context: LinkContext): RenderedBody {
  const hast = toHast(tree);
  secureLinks(hast, context.links.base);
  markLayout(hast);
  const blocks = collectBlocks(hast);
  const placed = placeBlocks(blocks);
  // A short name defined in one block (以下简称《意见》) is known in those after it, and in this document only.
  const names: ShortNames = new Map();
  const references = blocks.flatMap(({ element }, index) => {
    const ownId = element.properties['id'];
    const place = placed[index];
    if (!place) return [];
    // A footnote already has the id that its mark links to.
    if (typeof ownId === 'string') place.id = ownId;
    const found = linkReferences(element, place, context, names);
    anchor(element, place);
    return found;
  });
  frameTables(hast);
  return { html: toHtml(hast), clauses: placed.flatMap(({ clause }) => clause ?? []), references };
}

/** Blocks in reading order. The number that the browser draws before a list item counts as its ordinal. */
function collectBlocks(root: Root): PageBlock[] {
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

/** Puts the block's id, and on a clause its citation label and a link to itself that holds no text. */
function anchor(element: Element, place: PlacedBlock): void {
  element.properties['id'] = place.id;
  if (!place.clause) return;
  element.properties['dataClause'] = place.clause.label;
  element.children.push({
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['anchor'],
      href: `#${place.id}`,
      ariaLabel: `${place.clause.label}的链接`,
    },
    children: [],
  });
}

/** A wide table scrolls within its own frame, reachable by keyboard, so that the page never scrolls sideways. */
function frameTables(root: Root | Element): void {
  for (const [index, child] of root.children.entries()) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'table') {
      frameTables(child);
      continue;
    }
    root.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-frame'], role: 'region', ariaLabel: '表格', tabIndex: 0 },
      children: [child],
    };
  }
}
