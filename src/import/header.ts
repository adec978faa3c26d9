import { findDate } from './dates.ts';
import { isElementLine } from './elements.ts';
import { ownNumberIn } from './infer-number.ts';
import type { SourceLine } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { unpairedBrackets } from './supply.ts';
import { kindOfTitle } from './title-kinds.ts';

/** What stands above a document's text. */
export interface Header {
  /** The lines that make up the title; empty when none was found. */
  title: SourceLine[];
  /** The line of a web page that gives its date of publication. */
  published?: SourceLine;
  /** The line that is the document's own number and nothing else. */
  number?: SourceLine;
}

/** How many lines are looked through for a header. */
const HEADER_LINES = 15;
const LONGEST_TITLE_LINE = 60;
const PUBLISHED = /^(?:发布|发表|更新|时间|日期|来源|作者|浏览|阅读|点击)/;
const LETTERHEAD = /(?:文件|（代拟稿）|\d+期)$|^(?:签发人|密级|特急|加急|机密|秘密)/;

/** Finds title, publication line and number line among a document's first lines. */
export function readHeader(lines: readonly SourceLine[]): Header {
  const header: Header = { title: [] };
  const marked = lines.slice(0, HEADER_LINES).find((line) => line.marker === 1);
  if (marked) header.title.push(marked);
  for (const line of lines.slice(0, HEADER_LINES)) {
    if (line === marked) continue;
    if (numberingOf(line.text) || line.text.length > 120) break;
    if (ownNumberIn(line.text)) header.number ??= line;
    else if (isPublicationLine(line.text)) header.published ??= line;
    else if (isElementLine(line.text)) continue;
    else if (!marked && continuesTitle(header, lines, line)) header.title.push(line);
    else if (header.title.length > 0 || !isLetterhead(line.text)) break;
  }
  return header;
}

/** A title's lines as one: only Latin words or digits on both sides need a space between. */
export function joinTitle(lines: readonly SourceLine[]): string {
  return lines.reduce((title, { text }) => {
    const glue = /[A-Za-z0-9]$/.test(title) && /^[A-Za-z0-9]/.test(text) ? ' ' : '';
    return title + glue + text;
  }, '');
}

function isPublicationLine(text: string): boolean {
  return text.length <= 100 && PUBLISHED.test(text) && findDate(text) !== undefined;
}

function isLetterhead(text: string): boolean {
  return text.length <= 40 && LETTERHEAD.test(text.replace(/\s/g, ''));
}

function continuesTitle(header: Header, lines: readonly SourceLine[], line: SourceLine): boolean {
  if (line.text.length > LONGEST_TITLE_LINE || /[。；！!：:，,、]$/.test(line.text)) return false;
  if (header.title.length === 0) return !isLetterhead(line.text);
  const soFar = joinTitle(header.title);
  const directlyBelow = lines[lines.indexOf(line) - 1] === header.title.at(-1);
  if (!directlyBelow || header.title.length >= 4 || soFar.length + line.text.length > 120) return false;
  if (unpairedBrackets(soFar).some(({ text }) => text === '《')) return true;
  return (
    kindOfTitle(soFar) === undefined && (/^关于/.test(line.text) || kindOfTitle(line.text) !== undefined)
  );
}
