import { foldGlyphs } from './docnumber/glyphs.ts';

/**
 * A form of a title for comparison: widths, brackets, quotes, dashes and traditional forms folded, outer 《》 and
 * all white space removed. Equal results mean the same title; the result is not for display.
 */
export function normalizeTitle(title: string): string {
  const folded = foldGlyphs(title.normalize('NFKC')).replace(/\s+/gu, '');
  const inner = /^〈(.*)〉$/su.exec(folded)?.[1];
  const outer = inner !== undefined && isOnePair(folded) ? inner : folded;
  return outer.toLowerCase();
}

/** Does the first bracket close at the very end (《甲》), rather than earlier (《甲》和《乙》)? */
function isOnePair(folded: string): boolean {
  let depth = 0;
  for (let at = 0; at < folded.length; at++) {
    if (folded.charAt(at) === '〈') depth++;
    if (folded.charAt(at) === '〉' && --depth === 0) return at === folded.length - 1;
  }
  return false;
}
