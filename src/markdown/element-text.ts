import type { Element, Root } from 'hast';

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

/** All elements of a tree, parents before their children; made for trees of many nodes, as unist-util-visit is slow on them. */
export function* elementsBelow(parent: Root | Element): Generator<Element> {
  for (const element of elementsIn(parent)) {
    yield element;
    yield* elementsBelow(element);
  }
}

/** Whether a tree holds a link or an image. */
export function hasAddresses(tree: Root): boolean {
  for (const { tagName } of elementsBelow(tree)) if (tagName === 'a' || tagName === 'img') return true;
  return false;
}
