/**
 * Follows the markup of pages and bodies that the site itself has written, tag by tag: a parser of HTML takes several times
 * as long. It gives up wherever a parser would do more than that.
 */
import { type ElementRules, rulesOf } from './elements.ts';
import { decodeEntities } from './entities.ts';
import { type Attributes, StartTag } from './start-tag.ts';

/** Takes elements and texts in their order; an element without an end tag ends at once. */
export interface MarkupTaker {
  start(name: string, attributes: Attributes): void;
  end(name: string): void;
  characters(text: string): void;
}

const DOCTYPE = /^(?:<!doctype html>)?\s*(?=<html[\s>])/i;
const ARTICLE = '<article';
const SLASH = '/'.charCodeAt(0);
const CLOSE = '>'.charCodeAt(0);

class MarkupFollower {
  readonly #html: string;
  readonly #taker: MarkupTaker;
  readonly #open: ElementRules[] = [];
  readonly #tag: StartTag;
  /** How many open elements are foreign. */
  #foreign = 0;
  #at = 0;
  #isPage = false;

  constructor(html: string, wanted: ReadonlySet<string>, taker: MarkupTaker) {
    this.#html = html;
    this.#tag = new StartTag(wanted);
    this.#taker = taker;
  }

  /** Reads from `begin` to the end, or to that of the first element named `last`; false when it gave up. */
  read(begin: number, last?: string): boolean {
    this.#at = begin;
    this.#isPage = last !== undefined;
    while (this.#readText()) {
      if (this.#at === this.#html.length) return last === undefined && this.#open.length === 0;
      if (this.#html.charCodeAt(this.#at + 1) === SLASH) {
        const ended = this.#readEnd();
        if (ended === undefined) return false;
        if (ended === last) return true;
      } else if (!this.#readStart()) return false;
    }
    return false;
  }

  /** Gives the name; undefined for the end of another element than the last that began. */
  #readEnd(): string | undefined {
    const rules = this.#open.pop();
    if (!rules) return undefined;
    const { name } = rules;
    const end = this.#at + 2 + name.length;
    if (!this.#html.startsWith(name, this.#at + 2) || this.#html.charCodeAt(end) !== CLOSE) return undefined;
    if (rules.isForeign) this.#foreign -= 1;
    this.#taker.end(name);
    this.#at = end + 1;
    return name;
  }

  #readStart(): boolean {
    const tag = this.#tag;
    if (!tag.read(this.#html, this.#at)) return false;
    const rules = rulesOf(tag.name);
    const around = this.#open.at(-1);
    if (rules.isSpecial || around?.endedBy.has(rules.name)) return false;
    this.#taker.start(rules.name, tag.attributes);
    this.#at = tag.end;
    if (rules.isVoid || (this.#foreign > 0 && tag.closesItself)) {
      this.#taker.end(rules.name);
      return true;
    }
    this.#open.push(rules);
    if (rules.isForeign) this.#foreign += 1;
    return rules.isRaw ? this.#passOver(rules.name, around?.name) : true;
  }

  /** What stands in a page's head and in its scripts is no text of it. */
  #passOver(name: string, around: string | undefined): boolean {
    // Elsewhere a title is text, or part of a drawing; bodies have no scripts.
    if (!this.#isPage || (name === 'title' && around !== 'head')) return false;
    this.#at = this.#html.indexOf(`</${name}>`, this.#at);
    return this.#at >= 0 && this.#readEnd() !== undefined;
  }

  #readText(): boolean {
    const tag = this.#html.indexOf('<', this.#at);
    const end = tag < 0 ? this.#html.length : tag;
    if (end > this.#at) {
      const text = decodeEntities(this.#html.slice(this.#at, end));
      if (text === undefined) return false;
      this.#taker.characters(text);
    }
    this.#at = end;
    return true;
  }
}

/**
 * Hands on a rendered body, of attributes those alone that are `wanted`. False when it can't be sure to see what a parser
 * sees: then what was handed on is of no use.
 */
export function followMarkup(html: string, wanted: ReadonlySet<string>, taker: MarkupTaker): boolean {
  return new MarkupFollower(html, wanted, taker).read(0);
}

/** The same of a page up to the end of its only article, for what is read stands there. */
export function followArticle(html: string, wanted: ReadonlySet<string>, taker: MarkupTaker): boolean {
  const begin = DOCTYPE.exec(html)?.[0].length;
  const article = html.indexOf(ARTICLE);
  if (begin === undefined || article < 0 || html.includes(ARTICLE, article + 1)) return false;
  return new MarkupFollower(html, wanted, taker).read(begin, 'article');
}
