/** Whether pages keep to their budgets, for the tests of every site and of the office's own. */
import { type Budget, excessOf } from '../../scripts/bench/page-budgets.ts';
import type { BuiltSite } from '../../scripts/bench/page-files.ts';
import { gzipSize, weighPage } from '../../scripts/bench/page-weight.ts';
import { readPage, textWithin } from './html.ts';

/** `density` of a real plan of 4,500 characters, that of 峄教函字〔2011〕4号. */
export const REAL_DENSITY = 1.279;

/** Fails with what each page that exceeds its budget loads, by size, so that it is plain what grew. */
export async function expectWithin(
  site: BuiltSite,
  pages: readonly (readonly [page: string, budget: Budget])[],
): Promise<void> {
  const excesses: string[] = [];
  for (const [page, budget] of pages) {
    const excess = excessOf(await weighPage(site, page), budget, await readPage(site.dir, page));
    if (excess !== undefined) excesses.push(excess);
  }
  if (excesses.length > 0) throw new Error(excesses.join('\n\n'));
}

/** Gzipped bytes of the body's text for each of its characters. */
export function density(html: string): { characters: number; bytes: number } {
  const text = textWithin(html, 'data-document-body').replace(/\s/g, '');
  return { characters: [...text].length, bytes: gzipSize(text) / [...text].length };
}
