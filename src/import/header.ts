import { findDate } from './dates.ts';
import { isElementLine } from './elements.ts';
import { ownNumberIn } from './infer-number.ts';
import { joinTitle } from './join-title.ts';
import { isLetterhead } from './letterhead.ts';
import type { SourceLine } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { unpairedBrackets } from './supply.ts';
import { kindOfTitle } from './title-kinds.ts';
import { titleByLook } from './title-look.ts';

export { joinTitle } from './join-title.ts';

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

/** Finds title, publication line and number line among a document's first lines. */
export function readHeader(lines: readonly SourceLine[]): Header {
  const marked = lines
    .slice(0, HEADER_LINES)
    .filter((line) => line.marker === 1)
    .slice(0, 1);
  const shown = marked.length > 0 ? marked : (titleByLook(lines) ?? []);
  const header: Header = { title: [...shown] };
  const last = shown.at(-1);
  const below = last ? lines.indexOf(last) : 0;
  for (const [at, line] of lines.slice(0, HEADER_LINES + shown.length).entries()) {
    if (shown.includes(line)) continue;
    if (numberingOf(line.text) || line.text.length > 120) break;
    if (ownNumberIn(line.text)) header.number ??= line;
    else if (isPublicationLine(line.text)) header.published ??= line;
    else if (isElementLine(line.text)) continue;
    else if (shown.length === 0 && continuesTitle(header, lines, line)) header.title.push(line);
    else if (at >= below && (header.title.length > 0 || !isLetterhead(line.text))) break;
  }
  return header;
}

function isPublicationLine(text: string): boolean {
  return text.length <= 100 && PUBLISHED.test(text) && findDate(text) !== undefined;
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
