/** Looks for what enlarging does to a page: scrolling sideways, words cut off, words that leave their box. */
import type { Page } from 'playwright-core';

/** Runs in the page. Excerpts of search hits are shortened on purpose: the clause that they lead to has all their words. */
function findReflowFaults(): string[] {
  const SHORTENED = '.hit-excerpt, .completion-text, select, option, input';
  const { clientWidth, scrollWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth}`] : [];
  const name = (element: Element): string =>
    `${element.localName}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').trim().slice(0, 16)}”`;
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (
      element.closest(
        'svg, .visually-hidden, noscript, script, .skip, .table-frame, .map-table, .grid-box, .yeartable-box, pre, [hidden]',
      )
    )
      continue;
    if (element.matches(SHORTENED) || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    if (style.clipPath !== 'none' || style.visibility !== 'visible' || style.opacity === '0') continue;
    const hasWords = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    const cut = style.overflowX === 'hidden' || style.overflowX === 'clip';
    if (
      cut &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    )
      faults.push(`${name(element)} is cut off`);
    if (!hasWords || style.display === 'inline') continue;
    const box = element.getBoundingClientRect();
    if (box.right > clientWidth + 1 || box.left < -1) faults.push(`${name(element)} leaves the window`);
    // What a finger may hit around a clause's mark reaches into the margin; it has no words.
    const mark = element.querySelector<HTMLElement>(':scope > .anchor');
    const reach = mark ? mark.offsetWidth : 0;
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 2 + reach)
      faults.push(`${name(element)} leaves its box`);
  }
  return faults;
}

/** The faults of a page as it stands. */
export function reflowFaults(page: Page): Promise<string[]> {
  return page.evaluate(findReflowFaults);
}

/** What a reader may set by a style sheet of his own without losing anything (WCAG 1.4.12). */
export const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
