import { copyText } from './copy.ts';
import { citationOf, referenceOf } from './reference.ts';

/** The open menu, what closes it, and the mark that it belongs to. */
let open: { menu: HTMLElement; mark: HTMLElement; forget: AbortController } | undefined;

/**
 * Opens the menu of a clause's mark: copy its link, the citation or the reference. A menu as the ARIA practices have it:
 * it takes the focus, arrows, Home and End move in it, Esc gives the focus back, Tab goes on from the mark.
 */
export function showClauseMenu(article: HTMLElement, mark: HTMLAnchorElement): void {
  const again = open?.mark === mark;
  close();
  if (again) return;
  const label = mark.closest<HTMLElement>('[data-clause]')?.dataset['clause'] ?? '';
  const menu = document.createElement('span');
  menu.className = 'clause-menu';
  menu.dataset['searchIgnore'] = '';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', label);
  const texts: Record<string, () => string> = {
    复制链接: () => mark.href,
    复制引文: () => `${citationOf(article)}${label}`,
    复制参考文献: () => referenceOf(article, mark.hash),
  };
  menu.append(...Object.entries(texts).map(([name, text]) => item(name, text)));
  const forget = new AbortController();
  open = { menu, mark, forget };
  mark.after(menu);
  mark.setAttribute('aria-expanded', 'true');
  listen(menu, mark, forget.signal);
  focusItem(menu, 0);
}

function listen(menu: HTMLElement, mark: HTMLElement, signal: AbortSignal): void {
  const step: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  menu.addEventListener('keydown', (event) => {
    const items = [...menu.children];
    const at = items.indexOf(document.activeElement as Element);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : at + (step[event.key] ?? Number.NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    focusItem(menu, to % items.length);
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' && event.key !== 'Tab') return;
      // From the mark, Tab leads on to what stands behind the menu.
      mark.focus();
      close();
      if (event.key === 'Escape') event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      const target = event.target as Node;
      if (!menu.contains(target) && !mark.contains(target)) close();
    },
    { signal },
  );
}

function close(): void {
  open?.forget.abort();
  open?.menu.remove();
  open?.mark.setAttribute('aria-expanded', 'false');
  open = undefined;
}

/** `index` counts from the end where it is negative. */
function focusItem(menu: HTMLElement, index: number): void {
  const items = [...menu.querySelectorAll('button')];
  items.at(index)?.focus();
}

function item(name: string, text: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.tabIndex = -1;
  button.setAttribute('role', 'menuitem');
  button.textContent = name;
  button.addEventListener('click', () => {
    open?.mark.focus({ preventScroll: true });
    close();
    void copyText(text());
  });
  return button;
}
