import { ownValue } from '../own-value.ts';

/**
 * The plain reading that a Word file is held against: it walks through the characters of the XML, builds no tree and
 * knows nothing of styles, fields or tables.
 */

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The text of all elements of the given local names in a part, each on a line of its own. Of alternatives it takes the
 * first that has any text, as each says the same.
 */
export function partText(xml: string, names: readonly string[]): string {
  const wanted = new Set(names);
  const texts: string[] = [];
  /** Number of texts where each open set of alternatives began, and whether a branch of it has been taken. */
  const alternatives: { from: number; taken: boolean }[] = [];
  let inside = 0;
  let skipping = 0;
  for (const token of tokens(xml)) {
    if (token.kind === 'text') {
      if (inside > 0 && skipping === 0) texts.push(token.text);
      continue;
    }
    const { name, kind } = token;
    if (name === 'AlternateContent' && kind !== 'empty') {
      if (kind === 'open') alternatives.push({ from: texts.length, taken: false });
      else alternatives.pop();
    } else if (name === 'Choice' || name === 'Fallback') {
      const set = alternatives.at(-1);
      if (!set || kind === 'empty') continue;
      if (skipping > 0 || (kind === 'open' && set.taken)) skipping += kind === 'open' ? 1 : -1;
      else if (kind === 'close') set.taken = texts.length > set.from;
    } else if (wanted.has(name) && kind !== 'empty') inside += kind === 'open' ? 1 : -1;
  }
  return texts.join('\n');
}

type Token =
  | { kind: 'text'; text: string }
  /** Local name of an element that begins, ends or has nothing in it. */
  | { kind: 'open' | 'close' | 'empty'; name: string };

function* tokens(xml: string): Generator<Token> {
  let at = 0;
  while (at < xml.length) {
    const opening = xml.indexOf('<', at);
    const textEnd = opening < 0 ? xml.length : opening;
    if (textEnd > at) yield { kind: 'text', text: decoded(xml.slice(at, textEnd)) };
    if (opening < 0) return;
    if (xml.startsWith('<![CDATA[', opening)) {
      const end = after(xml, ']]>', opening);
      yield { kind: 'text', text: xml.slice(opening + 9, end - 3) };
      at = end;
    } else if (xml.startsWith('<!--', opening)) at = after(xml, '-->', opening);
    else {
      at = tagEnd(xml, opening);
      yield tagToken(xml.slice(opening + 1, at - 1));
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

/** Behind the > of a tag; one within quotation marks doesn't end it. */
function tagEnd(xml: string, from: number): number {
  let quotation = '';
  for (let at = from; at < xml.length; at++) {
    const char = xml[at] ?? '';
    if (quotation !== '') {
      if (char === quotation) quotation = '';
    } else if (char === '"' || char === "'") quotation = char;
    else if (char === '>') return at + 1;
  }
  return xml.length;
}

function tagToken(tag: string): Token {
  const name = /^\/?(?:[^\s/:]+:)?([^\s/]*)/.exec(tag)?.[1] ?? '';
  if (tag.startsWith('/')) return { kind: 'close', name };
  return { kind: tag.endsWith('/') ? 'empty' : 'open', name };
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return ownValue(ENTITIES, String(name)) ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
