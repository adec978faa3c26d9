import { copyText } from './copy.ts';
import { today } from './today.ts';

/** The document's reference after GB/T 7714 as of today; `hash`, if any, names a clause in its address. */
export function referenceOf(article: HTMLElement, hash = ''): string {
  const cited = article.querySelector('[data-cited-on]');
  if (cited) cited.textContent = today();
  const text = article.querySelector('[data-reference]')?.textContent ?? '';
  return text.trim().replace(/\.$/, `${hash}.`);
}

/** Makes the two copy buttons work, and closes the box on Esc. */
export function setUpCiteBox(article: HTMLElement, citation: string): void {
  const box = article.querySelector<HTMLDetailsElement>('[data-cite]');
  if (!box) return;
  referenceOf(article);
  box.querySelector('[data-copy-citation]')?.addEventListener('click', () => copyText(citation));
  box.querySelector('[data-copy-reference]')?.addEventListener('click', () => copyText(referenceOf(article)));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !box.open) return;
    box.open = false;
    box.querySelector('summary')?.focus();
  });
}
