import { findDate } from './dates.ts';
import { type Element, isElementLine } from './elements.ts';
import { ownNumberIn } from './infer-number.ts';
import { joinTitle } from './join-title.ts';
import { isLetterhead } from './letterhead.ts';
import type { SourceLine } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { officeNames } from './office-names.ts';
import { unpairedBrackets } from './supply.ts';
import { belowSlogan, completedTitle } from './title-goes-on.ts';
import { kindOfTitle } from './title-kinds.ts';
import { titleByLook } from './title-look.ts';
import { essence } from './verify.ts';

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
/** No printed title takes more lines. */
const MOST_TITLE_LINES = 8;
const PUBLISHED =
  /^(?:发布|发表|更新|公开|时间|日期|来源|信息来源|作者|浏览|阅读|点击|字体)|^\d{4}[-/.年].*(?:来源|作者|浏览|阅读|点击|字体)/;

/**
 * Finds title, publication line and number line among a document's first lines. Where something outside the text
 * names the title, the lines that print it are the title, wherever among them they stand.
 */
export function readHeader(lines: readonly SourceLine[], named?: Element): Header {
  const header = readHead(lines, named);
  const number = header.number ?? numberBelow(lines);
  return number ? { ...header, number } : header;
}

/** A number that stands alone further down, but above every picture, numbered line and sentence. */
function numberBelow(lines: readonly SourceLine[]): SourceLine | undefined {
  const head = aboveText(lines);
  const end = head.findIndex(({ text, solid }) => solid !== undefined || numberingOf(text) !== undefined);
  return head.slice(0, end < 0 ? head.length : end).find(({ text }) => ownNumberIn(text) !== undefined);
}

function readHead(lines: readonly SourceLine[], named?: Element): Header {
  const printed = named ? titleLinesNamed(lines, named.value) : [];
  if (printed.length > 0) return readAround(lines, named?.weak ? withOffice(lines, printed) : printed);
  const header = readUnnamed(lines);
  // What the page calls its document counts for more than a line that merely looks like a title.
  return named && !agree(header.title, named) && !isVague(named, header.title)
    ? { ...header, title: [] }
    : header;
}

/** The lines, one below the other, that print a title known from elsewhere; none when it is not printed. */
export function titleLinesNamed(lines: readonly SourceLine[], title: string): SourceLine[] {
  const wanted = essence(title);
  const first = aboveText(lines);
  for (const start of first.keys()) {
    let printed = '';
    for (const end of first.slice(start, start + MOST_TITLE_LINES).keys()) {
      printed += essence(first[start + end]?.text ?? '');
      if (printed === wanted && wanted !== '') return first.slice(start, start + end + 1);
      if (!wanted.startsWith(printed)) break;
    }
  }
  return [];
}

/** A sentence ends the header: below it the words are a part of the text, as where an order carries a regulation. */
function aboveText(lines: readonly SourceLine[]): SourceLine[] {
  const sentence = lines.findIndex(({ text }) => text.length > 20 && text.endsWith('。'));
  return lines.slice(0, sentence < 0 ? HEADER_LINES : Math.min(sentence, HEADER_LINES));
}

/** A web page often gives a title without the office that stands above it in print. */
function withOffice(lines: readonly SourceLine[], title: readonly SourceLine[]): SourceLine[] {
  const above = title[0] && lines[lines.indexOf(title[0]) - 1];
  const startsWithMatter = /^关于/.test(title[0]?.text ?? '');
  return above && startsWithMatter && officeNames(above.text).length > 0 ? [above, ...title] : [...title];
}

/** True for what a page is called where it names no kind of paper, and what is printed does. */
function isVague({ value, weak }: Element, printed: readonly SourceLine[]): boolean {
  const namesKind = (title: string): boolean => kindOfTitle(title) !== undefined || title.includes('关于');
  return weak === true && !namesKind(value) && namesKind(joinTitle(printed));
}

