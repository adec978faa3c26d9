import { Parser } from 'htmlparser2';

/** A run of text of a page, character references resolved. */
export interface PageText {
  kind: 'text';
  text: string;
  parent: PageElement;
}

/** An element of a page. Names of elements and attributes are in lower case. */
export interface PageElement {
  kind: 'element';
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: PageNode[];
  parent?: PageElement;
}

export type PageNode = PageText | PageElement;

/** No real page nests deeper; what does is flattened, so that no walk over the tree overflows the stack. */
const DEEPEST = 400;
/** Elements whose text is no text of the page. */
export const WITHOUT_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'head', 'title']);

/** Reads the markup of a page, however broken. Comments, conditional ones too, are no part of the tree. */
export function parsePage(markup: string): PageElement {
  const root: PageElement = { kind: 'element', name: '#page', attributes: {}, children: [] };
  let at = root;
  let tooDeep = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (depth >= DEEPEST) {
          tooDeep += 1;
          return;
        }
        const element: PageElement = { kind: 'element', name, attributes, children: [], parent: at };
        at.children.push(element);
        at = element;
        depth += 1;
      },
      ontext(text) {
        at.children.push({ kind: 'text', text, parent: at });
      },
      onclosetag() {
        if (tooDeep > 0) {
          tooDeep -= 1;
          return;
        }
        at = at.parent ?? root;
        depth = Math.max(0, depth - 1);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(markup);
  parser.end();
  return root;
}

/** All text of a page as a mere tokenizer sees it: what the tree must account for. */
export function plainText(markup: string): string {
  const parts: string[] = [];
  let skipped = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (WITHOUT_TEXT.has(name)) skipped += 1;
      },
      ontext(text) {
        if (skipped === 0) parts.push(text);
      },
      onclosetag(name) {
        if (WITHOUT_TEXT.has(name)) skipped = Math.max(0, skipped - 1);
      },
    },
    { decodeEntities: true },
  );
  parser.write(markup);
  parser.end();
  return parts.join('');
}

/** All elements below one, in document order. */
export function elementsBelow(root: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** An element and all that it lies in, innermost first. */
export function lineage(element: PageElement): PageElement[] {
  const found: PageElement[] = [];
  for (let at: PageElement | undefined = element; at; at = at.parent) found.push(at);
  return found;
}

/** The text of an element without any breaks, white space collapsed. */
export function textOf(node: PageNode): string {
  const parts: string[] = [];
  const visit = (each: PageNode): void => {
    if (each.kind === 'text') parts.push(each.text);
    else if (!WITHOUT_TEXT.has(each.name)) each.children.forEach(visit);
  };
  visit(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** A declaration of an element's own style attribute, in lower case. */
export function styleOf({ attributes }: PageElement, property: string): string {
  const declarations = (attributes['style'] ?? '').toLowerCase().split(';');
  const found = declarations.findLast((each) => each.split(':')[0]?.trim() === property);
  return found?.slice(found.indexOf(':') + 1).trim() ?? '';
}
