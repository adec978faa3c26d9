import { today } from './today.ts';

/** The document's reference after GB/T 7714 as of today; `hash`, if any, names a clause in its address. */
export function referenceOf(article: HTMLElement, hash = ''): string {
  const cited = article.querySelector('[data-cited-on]');
  if (cited) cited.textContent = today();
  const text = article.querySelector('[data-reference]')?.textContent ?? '';
  return text.trim().replace(/\.$/, `${hash}.`);
}

/** How the document is cited in running text, 《标题》（文号）. */
export function citationOf(article: HTMLElement): string {
  return article.querySelector('[data-citation-official]')?.textContent?.trim() ?? '';
}