/** True when the printed title may stand for the one that a page gives: a web page often shortens it. */
function agree(title: readonly SourceLine[], { value, weak }: Element): boolean {
  const [printed, wanted] = [essence(joinTitle(title)), essence(value)];
  if (printed === wanted) return true;
  return (
    weak === true &&
    printed !== '' &&
    (printed.endsWith(wanted) ||
      wanted.endsWith(printed) ||
      printed.startsWith(wanted.replace(/(?:\.{3}|…+)$/, '')))
  );
}

function readAround(lines: readonly SourceLine[], title: SourceLine[]): Header {
  const header: Header = { title };
  const end = lines.findLastIndex((line) => title.includes(line));
  for (const [index, line] of lines.slice(0, HEADER_LINES).entries()) {
    if (title.includes(line)) continue;
    const isHeaderLine = readHeaderLine(header, line);
    if (!isHeaderLine && index > end && !isElementLine(line.text)) break;
  }
  return header;
}

/** Takes the line as number or publication line. False when it is neither. */
function readHeaderLine(header: Header, line: SourceLine): boolean {
  if (ownNumberIn(line.text)) header.number ??= line;
  else if (isPublicationLine(line.text)) header.published ??= line;
  else return false;
  return true;
}

function readUnnamed(lines: readonly SourceLine[]): Header {
  const header: Header = { title: [] };
  const first = lines.slice(0, HEADER_LINES);
  const called = calledTitle(first);
  const named = called.length > 0 ? called : markedTitle(first);
  const marked = completedTitle(lines, named.length > 0 ? named : (titleByLook(lines) ?? []));
  header.title.push(...marked);
  const end = lines.findLastIndex((line) => marked.includes(line));
  for (const [index, line] of first.entries()) {
    if (header.title.includes(line)) continue;
    if (numberingOf(line.text) || line.text.length > 120) break;
    if (readHeaderLine(header, line) || isElementLine(line.text)) continue;
    if (marked.length === 0 && continuesTitle(header, lines, line)) header.title.push(line);
    else if (index > end && (header.title.length > 0 || !isLetterhead(line.text))) break;
  }
  return marked.length === 0 ? { ...header, title: belowSlogan(lines, header.title) } : header;
}

/** The first lines that the source itself calls the title; what is called so further down is the title of an attachment. */
function calledTitle(lines: readonly SourceLine[]): SourceLine[] {
  const start = lines.findIndex(({ look }) => look?.title === true);
  if (start < 0) return [];
  const end = lines.findIndex(({ look }, index) => index > start && look?.title !== true);
  return lines.slice(start, end < 0 ? lines.length : end);
}

/** The first outermost heading; more that follow it directly go on with it, as a book of a code does. */
function markedTitle(lines: readonly SourceLine[]): SourceLine[] {
  const start = lines.findIndex((line) => line.marker === 1);
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && line.marker !== 1);
  return lines.slice(start, Math.min(end < 0 ? lines.length : end, start + 3));
}

function isPublicationLine(text: string): boolean {
  return text.length <= 100 && PUBLISHED.test(text) && findDate(text) !== undefined;
}

function continuesTitle(header: Header, lines: readonly SourceLine[], line: SourceLine): boolean {
  const longest = kindOfTitle(line.text) ? 2 * LONGEST_TITLE_LINE : LONGEST_TITLE_LINE;
  if (line.solid || line.text.length > longest || /[。；！!：:，,、]$/.test(line.text)) return false;
  if (header.title.length === 0) return !isLetterhead(line.text);
  const soFar = joinTitle(header.title);
  const directlyBelow = lines[lines.indexOf(line) - 1] === header.title.at(-1);
  if (!directlyBelow || header.title.length >= 4 || soFar.length + line.text.length > 120) return false;
  if (unpairedBrackets(soFar).some(({ text }) => text === '《')) return true;
  if (completedTitle(lines, header.title).includes(line)) return true;
  return (
    kindOfTitle(soFar) === undefined &&
    (/^关于/.test(line.text) || kindOfTitle(line.text) !== undefined || /^\S{1,8}编$/.test(line.text))
  );
}
