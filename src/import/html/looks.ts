import type { Look } from '../manuscript.ts';
import { type PageElement, styleOf } from './page-tree.ts';

/** How an element's style shifts its text, if it does. */
export function styledShift(element: PageElement): 'sup' | 'sub' | undefined {
  const align = styleOf(element, 'vertical-align');
  return align === 'super' ? 'sup' : align === 'sub' ? 'sub' : undefined;
}

/** An element's own size of type in points. */
export function fontSize(element: PageElement): number | undefined {
  const match = /^([\d.]+)(pt|px)/.exec(styleOf(element, 'font-size'));
  return match ? Number(match[1]) * (match[2] === 'px' ? 0.75 : 1) : undefined;
}

/** A heading element is the page's own word for a heading, unless it holds a whole paragraph. */
export function markerOf(block: PageElement, text: string): { marker?: number } {
  const level = /^h([1-6])$/.exec(block.name)?.[1];
  return level === undefined || text.length > 60 ? {} : { marker: Number(level) };
}

/** What the layout tells of a line. */
export function lookOf(
  block: PageElement,
  text: string,
  marks: readonly { kind: string; start: number; end: number }[],
  runs: readonly { text: string; size?: number | undefined }[],
): Look {
  const align = alignOf(block);
  const bold = marks.some(({ kind, start, end }) => kind === 'strong' && start === 0 && end === text.length);
  const longest = runs.toSorted((a, b) => b.text.trim().length - a.text.trim().length)[0];
  const size = longest?.size;
  return { ...(align ? { align } : {}), ...(size === undefined ? {} : { size }), ...(bold ? { bold } : {}) };
}

function alignOf(block: PageElement): Look['align'] {
  for (let at: PageElement | undefined = block; at; at = at.parent) {
    const value = styleOf(at, 'text-align') || (at.attributes['align'] ?? '').toLowerCase();
    if (at.name === 'center' || value === 'center') return 'centre';
    if (value === 'right') return 'right';
    if (value !== '' || at.name === 'table' || at.name === 'body') return undefined;
  }
  return undefined;
}
