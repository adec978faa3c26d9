import { type HtmlNode, isElement, parseHtml } from './html-tree.ts';

/** The addresses of the pictures of a document's HTML, as `readBody` tells them; references to characters resolved. */
export function pictureAddresses(html: string): string[] {
  // Most documents have none, and reading them a second time would cost as much as the first.
  return html.includes('<img') ? addressesIn(parseHtml(html)) : [];
}

function addressesIn(nodes: readonly HtmlNode[]): string[] {
  return nodes.filter(isElement).flatMap(({ name, attribs, children }) => {
    const { src } = attribs;
    return name === 'img' && src ? [src] : addressesIn(children);
  });
}
