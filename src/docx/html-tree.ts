import { Parser } from 'htmlparser2';
import { followMarkup, type MarkupTaker } from '../core/markup/follow-markup.ts';
import type { Attributes } from '../core/markup/start-tag.ts';

/** A node of a tree of HTML; comments are none of it. */
export type HtmlNode = HtmlElement | HtmlText;

export interface HtmlElement {
  readonly name: string;
  /** Of those that a Word file depends on; see `READ`. */
  readonly attribs: Attributes;
  readonly children: readonly HtmlNode[];
}

export interface HtmlText {
  readonly data: string;
}

const READ: ReadonlySet<string> = new Set([
  ...['align', 'alt', 'class', 'colspan', 'id', 'rowspan', 'src', 'start', 'style'],
  ...['data-footnote-backref', 'data-footnote-ref', 'data-footnotes'],
]);

/** Parses a document's HTML; references to characters are resolved. */
export function parseHtml(html: string): readonly HtmlNode[] {
  const followed = new TreeBuilder();
  if (followMarkup(html, READ, followed)) return followed.nodes;
  const parsed = new TreeBuilder();
  const parser = new Parser({
    onopentag: (name, attributes) => parsed.start(name, attributes),
    onclosetag: () => parsed.end(),
    ontext: (text) => parsed.characters(text),
  });
  parser.end(html);
  return parsed.nodes;
}

class TreeBuilder implements MarkupTaker {
  readonly nodes: HtmlNode[] = [];
  /** The children of the elements that are open, those of the innermost last. */
  private readonly open: HtmlNode[][] = [this.nodes];

  start(name: string, attribs: Attributes): void {
    const children: HtmlNode[] = [];
    this.open.at(-1)?.push({ name, attribs, children });
    this.open.push(children);
  }

  end(): void {
    this.open.pop();
  }

  characters(data: string): void {
    const siblings = this.open.at(-1);
    const last = siblings?.at(-1);
    // A parser hands on a text in pieces, cut at its references to characters.
    if (siblings && last && isText(last)) siblings[siblings.length - 1] = { data: last.data + data };
    else siblings?.push({ data });
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'attribs' in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return 'data' in node;
}

/** Whether an element bears a class. */
export function hasClass({ attribs }: HtmlElement, name: string): boolean {
  return attribs['class']?.split(/\s+/).includes(name) ?? false;
}
