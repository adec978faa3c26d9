/**
 * Joins each linked number or title of the text to its entry in the page's list 引用的文件, which describes it to a
 * screen reader; the preview card, which shows that entry or a footnote, is fetched when a link is first hovered,
 * focused or pressed.
 */
const WATCHED = ['pointerover', 'pointerout', 'pointerdown', 'pointerup', 'pointercancel', 'focusin'];

export function setUpPreviews(article: HTMLElement): void {
  const abouts = [...article.querySelectorAll<HTMLElement>('[data-about]')];
  for (const link of article.querySelectorAll<HTMLAnchorElement>('a.ref, a[data-docnumber]')) {
    const mark = link.dataset['docnumber'] ?? link.textContent ?? '';
    const about =
      abouts.find((entry) => entry.dataset['about']?.split('|').includes(mark)) ??
      abouts.find((entry) => entry.querySelector('a')?.href === link.href);
    if (about) link.setAttribute('aria-describedby', about.id);
  }
  let last: Event | undefined;
  const start = (event: Event): void => {
    const loads = last === undefined;
    if (loads && !(event.target as Element).closest('a[aria-describedby]')) return;
    last = event;
    if (loads)
      void import('./preview-card.ts').then(
        ({ showPreviews }) => {
          for (const type of WATCHED) article.removeEventListener(type, start);
          // What happened meanwhile happens again, to one who listens.
          showPreviews(article, last);
        },
        () => {
          // The link still leads on, and its title still says something.
          last = undefined;
        },
      );
  };
  for (const type of WATCHED) article.addEventListener(type, start);
}
