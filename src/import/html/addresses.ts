import { elementsBelow, type PageElement } from './page-tree.ts';

/** Files that a page offers for download. */
const FILE = /\.(?:docx?|wps|pdf|ofd|xlsx?|et|pptx?|dps|zip|rar|7z|rtf|ceb|txt|csv)(?:[?#]|$)/i;

/** The address from which a page was saved, when it tells. Only web addresses. */
export function pageAddress(root: PageElement, markup: string): string | undefined {
  const saved = /<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->/i.exec(markup)?.[1];
  const all = elementsBelow(root);
  const canonical = all.find(({ name, attributes }) => name === 'link' && attributes['rel'] === 'canonical');
  const meta = all.find(({ name, attributes }) => {
    return name === 'meta' && /^(?:og:url|url)$/i.test(attributes['property'] ?? attributes['name'] ?? '');
  });
  const candidates = [canonical?.attributes['href'], meta?.attributes['content'], saved];
  return candidates.map((each) => webAddress(each ?? '', undefined)).find((each) => each !== undefined);
}

/** Against what a page's relative addresses are resolved. */
export function baseAddress(root: PageElement, url: string | undefined): string | undefined {
  const base = elementsBelow(root).find(({ name }) => name === 'base')?.attributes['href'];
  return base === undefined ? url : (webAddress(base, url) ?? url);
}

/** A full web address, or undefined: for scripts, places within the page, and what no base completes. */
export function webAddress(href: string, base: string | undefined): string | undefined {
  const plain = href.trim().replace(/[\n\r\t]/g, '');
  if (plain === '' || plain.startsWith('#') || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(plain))
    return undefined;
  try {
    const url = base === undefined ? new URL(plain) : new URL(plain, base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** True for a place on the page itself or a script: such a link leads nowhere once the text stands elsewhere. */
export function leadsNowhere(href: string): boolean {
  return /^\s*(?:#|javascript:|$)/i.test(href);
}

/** True for a link to a file rather than a page. */
export function isFileAddress(href: string): boolean {
  return FILE.test(href);
}
