/** Makes the print button work, and puts the day under what is printed. */
export function setUpPrint(article: HTMLElement): void {
  article.querySelector('[data-print]')?.addEventListener('click', () => print());
  addEventListener('beforeprint', () => {
    // Swedes write days as ISO does.
    article.dataset['printed'] = `打印日期：${new Date().toLocaleDateString('sv')}`;
  });
}
