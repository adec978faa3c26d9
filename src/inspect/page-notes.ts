/**
 * What the inspection needs of a page, as numbers into a table of texts: most pages of a site lead to the same places, so
 * thousands of notes take little room, and can be kept until a page changes.
 */
import type { BuiltPage } from './read-page.ts';

/** Gives each text a number, in the order of their first use. */
export class TextTable {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** Takes up a table again. */
  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.numberOf(text);
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.texts.push(text);
    this.#numbers.set(text, this.texts.length - 1);
    return this.texts.length - 1;
  }
}

/** Title, flags, and how many ids, links, images and meta elements follow. */
const HEAD = 6;
const NOINDEX = 1;
const REDIRECT = 2;

/** A page as numbers: the head, then ids, pairs of address and element, images, pairs of name and content. */
export function notePage(page: BuiltPage, table: TextTable): Uint32Array {
  const flags = (page.noindex ? NOINDEX : 0) | (page.redirect ? REDIRECT : 0);
  const { ids, links, withoutAlt, metas } = page;
  const head = [page.title, ids.size, links.size, withoutAlt.length, metas.size] as const;
  const note = new Uint32Array(HEAD + ids.size + 2 * links.size + withoutAlt.length + 2 * metas.size);
  note.set([table.numberOf(head[0]), flags, head[1], head[2], head[3], head[4]]);
  let at = HEAD;
  const add = (text: string): void => {
    note[at++] = table.numberOf(text);
  };
  for (const id of ids) add(id);
  for (const [address, element] of links) {
    add(address);
    add(element);
  }
  for (const address of withoutAlt) add(address);
  for (const [name, content] of metas) {
    add(name);
    add(content);
  }
  return note;
}

/** A note with the numbers of another table, which `numberOf` tells for a number of its own. */
export function renumber(note: Uint32Array, numberOf: (number: number) => number): Uint32Array {
  return note.map((number, at) => (at >= 1 && at < HEAD ? number : numberOf(number)));
}

/** The page that a note was made of. */
export function readNote(note: Uint32Array, texts: readonly string[]): BuiltPage {
  const [title = 0, flags = 0, idCount = 0, linkCount = 0, altCount = 0, metaCount = 0] = note;
  const text = (at: number): string => texts[note[at] ?? 0] ?? '';
  let at = HEAD;
  const pairs = (count: number): Map<string, string> => {
    const found = new Map<string, string>();
    for (const end = at + 2 * count; at < end; at += 2) found.set(text(at), text(at + 1));
    return found;
  };
  const list = (count: number): string[] => {
    const found: string[] = [];
    for (const end = at + count; at < end; at += 1) found.push(text(at));
    return found;
  };
  return {
    title: texts[title] ?? '',
    noindex: (flags & NOINDEX) !== 0,
    redirect: (flags & REDIRECT) !== 0,
    ids: new Set(list(idCount)),
    links: pairs(linkCount),
    withoutAlt: list(altCount),
    metas: pairs(metaCount),
  };
}
