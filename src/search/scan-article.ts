/**
 * Reads a built page by following its tags: a parser takes several times as long, and an index reads the page of every
 * document. It gives up wherever a parser would do more than that.
 */
import { type ElementRules, rulesOf } from './elements.ts';
import { decodeEntities } from './entities.ts';
import { type Attributes, StartTag } from './start-tag.ts';

/** Takes elements and texts in the order of the page. */
export interface MarkupTaker {
  start(name: string, attributes: Attributes): void;
  end(name: string): void;
  characters(text: string): void;
}

const DOCTYPE = /^(?:<!doctype html>)?\s*(?=<html[\s>])/i;
const ARTICLE = '<article';
const SLASH = '/'.charCodeAt(0);
const CLOSE = '>'.charCodeAt(0);

class ArticleScanner {
  readonly #html: string;
  readonly #taker: MarkupTaker;
  readonly #open: ElementRules[] = [];
  readonly #tag = new StartTag();
  /** How many open elements are foreign. */
  #foreign = 0;
  #at = 0;

  constructor(html: string, taker: MarkupTaker) {
    this.#html = html;
    this.#taker = taker;
  }

  /** Reads the page's root, which begins at `begin`, up to the end of its article; false when it gave up. */
  read(begin: number): boolean {
    this.#at = begin;
    for (;;) {
      if (this.#html.charCodeAt(this.#at + 1) === SLASH) {
        const ended = this.#readEnd();
        if (ended === undefined) return false;
        if (ended === 'article') return true;
      } else if (!this.#readStart()) return false;
      if (!this.#readText()) return false;
    }
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
    if (rules.isVoid) return true;
    if (this.#foreign > 0 && tag.closesItself) {
      this.#taker.end(rules.name);
      return true;
    }
    this.#open.push(rules);
    if (rules.isForeign) this.#foreign += 1;
    return rules.isRaw ? this.#passOver(rules.name, around?.name) : true;
  }

  #passOver(name: string, around: string | undefined): boolean {
    // Elsewhere a title is text, or part of a drawing.
    if (name === 'title' && around !== 'head') return false;
    this.#at = this.#html.indexOf(`</${name}>`, this.#at);
    return this.#at >= 0 && this.#readEnd() !== undefined;
  }

  #readText(): boolean {
    const end = this.#html.indexOf('<', this.#at);
    if (end < 0) return false;
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
 * Hands on a page up to the end of its only article, for what is read stands there. False when it can't be sure to see
 * what a parser sees: then what was handed on is of no use.
 */
export function scanArticle(html: string, taker: MarkupTaker): boolean {
  const begin = DOCTYPE.exec(html)?.[0].length;
  const article = html.indexOf(ARTICLE);
  if (begin === undefined || article < 0 || html.includes(ARTICLE, article + 1)) return false;
  return new ArticleScanner(html, taker).read(begin);
}
