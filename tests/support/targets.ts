/** Measures what a finger or a pointer can hit on a page. */
import type { Page } from 'playwright-core';

export interface Target {
  label: string;
  width: number;
  height: number;
  /** Whether it is a link in running text: WCAG 2.5.8 and 2.5.5 leave its height to the line. */
  inline: boolean;
  /** Distance from its middle to the nearest middle of, or box of, another small target, in CSS pixels. */
  spacing: number;
}

/** Runs in the page: every visible control and link, with the area that answers to a press. */
function measureTargets(): Target[] {
  const SELECTOR =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"][role="button"]';
  const controls = [...document.querySelectorAll<HTMLElement | SVGElement>(SELECTOR)];
  /** A box that is hidden behind its label, or stands in it, is pressed by that. */
  const area = (control: Element): Element[] => {
    if (!(control instanceof HTMLInputElement) || !/^(radio|checkbox)$/.test(control.type)) return [control];
    return [control, ...(control.labels ?? [])];
  };
  const isShown = (element: Element): boolean => {
    const style = getComputedStyle(element);
    return (
      element.getClientRects().length > 0 && style.visibility === 'visible' && style.pointerEvents !== 'none'
    );
  };
  /** Whether words stand beside the link in its own block, so that its line is set by them. */
  const inText = (link: Element): boolean => {
    if (link.localName !== 'a' || getComputedStyle(link).display !== 'inline') return false;
    let block = link.parentElement;
    while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    if (
      !block ||
      getComputedStyle(block).display.includes('flex') ||
      getComputedStyle(block).display.includes('grid')
    )
      return false;
    const copy = block.cloneNode(true) as HTMLElement;
    for (const control of copy.querySelectorAll('a, button, .visually-hidden, ul, ol, dl, .chip'))
      control.remove();
    return /[\p{L}\p{N}]{2}/u.test(copy.textContent ?? '');
  };
  const boxes = controls.filter(isShown).flatMap((control) => {
    const rects = area(control)
      .map((part) => part.getBoundingClientRect())
      .filter(({ width, height }) => width > 1 && height > 1);
    if (rects.length === 0) return [];
    const left = Math.min(...rects.map((rect) => rect.left));
    const right = Math.max(...rects.map((rect) => rect.right));
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    // What waits outside the window, as the link past the navigation does, is for the keyboard.
    if (bottom + scrollY < 0 || right < 0) return [];
    return [{ control, left, right, top, bottom }];
  });
  return boxes.map(({ control, left, right, top, bottom }) => {
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const spacing = Math.min(
      ...boxes
        .filter(
          (other) =>
            other.control !== control && !other.control.contains(control) && !control.contains(other.control),
        )
        .map((other) =>
          Math.hypot(
            Math.max(other.left - middle.x, 0, middle.x - other.right),
            Math.max(other.top - middle.y, 0, middle.y - other.bottom),
          ),
        ),
      1000,
    );
    const words = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 20);
    const parent = control.parentElement;
    return {
      label: `${control.localName}.${control.getAttribute('class') ?? ''} “${words}” in ${parent?.localName}.${parent?.getAttribute('class') ?? ''}`,
      width: Math.round((right - left) * 10) / 10,
      height: Math.round((bottom - top) * 10) / 10,
      inline: inText(control),
      spacing: Math.round(spacing),
    };
  });
}

/** The targets of a page as it stands. */
export function targetsOf(page: Page): Promise<Target[]> {
  return page.evaluate(measureTargets);
}
