/**
 * Follows the markup of rendered documents (src/markdown/to-html.ts writes it) tag by tag: a parser of HTML takes several
 * times as long. It gives up wherever a parser would do more than that.
 */

/** The attributes of an element that were asked for. */
export type MarkupAttributes = Readonly<Record<string, string>>;

/** Takes elements and texts in their order; an element without an end tag ends at once. */
export interface MarkupTaker {
  start(name: string, attributes: MarkupAttributes): void;
  end(name: string): void;
  characters(text: string): void;
}

const words = (list: string): string[] => list.split(' ');

const HEADINGS = words('h1 h2 h3 h4 h5 h6');
const VOID = words('br hr img input wbr');
/** Elements that end a paragraph in which they begin. */
const BLOCKS = words('p blockquote details div dl figcaption figure hr ol pre section table ul').concat(
  HEADINGS,
);
/** The other elements that documents are made of; what has any else is left to the parser. */
const OTHERS = words(
  'a abbr b bdi bdo caption cite code dd del dfn dt em i ins kbd li mark q s samp small span strong sub summary sup ' +
    'tbody td tfoot th thead time tr u var',
);
const NONE: readonly string[] = [];
/** Which elements end the one that they begin in, though it has no end tag there. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  p: BLOCKS,
  ...Object.fromEntries(HEADINGS.map((name) => [name, HEADINGS])),
  a: ['a'],
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  thead: ['td', 'tbody', 'tfoot'],
  tbody: ['tbody', 'tfoot'],
  tr: ['tr'],
  th: ['tr', 'th', 'td'],
  td: ['tr', 'td'],
};

interface ElementRules {
  readonly name: string;
  readonly isVoid: boolean;
  readonly endedBy: readonly string[];
}

const RULES: ReadonlyMap<string, ElementRules> = new Map(
  [...VOID, ...BLOCKS, ...OTHERS].map((name) => [
    name,
    { name, isVoid: VOID.includes(name), endedBy: ENDED_BY[name] ?? NONE },
  ]),
);

const NO_ATTRIBUTES: MarkupAttributes = {};
const [SPACE, SLASH, END, EQUALS, QUOTE] = [0x20, 0x2f, 0x3e, 0x3d, 0x22];
const [A, Z, ZERO, NINE, HYPHEN] = [0x61, 0x7a, 0x30, 0x39, 0x2d];
/** No place: something stands there that only a parser can read. */
const GIVEN_UP = -1;

/**
 * Hands on the markup of a rendered body, of attributes those alone that are `wanted`. False when it can't be sure to see
 * what a parser sees: then what was handed on is of no use.
 */
export function followMarkup(html: string, wanted: ReadonlySet<string>, taker: MarkupTaker): boolean {
  return new MarkupReader(html, wanted, taker).read();
}

class MarkupReader {
  private readonly html: string;
  private readonly wanted: ReadonlySet<string>;
  private readonly taker: MarkupTaker;
  private readonly open: ElementRules[] = [];
  /** Of the tag that is being read. */
  private attributes: Record<string, string> | undefined;

  constructor(html: string, wanted: ReadonlySet<string>, taker: MarkupTaker) {
    this.html = html;
    this.wanted = wanted;
    this.taker = taker;
  }

  read(): boolean {
    const { html } = this;
    let at = 0;
    while (at < html.length) {
      const tag = html.indexOf('<', at);
      const end = tag < 0 ? html.length : tag;
      if (end > at) {
        const text = decoded(html.slice(at, end));
        if (text === undefined) return false;
        this.taker.characters(text);
      }
      if (tag < 0) break;
      at = html.charCodeAt(tag + 1) === SLASH ? this.readEnd(tag + 2) : this.readStart(tag + 1);
      if (at === GIVEN_UP) return false;
    }
    return this.open.length === 0;
  }

  /** Reads the end tag whose name begins at `begin`; gives the place behind it. */
  private readEnd(begin: number): number {
    const name = this.open.pop()?.name;
    if (name === undefined || !this.html.startsWith(name, begin)) return GIVEN_UP;
    const end = begin + name.length;
    if (this.html.charCodeAt(end) !== END) return GIVEN_UP;
    this.taker.end(name);
    return end + 1;
  }

  /** Reads the start tag whose name begins at `begin`; gives the place behind it. */
  private readStart(begin: number): number {
    const { html } = this;
    let at = begin;
    while (isNameUnit(html.charCodeAt(at))) at += 1;
    const rules = RULES.get(html.slice(begin, at));
    if (!rules || this.open.at(-1)?.endedBy.includes(rules.name)) return GIVEN_UP;
    this.attributes = undefined;
    while (html.charCodeAt(at) === SPACE) {
      at = this.readAttribute(at + 1);
      if (at === GIVEN_UP) return GIVEN_UP;
    }
    if (html.charCodeAt(at) !== END) return GIVEN_UP;
    this.taker.start(rules.name, this.attributes ?? NO_ATTRIBUTES);
    if (rules.isVoid) this.taker.end(rules.name);
    else this.open.push(rules);
    return at + 1;
  }

  /** Reads the attribute that begins at `begin`; gives the place behind it. */
  private readAttribute(begin: number): number {
    const { html } = this;
    let at = begin;
    while (isNameUnit(html.charCodeAt(at))) at += 1;
    if (at === begin) return GIVEN_UP;
    const nameEnd = at;
    let valueBegin = at;
    if (html.charCodeAt(at) === EQUALS) {
      if (html.charCodeAt(at + 1) !== QUOTE) return GIVEN_UP;
      valueBegin = at + 2;
      at = html.indexOf('"', valueBegin);
      if (at < 0) return GIVEN_UP;
    }
    const name = html.slice(begin, nameEnd);
    const end = valueBegin === nameEnd ? at : at + 1;
    if (!this.wanted.has(name)) return end;
    const value = decoded(html.slice(valueBegin, at));
    if (value === undefined) return GIVEN_UP;
    this.attributes ??= {};
    // Of two the first counts.
    this.attributes[name] ??= value;
    return end;
  }
}

/** Of names in lower case; there are no others in what we write. */
function isNameUnit(unit: number): boolean {
  return (unit >= A && unit <= Z) || (unit >= ZERO && unit <= NINE) || unit === HYPHEN;
}

const REFERENCE = /&#x([\dA-F]{2,4});/g;
const OTHER_REFERENCE = /&(?!#x[\dA-F]{2,4};)/;

/** A text with its references to characters replaced; undefined for such as only a parser knows. */
function decoded(text: string): string | undefined {
  if (!text.includes('&')) return text;
  if (OTHER_REFERENCE.test(text)) return undefined;
  let isPlain = true;
  const plain = text.replace(REFERENCE, (_reference, digits: string) => {
    const unit = Number.parseInt(digits, 16);
    // Those of control characters and of half characters mean others.
    isPlain &&= (unit >= 0x20 && unit < 0x7f) || (unit >= 0xa0 && unit < 0xd800);
    return String.fromCharCode(unit);
  });
  return isPlain ? plain : undefined;
}
