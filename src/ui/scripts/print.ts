import { today } from './today.ts';

/** Makes the print button work, and puts the day under what is printed. */
export function setUpPrint(article: HTMLElement): void {
  article.querySelector('[data-print]')?.addEventListener('click', () => print());
  addEventListener('beforeprint', () => {
    article.dataset['printed'] = `打印日期：${today()}`;
  });
}
