import type { Element } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { ShortNames } from '../core/cited-titles.ts';
import { type Clause, type PlacedBlock, placeBlocks } from '../core/clauses.ts';
import { ordinalLength } from '../core/ordinals.ts';
import type { Reference } from '../core/references.ts';
import type { PlacedCitation } from './citing-blocks.ts';
import { hasAddresses } from './element-text.ts';
import { type FindImageSize, makeFigures } from './figures.ts';
import { type LinkContext, type LinkedBlock, linkReferences } from './link-references.ts';
import { markLayout } from './mark-layout.ts';
import { pageBlocks } from './page-blocks.ts';
import { secureLinks } from './safe-links.ts';
import { frameTables } from './tables.ts';
import { toHast } from './to-hast.ts';
import { toHtml } from './to-html.ts';

/** A document rendered once: its HTML, its citable places and what it cites. Plain data, fit to be stored. */
export interface RenderedBody {
  html: string;
  clauses: Clause[];
  references: Reference[];
}

/** What rendering needs. */
export interface RenderContext extends LinkContext {
  /** Tells the size of an image, by its address as it stands in the page. */
  sizeOf?: FindImageSize | undefined;
}

/** Renders a document's syntax tree: safe links, clause anchors, linked references. The tree is used up. */
export function renderBody(tree: MdastRoot, context: RenderContext): RenderedBody {
  return renderCiting(tree, context).rendered;
}

/** The same, and what `citationsIn` finds by the same codes, which costs nothing more. */
export function renderCiting(
  tree: MdastRoot,
  context: RenderContext,
): { rendered: RenderedBody; citations: PlacedCitation[] } {
  const hast = toHast(tree);
  // Without a link or an image these have nothing to do.
  if (hasAddresses(hast)) {
    secureLinks(hast, context.links.base);
    makeFigures(hast, context.sizeOf);
  }
  const blocks = pageBlocks(hast);
  const placed = placeBlocks(blocks);
  // A short name defined in one block (以下简称《意见》) is known in those after it, and in this document only.
  const names: ShortNames = new Map();
  const linked = blocks.flatMap(({ element }, index): LinkedBlock[] => {
    const ownId = element.properties['id'];
    const place = placed[index];
    if (!place) return [];
    // A footnote already has the id that its mark links to.
    if (typeof ownId === 'string') place.id = ownId;
    const found = linkReferences(element, place, context, names);
    anchor(element, place);
    return [found];
  });
  markLayout(hast);
  frameTables(hast);
  return {
    rendered: {
      html: toHtml(hast),
      clauses: placed.flatMap(({ clause }) => clause ?? []),
      references: linked.flatMap(({ references }) => references),
    },
    citations: linked.flatMap(({ citations }) => citations),
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
