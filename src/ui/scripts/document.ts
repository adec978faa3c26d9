/** Conveniences of a document page: copying a citation or a link to a clause, contents that follow the reading, previews of links. */
import { setUpPreviews } from './link-previews.ts';
import { setUpPrint } from './print.ts';

/** What copies is fetched when it is first asked for; a mark whose menu can't be fetched stays a link. */
function setUpCopying(article: HTMLElement): void {
  for (const mark of article.querySelectorAll<HTMLElement>('.anchor')) {
    mark.setAttribute('aria-haspopup', 'menu');
    mark.setAttribute(
      'aria-label',
      `${mark.closest<HTMLElement>('[data-clause]')?.dataset['clause']}的链接与引文`,
    );
  }
  article.addEventListener('click', (event) => {
    const target = (event.target as Element).closest<HTMLElement>(
      '.anchor, .cite :is(summary, button), [data-share]',
    );
    if (!target) return;
    const mark = target instanceof HTMLAnchorElement ? target : undefined;
    if (mark) {
      event.preventDefault();
      history.replaceState(history.state, '', mark.hash);
    }
    void import('./copying.ts').then(
      ({ answerClick }) => answerClick(article, target),
      () => mark && location.assign(mark.href),
    );
  });
  article.addEventListener('keydown', (event) => {
    const box = (event.target as Element).closest<HTMLDetailsElement>('.cite[open]');
    if (event.key !== 'Escape' || !box) return;
    box.open = false;
    box.querySelector('summary')?.focus();
  });
}

/** At the head of the page the contents are right as they stand; who scrolls, or opens them, gets them to follow. */
function setUpContents(contents: HTMLElement): void {
  const start = (): void => {
    removeEventListener('scroll', start);
    contents.removeEventListener('click', start);
    void import('./follow-contents.ts').then(({ followContents }) => followContents(contents));
  };
  addEventListener('scroll', start, { passive: true });
  contents.addEventListener('click', start);
}

const article = document.querySelector<HTMLElement>('[data-document]');
if (article) {
  setUpCopying(article);
  setUpPreviews(article);
  setUpPrint(article);
}
const contents = document.querySelector<HTMLElement>('.contents');
if (contents) setUpContents(contents);
// The highlighter is fetched only when a search hit was opened (?hl=).
const words = new URLSearchParams(location.search).get('hl');
if (words) void import('./highlight-words.ts').then(({ highlightWords }) => highlightWords(words));
