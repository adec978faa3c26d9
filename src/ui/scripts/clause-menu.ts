import { referenceOf } from './cite.ts';
import { copyText } from './copy.ts';

/**
 * A click on a clause mark opens a small menu: copy the link, the citation or the reference. Without JavaScript the mark is an
 * ordinary link to the clause. `citation` is the document's own, 《标题》（文号）.
 */
export function setUpClauseMenu(article: HTMLElement, citation: string): void {
  let open: { menu: HTMLElement; mark: HTMLElement } | undefined;

  const close = (): void => {
    open?.menu.remove();
    open?.mark.setAttribute('aria-expanded', 'false');
    open = undefined;
  };

  const show = (mark: HTMLAnchorElement, clause: HTMLElement): void => {
    close();
    const menu = document.createElement('span');
    menu.className = 'clause-menu';
    menu.dataset['searchIgnore'] = '';
    menu.append(
      button('复制链接', () => copyText(mark.href).then(close)),
      button('复制引文', () => copyText(`${citation}${clause.dataset['clause'] ?? ''}`).then(close)),
      button('复制参考文献', () => copyText(referenceOf(article, mark.hash)).then(close)),
    );
    mark.after(menu);
    mark.setAttribute('aria-expanded', 'true');
    menu.querySelector('button')?.focus();
    open = { menu, mark };
  };

  article.addEventListener('click', (event) => {
    const target = event.target as Element;
    const mark = target.closest<HTMLAnchorElement>('a.anchor');
    const clause = mark?.closest<HTMLElement>('[data-clause]');
    if (!mark || !clause) {
      if (!target.closest('.clause-menu')) close();
      return;
    }
    event.preventDefault();
    history.replaceState(history.state, '', mark.hash);
    show(mark, clause);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !open) return;
    const { mark } = open;
    close();
    mark.focus();
  });
}

function button(label: string, act: () => Promise<void>): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button';
  element.textContent = label;
  element.addEventListener('click', () => void act());
  return element;
}
