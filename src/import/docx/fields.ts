import { circled } from '../number-format.ts';
import { attribute, elements, type XmlElement } from './xml.ts';

/** A field whose end has not come yet. */
export interface OpenField {
  /** Before the result comes what the field is told to do. */
  phase: 'code' | 'result';
  code: string;
  /** Text in the part of the field that is not shown, or in a result that is dropped. */
  aside: string;
  begin: XmlElement;
  /** Paragraph in which it begins. */
  line: number;
  /** The text of its result. */
  result: string;
}

/** The first word of a field's code, in capitals. */
export function fieldType(code: string): string {
  return /^\s*(\S+)/.exec(code)?.[1]?.toUpperCase() ?? '';
}

/** Contents and indexes: the site makes its own, and page numbers mean nothing there. */
export function isMadeList(code: string): boolean {
  return ['TOC', 'INDEX', 'TOA'].includes(fieldType(code));
}

/** Address that a HYPERLINK field leads to. */
export function fieldLink(code: string): string | undefined {
  if (fieldType(code) !== 'HYPERLINK' || /\s\\l\b/.test(code.replace(/"[^"]*"/g, ''))) return undefined;
  return /^\s*HYPERLINK\s+"([^"]*)"/i.exec(code)?.[1] ?? /^\s*HYPERLINK\s+([^\s"\\]+)/i.exec(code)?.[1];
}

/** Fields whose result changes by itself, so that the file holds whatever was last computed. */
export function isFleeting(code: string): boolean {
  return /^(?:DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|FILENAME|AUTHOR|USERNAME)$/.test(fieldType(code));
}

/** Marks of fields in a story that have both their beginning and their end; the others are nothing. */
export function pairedMarks(story: XmlElement): ReadonlySet<XmlElement> {
  const paired = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  const walk = (within: XmlElement): void => {
    for (const element of elements(within)) {
      if (element.name === 'w:fldChar') note(element);
      else if (!APART.has(element.name)) walk(element);
    }
  };
  const note = (mark: XmlElement): void => {
    const kind = attribute(mark, 'w:fldCharType');
    if (kind === 'begin') open.push([mark]);
    else if (kind === 'separate') open.at(-1)?.push(mark);
    else for (const each of [...(open.pop() ?? []), mark]) paired.add(each);
  };
  walk(story);
  return paired;
}

/** What is deleted is not read, formulas and readings have no fields, and a text box is a story of its own. */
const APART: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'm:oMath', 'w:rt', 'w:txbxContent']);

/** What a field without a result shows: text that stands in its code. */
export interface CodeText {
  shown: string;
  /** Readings that stand above the text. */
  reading: string;
  /** How it looks, when the text alone doesn't tell. */
  look?: string;
}

/** What a field shows of its own code: enclosed characters, readings, fractions, buttons; undefined for others. */
export function codeText(code: string): CodeText | undefined {
  const type = fieldType(code);
  if (type === 'MACROBUTTON') return { shown: code.trim().split(/\s+/).slice(2).join(' '), reading: '' };
  if (type !== 'EQ') return undefined;
  const enclosed = /\\o\s*\\ac\s*\(\s*([^,，;]*?)\s*[,，;]\s*([^)]*?)\s*\)\s*$/i.exec(code);
  if (enclosed) return enclosedText(enclosed[1] ?? '', enclosed[2] ?? '');
  const reading = /\\s\\up\s*[\d.]*\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)\s*$/i.exec(code);
  if (reading) return { shown: reading[2]?.trim() ?? '', reading: reading[1] ?? '' };
  const fraction = /\\f\s*\(([^(),;]*)[,;]([^(),;]*)\)\s*$/i.exec(code);
  if (fraction) return { shown: `${fraction[1]?.trim()}/${fraction[2]?.trim()}`, reading: '', look: '分式' };
  return { shown: plainEquation(code), reading: '', look: 'EQ 域的排法' };
}

const ENCLOSED_HAN = '一二三四五六七八九十';

function enclosedText(one: string, other: string): CodeText {
  const signs = '○◯〇□△◇';
  const text = signs.includes(one) ? other : one;
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= 1 && number <= 50)
    return { shown: circled(number), reading: '' };
  const han = ENCLOSED_HAN.indexOf(text);
  if (text.length === 1 && han >= 0) return { shown: String.fromCodePoint(0x3280 + han), reading: '' };
  return { shown: text, reading: '', look: '带圈字符的圈' };
}

function plainEquation(code: string): string {
  return code
    .replace(/^\s*EQ\s*/i, '')
    .replace(/\\\*\s*\S+/g, '')
    .replace(/\\[a-z]+[\d.]*/gi, '')
    .replace(/[(),;\s]+/g, '');
}
