import { parseDocument } from 'htmlparser2';

/** A tree of HTML, as the parser makes it. */
type Tree = ReturnType<typeof parseDocument>;
export type HtmlNode = Tree['children'][number];
export type HtmlElement = Extract<HtmlNode, { attribs: Record<string, string> }>;
export type HtmlText = Extract<HtmlNode, { data: string; type: 'text' }>;

/** Parses a document's HTML; references to characters are resolved. */
export function parseHtml(html: string): HtmlNode[] {
  return parseDocument(html).children;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'attribs' in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.type === 'text';
}

/** Whether an element bears a class. */
export function hasClass({ attribs }: HtmlElement, name: string): boolean {
  return (attribs['class'] ?? '').split(/\s+/).includes(name);
}
