import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MdastRoot } from 'mdast';
import type { ShortNames } from '../core/cited-titles.ts';
import { type Block, type Clause, FOOTNOTES, type PlacedBlock, placeBlocks } from '../core/clauses.ts';
import { ordinalLength } from '../core/ordinals.ts';
import type { Reference } from '../core/references.ts';
import { blockText, withoutBarriers } from './block-text.ts';
import { type FindImageSize, makeFigures } from './figures.ts';
import { type LinkContext, linkReferences } from './link-references.ts';
import { markLayout } from './mark-layout.ts';
import { secureLinks } from './safe-links.ts';
import { frameTables } from './tables.ts';
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

/** What rendering needs. */
export interface RenderContext extends LinkContext {
  /** Tells the size of an image, by its address as it stands in the page. */
  sizeOf?: FindImageSize | undefined;
}

/** Renders a document's syntax tree: safe links, clause anchors, linked references. The tree is used up. */
export function renderBody(tree: MdastRoot, context: RenderContext): RenderedBody {
  const hast = toHast(tree);
  secureLinks(hast, context.links.base);
  makeFigures(hast, context.sizeOf);
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
  markLayout(hast);
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
  if (place.clause.level === 'article' && !place.clause.heading) embolden(element);
  element.children.push({
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['anchor'],
      href: `#${place.id}`,
      // The clause is named by what stands before; a script names it in full.
      ariaLabel: '本条链接',
    },
    children: [],
  });
}

/** Laws set the number of an article in bold (第一条), so that the eye finds it. */
function embolden(element: Element): void {
  const [text] = element.children;
  if (text?.type !== 'text') return;
  const mark = text.value.slice(0, ordinalLength(text.value)).trimEnd();
  if (mark === '') return;
  text.value = text.value.slice(mark.length);
  element.children.unshift({
    type: 'element',
    tagName: 'b',
    properties: {},
    children: [{ type: 'text', value: mark }],
  });
}
