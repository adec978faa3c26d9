import { showPreviews } from './preview-card.ts';

/**
 * Joins each linked number or title of the text to its entry in the page's list 引用的文件, which describes it to a
 * screen reader and is what its preview shows. `first` is the event that asked for it.
 */
export function setUpPreviews(article: HTMLElement, first: Event): void {
  const abouts = [...article.querySelectorAll<HTMLElement>('[data-about]')];
  for (const link of article.querySelectorAll<HTMLAnchorElement>('a.ref, a[data-docnumber]')) {
    const mark = link.dataset['docnumber'] ?? link.textContent ?? '';
    const about =
      abouts.find((entry) => entry.dataset['about']?.split('|').includes(mark)) ??
      abouts.find((entry) => entry.querySelector('a')?.href === link.href);
    if (about) link.setAttribute('aria-describedby', about.id);
  }
  showPreviews(article, first);
}
