/**
 * What the inspection needs of a built page, read with regular expressions: a parser takes several times as long, and
 * every page of the site is read. The pages are our own output, well-formed; a test holds this against a parser.
 */

/** A built page. Addresses are as they stand, entities resolved. */
export interface BuiltPage {
  title: string;
  noindex: boolean;
  /** It only leads on to another page. */
  redirect: boolean;
  ids: Set<string>;
  /** Addresses that it links to or loads, each once, with the element that does. */
  links: Map<string, string>;
  /** Addresses of images without the attribute alt. */
  withoutAlt: string[];
  /** Contents of meta elements by name. */
  metas: Map<string, string>;
}

// Comments and the contents of scripts and styles hold no elements.
const TAG =
  /<!--[\s\S]*?-->|<([a-z][a-z0-9-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /\s([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** Elements of which more than the id is read. */
const TELLING = new Set(
  'a area link script img source form iframe object embed video audio track use image meta title'.split(' '),
);
const ADDRESSES = ['href', 'src', 'action', 'poster', 'data', 'xlink:href'];

/** Reads a page. */
export function readBuiltPage(html: string): BuiltPage {
  const page: BuiltPage = {
    ...{ title: '', noindex: false, redirect: false },
    ...{ ids: new Set(), links: new Map(), withoutAlt: [], metas: new Map() },
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const element = match[1]?.toLowerCase();
    if (element === undefined) continue;
    const source = match[2] ?? '';
    if (element === 'title' && page.title === '') page.title = textAt(html, TAG.lastIndex);
    if (element === 'a' && !source.includes("'")) readLink(source, page);
    else if (TELLING.has(element)) readElement(element, attributesIn(source), page);
    else readId(source, page);
    if (element === 'script' || element === 'style') skip(html, element);
  }
  return page;
}

/** Most elements that tell something are links. In double quotes no other attribute's value can look like these. */
function readLink(source: string, page: BuiltPage): void {
  readId(source, page);
  const href = /\s(?:xlink:)?href="([^"]*)"/.exec(source)?.[1];
  if (href !== undefined) page.links.set(decode(href), 'a');
  if (source.includes(' data-redirect')) page.redirect = true;
}

/** Ids stand on most elements: the others' attributes need not be told apart. */
function readId(source: string, { ids }: BuiltPage): void {
  if (!source.includes('id=')) return;
  const id = /\sid="([^"]*)"/.exec(source)?.[1] ?? attributesIn(source).get('id');
  if (id) ids.add(decode(id));
}

function readElement(element: string, attributes: ReadonlyMap<string, string>, page: BuiltPage): void {
  const id = attributes.get('id');
  if (id) page.ids.add(id);
  if (element === 'meta') readMeta(attributes, page);
  if (attributes.has('data-redirect')) page.redirect = true;
  if (attributes.get('rel') === 'canonical') return;
  for (const name of ADDRESSES) {
    const address = attributes.get(name);
    if (address !== undefined && (name !== 'data' || element === 'object')) page.links.set(address, element);
  }
  for (const candidate of attributes.get('srcset')?.split(/,\s+/) ?? [])
    page.links.set(candidate.trim().split(/\s/)[0] ?? '', element);
  if (element === 'img' && !attributes.has('alt')) page.withoutAlt.push(attributes.get('src') ?? '');
}

function readMeta(attributes: ReadonlyMap<string, string>, page: BuiltPage): void {
  const name = attributes.get('name');
  const content = attributes.get('content') ?? '';
  if (name === 'robots') page.noindex = /\bnoindex\b/.test(content);
  if (name) page.metas.set(name, content);
}

function attributesIn(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE))
    found.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''));
  return found;
}

function skip(html: string, element: string): void {
  const end = html.indexOf(`</${element}`, TAG.lastIndex);
  if (end >= 0) TAG.lastIndex = end;
}

function textAt(html: string, start: number): string {
  return decode(html.slice(start, html.indexOf('<', start))).trim();
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (entity, decimal, hex, name) => {
    if (name) return NAMED[name] ?? entity;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
