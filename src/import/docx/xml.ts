import { Parser } from 'htmlparser2';
import { settleAlternates } from './alternates.ts';
import { commonName, type Scope, scopeWithin } from './namespaces.ts';
import { damaged, oversized } from './refusal.ts';

/** An element, its name and those of its attributes with the prefixes of namespaces.ts. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

/** Word itself nests no deeper than a tenth of this; everything that walks a tree may call itself so often. */
const DEEPEST = 400;
const MOST_ELEMENTS = 3_000_000;
const NONE: ReadonlyMap<string, string> = new Map();

/** An element that is being read. */
export interface OpenElement {
  element: XmlElement;
  scope: Scope;
  /** True when text or a picture stands in it. */
  holds: boolean;
  /** Of a set of alternatives: the one to read. */
  chosen?: XmlElement;
}

/**
 * The tree of an XML part, of each set of alternatives the one to read.
 * @throws Refusal when it is not well formed or far beyond what Word writes.
 */
export function parseXml(text: string, name: string): XmlElement {
  const root: XmlElement = { name: '', attributes: NONE, children: [] };
  const open: OpenElement[] = [{ element: root, scope: new Map([['xml', 'xml']]), holds: false }];
  let count = 0;
  const parser = new Parser(
    {
      onopentag(written, given) {
        const above = open.at(-1);
        if (!above) return;
        count += 1;
        if (open.length > DEEPEST) throw damaged(`部件 ${name} 嵌套超过 ${DEEPEST} 层`);
        if (count > MOST_ELEMENTS) throw oversized(`部件 ${name} 的内容超过 ${MOST_ELEMENTS} 项`);
        const scope = scopeWithin(above.scope, given);
        const element = {
          name: commonName(written, scope, false),
          attributes: attributesOf(given, scope),
          children: [],
        };
        above.element.children.push(element);
        open.push({ element, scope, holds: PICTURES.has(element.name) });
      },
      onclosetag(_written, implied) {
        // An element that closes itself, <w:tab/>, also counts as implied.
        if (implied && text[parser.endIndex - 1] !== '/') throw damaged(`部件 ${name} 的 XML 不完整`);
        const closed = open.pop();
        const above = open.at(-1);
        if (closed && above) settleAlternates(closed, above);
      },
      ontext: (data) => addText(open.at(-1), data),
    },
    { xmlMode: true },
  );
  parser.write(text);
  const top = root.children.find((child) => typeof child !== 'string');
  // At its end the parser would close what is still open.
  if (!top || open.length !== 1) throw damaged(`部件 ${name} 的 XML 不完整`);
  return top;
}

/** Elements that show a picture. */
const PICTURES: ReadonlySet<string> = new Set(['a:blip', 'v:imagedata']);
/** Elements whose text is text, space included; between others, space only sets out the XML. */
const TEXTS = /(?:^|:)(?:t|delText|instrText|delInstrText|v)$/;

function addText(open: OpenElement | undefined, data: string): void {
  if (!open) return;
  const { element } = open;
  const isText = TEXTS.test(element.name);
  if (!isText && data.trim() === '') return;
  if (element.name.endsWith(':t')) open.holds = true;
  element.children.push(data);
}

function attributesOf(given: Readonly<Record<string, string>>, scope: Scope): ReadonlyMap<string, string> {
  const pairs = Object.entries(given);
  if (pairs.length === 0) return NONE;
  return new Map(pairs.map(([written, value]) => [commonName(written, scope, true), value]));
}

/** The value of an attribute; one that stands without a prefix counts as Word's own. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name) ?? element?.attributes.get(name.slice(name.indexOf(':') + 1));
}

/** The elements within an element. */
export function elements({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first element of a name within an element; one step for each name. */
export function child(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let found = element;
  for (const name of names) found = found && elements(found).find((each) => each.name === name);
  return found;
}

/** Whether a property such as w:b is on; undefined when it is not given. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  return !/^(?:0|false|off|none)$/i.test(attribute(element, 'w:val') ?? '1');
}

/** The text directly in an element. */
export function ownText({ children }: XmlElement): string {
  return children.filter((each) => typeof each === 'string').join('');
}

/** Every element of a name below an element, in order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (within: XmlElement): void => {
    for (const each of elements(within)) {
      if (each.name === name) found.push(each);
      walk(each);
    }
  };
  walk(element);
  return found;
}

/** All text within an element, read without regard to what it means there. */
export function plainText(element: XmlElement): string {
  if (/^(?:w|m|a):t$/.test(element.name)) return ownText(element);
  return elements(element).map(plainText).join('');
}
