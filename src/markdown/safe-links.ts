import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Makes links and images of a document harmless: only addresses within the site stay, with the base path put before
 * them; a link elsewhere, or to a script, keeps its text and loses its address, an image from elsewhere keeps its
 * alternative text. The check refuses such content; this holds should it get past.
 */
export function secureLinks(tree: Root, base: string): void {
  visit(tree, 'element', (element, index, parent) => {
    const attribute = element.tagName === 'a' ? 'href' : element.tagName === 'img' ? 'src' : undefined;
    if (!attribute || !parent || index === undefined) return;
    const address = localAddress(element.properties[attribute], base);
    if (address !== undefined) {
      element.properties[attribute] = address;
      return;
    }
    parent.children.splice(index, 1, ...remains(element));
    return [SKIP, index];
  });
}

/** The address as it works under the base path, or undefined when it leads off the site. */
function localAddress(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' || /[\s\p{Cc}\\]/u.test(value)) return undefined;
  if (value.startsWith('#')) return value;
  if (value.startsWith('/') && !value.startsWith('//')) return base + value.slice(1);
  return undefined;
}

function remains(element: Element): Element['children'] {
  if (element.tagName !== 'img') return element.children;
  return [{ type: 'text', value: String(element.properties['alt'] ?? '') }];
}
