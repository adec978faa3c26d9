import { type PageElement, styleOf } from './page-tree.ts';

/** Elements that a reader operates rather than reads. */
const CONTROLS: ReadonlySet<string> = new Set([
  ...['button', 'input', 'select', 'option', 'textarea', 'datalist', 'noscript', 'iframe', 'object', 'embed'],
  ...['video', 'audio', 'canvas', 'svg', 'map', 'dialog', 'applet', 'marquee'],
]);

/** True for a control, or for what stands in place of something that a page can't show. */
export function isControl({ name }: PageElement): boolean {
  return CONTROLS.has(name);
}

/** True when a page itself hides the element. */
export function isHidden(element: PageElement): boolean {
  const { attributes } = element;
  return (
    'hidden' in attributes ||
    styleOf(element, 'display').startsWith('none') ||
    styleOf(element, 'visibility') === 'hidden' ||
    styleOf(element, 'mso-hide') === 'all'
  );
}
