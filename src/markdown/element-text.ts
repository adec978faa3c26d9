import type { Element } from 'hast';

/** All text below an element, markup left out. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

/** The elements directly below an element or root, in order. */
export function elementsIn({ children }: { children: readonly { type: string }[] }): Element[] {
  return children.filter((child): child is Element => child.type === 'element');
}
