import { escapeHtml } from '../core/escape-html.ts';
import { xmlText } from '../core/xml-text.ts';

/** Attributes of an element in the order in which they are written; one without a value is left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** First line of every part. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A text as it stands in a part: escaped, without the characters that no part can hold. */
export function escapeXml(text: string): string {
  return escapeHtml(xmlText(text));
}

/** An element; `content` is XML already, the values of attributes are texts. */
export function element(name: string, attributes: XmlAttributes, content = ''): string {
  let tag = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) tag += ` ${key}="${typeof value === 'string' ? escapeXml(value) : value}"`;
  }
  return content === '' ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

/** An element that says one thing, as `<w:jc w:val="center"/>`. */
export function valued(name: string, value: string | number): string {
  return element(name, { 'w:val': value });
}
