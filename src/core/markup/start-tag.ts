/** Reads start tags, character by character: of all that is read of a page they take the longest. */
import { decodeEntities } from './entities.ts';

/** The attributes of an element that were asked for, and perhaps others. */
export type Attributes = Readonly<Record<string, string>>;

/** Of an element without any. */
export const NO_ATTRIBUTES: Attributes = {};

const code = (character: string): number => character.charCodeAt(0);
const [SLASH, END, EQUALS, QUOTE, HYPHEN] = [code('/'), code('>'), code('='), code('"'), code('-')];
const [A, Z, NINE, ZERO, APOSTROPHE, OPENING] = [
  code('a'),
  code('z'),
  code('9'),
  code('0'),
  code("'"),
  code('<'),
];

const ASCII = 0x80;

const isNameCharacter = (unit: number): boolean =>
  (unit >= A && unit <= Z) || unit === HYPHEN || (unit >= ZERO && unit <= NINE);
/** Of an attribute's name. Beyond the end of the page there is none. */
const isAttributeCharacter = (unit: number): boolean =>
  unit > 0x20 &&
  unit !== EQUALS &&
  unit !== END &&
  unit !== SLASH &&
  unit !== QUOTE &&
  unit !== APOSTROPHE &&
  unit !== OPENING;
const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b);

/** A start tag, as it was read last; of its attributes those that are wanted. */
export class StartTag {
  name = '';
  attributes = NO_ATTRIBUTES;
  /** Whether it ends with a slash. */
  closesItself = false;
  /** Just behind the tag. */
  end = 0;
  /** `attributes` of this tag; the last one's stay as they were handed out. */
  #own: Record<string, string> = {};
  readonly #wanted: ReadonlySet<string>;
  /** Characters with which wanted attributes begin: most others need not be looked at. */
  readonly #initials = new Uint8Array(ASCII);

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
    for (const name of wanted)
      for (const initial of [name, name.toUpperCase()]) this.#initials[initial.charCodeAt(0)] = 1;
  }

  /**
   * Reads the tag at `begin`. False for what isn't written as our pages are, in lower case and with double quotes:
   * a parser may see something else there.
   */
  read(html: string, begin: number): boolean {
    let at = begin + 1;
    while (isNameCharacter(html.charCodeAt(at))) at += 1;
    if (!(html.charCodeAt(begin + 1) >= A)) return false;
    this.name = html.slice(begin + 1, at);
    this.attributes = NO_ATTRIBUTES;
    this.closesItself = false;
    for (;;) {
      const spaces = at;
      while (isSpace(html.charCodeAt(at))) at += 1;
      const unit = html.charCodeAt(at);
      if (unit === END) break;
      if (unit === SLASH) {
        if (html.charCodeAt(at + 1) !== END) return false;
        this.closesItself = true;
        at += 1;
        break;
      }
      if (at === spaces) return false;
      at = this.#readAttribute(html, at);
      if (at < 0) return false;
    }
    this.end = at + 1;
    return true;
  }

  /** Reads the attribute at `begin` and gives its end; -1 when it can't be read. */
  #readAttribute(html: string, begin: number): number {
    let at = begin;
    while (isAttributeCharacter(html.charCodeAt(at))) at += 1;
    if (at === begin) return -1;
    const nameEnd = at;
    let valueBegin = at;
    let valueEnd = at;
    if (html.charCodeAt(at) === EQUALS) {
      if (html.charCodeAt(at + 1) !== QUOTE) return -1;
      valueBegin = at + 2;
      valueEnd = html.indexOf('"', valueBegin);
      if (valueEnd < 0) return -1;
      at = valueEnd + 1;
    }
    if (this.#initials[html.charCodeAt(begin)] !== 1) return at;
    const name = html.slice(begin, nameEnd).toLowerCase();
    // Of two of one name the first counts.
    if (!this.#wanted.has(name) || name in this.attributes) return at;
    const value = decodeEntities(html.slice(valueBegin, valueEnd));
    if (value === undefined) return -1;
    if (this.attributes === NO_ATTRIBUTES) this.attributes = this.#own = { [name]: value };
    else this.#own[name] = value;
    return at;
  }
}
