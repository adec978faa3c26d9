import { isFileAddress, leadsNowhere, webAddress } from './addresses.ts';
import type { Aside } from './page-line.ts';
import { type PageElement, styleOf, textOf } from './page-tree.ts';

/** What an element has besides its text, or does to it, that a line can't hold. */
export function asidesOf(element: PageElement, base: string | undefined): Aside[] {
  const { name, attributes } = element;
  const found: Aside[] = name === 'a' ? linkAsides(attributes['href'] ?? '', textOf(element), base) : [];
  if (name === 'u' || /underline/.test(styleOf(element, 'text-decoration')))
    found.push({ kind: 'underline', text: textOf(element) });
  if (['iframe', 'embed', 'object'].includes(name))
    found.push({ kind: 'frame', text: attributes['src'] ?? attributes['data'] ?? '' });
  return found;
}

function linkAsides(href: string, text: string, base: string | undefined): Aside[] {
  if (leadsNowhere(href)) return [];
  const address = webAddress(href, base);
  if (isFileAddress(href)) return [{ kind: 'file', text, address: address ?? href }];
  return address === undefined ? [{ kind: 'broken-link', text, address: href }] : [];
}

/** A picture that is not in the file. */
export function missingPicture(alt: string, address: string, base: string | undefined): Aside {
  const short = address.length > 200 ? `${address.slice(0, 60)}……` : address;
  return { kind: 'picture', text: alt, address: webAddress(short, base) ?? short };
}
