import type { Root, RootContent } from 'mdast';
import type { ShortNames } from '../core/cited-titles.ts';
import { type FoundCitation, findCitations, mayCite } from '../core/find-citations.ts';
import { type BlockText, blockText } from './block-text.ts';
import { hasAddresses } from './element-text.ts';
import { makeFigures } from './figures.ts';
import { pageBlocks } from './page-blocks.ts';
import { secureLinks } from './safe-links.ts';
import { toHast } from './to-hast.ts';

/** A block of a document that may cite something: what the renderer searches in it, and where that stands. */
export interface CitingBlock {
  text: string;
  /** Ascending by `start`, the index in `text`; a run without `line` was made by the renderer. */
  runs: CitingRun[];
}

/** A stretch of a block that comes from one place of the body. */
export interface CitingRun {
  start: number;
  /** 1-based, within the body. */
  line?: number;
  /** 1-based; present where the text stands in the body letter by letter, so that columns can be counted. */
  column?: number;
}

/** A citation with its place in the body. */
export interface PlacedCitation extends Omit<FoundCitation, 'start' | 'end'> {
  at: { line: number; column?: number };
}

/**
 * The blocks of a body that may cite something, just as the page has them: made by the same steps as `renderBody` makes
 * them, only that plain paragraphs in which nothing can be found are left out beforehand. The tree stays as it is.
 */
export function citingBlocks(tree: Root): CitingBlock[] {
  const children = tree.children.filter((child) => !isSilent(child));
  if (children.length === 0) return [];
  const hast = toHast({ type: 'root', children });
  // Without a link or an image these have nothing to do.
  if (hasAddresses(hast)) {
    secureLinks(hast, '/');
    makeFigures(hast);
  }
  return pageBlocks(hast).flatMap(({ element }) => {
    const found = blockText(element);
    return mayCite(found.citing) ? citingBlock(found) : [];
  });
}

/** What may cite something in a block of the page, before anything in it is linked. */
export function citingBlock({ citing: text, sources }: Pick<BlockText, 'citing' | 'sources'>): CitingBlock {
  return { text, runs: sources.map(({ node, start }) => ({ start, ...placeOf(node) })) };
}

/** A citation that was found in a block, with its place. */
export function placedCitation(
  block: CitingBlock,
  { start, end: _end, ...citation }: FoundCitation,
): PlacedCitation {
  return { ...citation, at: placeIn(block, start) };
}

/** What the blocks of one document cite, in the order of the page. `codes` are the known agency codes. */
export function citationsIn(blocks: readonly CitingBlock[], codes: readonly string[]): PlacedCitation[] {
  const names: ShortNames = new Map();
  return blocks.flatMap((block) =>
    findCitations(block.text, codes, names).map((citation) => placedCitation(block, citation)),
  );
}

function isSilent(node: RootContent): boolean {
  if (node.type !== 'paragraph' && node.type !== 'heading') return false;
  return node.children.every((child) => child.type === 'text' && !mayCite(child.value));
}

function placeOf({ value, position }: { value: string; position?: RootContent['position'] }) {
  if (!position) return {};
  const { start, end } = position;
  const literal = start.line === end.line && end.column - start.column === value.length;
  return literal ? { line: start.line, column: start.column } : { line: start.line };
}

function placeIn({ text, runs }: CitingBlock, index: number): PlacedCitation['at'] {
  const run = runs.findLast(({ start, line }) => line !== undefined && start <= index) ?? runs[0];
  const { start = 0, line = 1, column } = run ?? {};
  if (column !== undefined) return { line, column: column + index - start };
  return { line: line + text.slice(start, index).split('\n').length - 1 };
}
