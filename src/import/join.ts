import type { Finding } from './finding.ts';
import type { FootnotePlace, InlineMark, SourceLine } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { unpairedBrackets } from './supply.ts';

/** Nothing is joined to a paragraph that is already longer than this, in UTF-16 units: no office writes such. */
const LONGEST_PARAGRAPH = 5_000;
/** 第一章 on a line of its own, and the name of a part in the line below it. */
const BARE_NUMBER = /^第[〇零一二三四五六七八九十百]+(?:编|分编|篇|部分|章|节)$/;
const PART_NAME = /^[^，。；：！？,;:!?]{1,30}$/;
const NAME_BELOW = '章节的序数和名称分在两行';

/** A paragraph of one or more source lines. */
export interface Paragraph {
  text: string;
  /** Source line on which it begins. */
  line: number;
  /** All its source lines, in order; a table or picture is the one line of its paragraph, which has no text. */
  lines: SourceLine[];
  /** Offsets are those of `text`. */
  marks: InlineMark[];
  footnotes: FootnotePlace[];
}

/** A paragraph of one line. */
export function paragraphOf(line: SourceLine): Paragraph {
  const { text, marks = [], footnotes = [] } = line;
  return { text, line: line.line, lines: [line], marks: [...marks], footnotes: [...footnotes] };
}

/**
 * Rejoins paragraphs that the source cut in mid-sentence: where a bracket opened in one line closes in the next,
 * where a line ends in a comma, and in a text that is hard-wrapped at one width. Everything else stays cut as it was.
 */
export function joinParagraphs(lines: readonly SourceLine[]): {
  paragraphs: Paragraph[];
  findings: Finding[];
} {
  const wrap = wrapWidth(lines);
  const paragraphs: Paragraph[] = [];
  const findings: Finding[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const reason = last && reasonToJoin(last, line, wrap);
    if (!last || !reason) {
      paragraphs.push(paragraphOf(line));
      continue;
    }
    append(last, line);
    findings.push({ kind: 'changed', line: line.line, message: `与上一段并为一段：${reason}` });
  }
  return { paragraphs, findings };
}

function append(last: Paragraph, line: SourceLine): void {
  const before = last.text + glue(last.text, line.text);
  const shift = before.length;
  last.text = before + line.text;
  last.lines.push(line);
  for (const mark of line.marks ?? [])
    last.marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
  for (const { at, id } of line.footnotes ?? []) last.footnotes.push({ at: at + shift, id });
}

function reasonToJoin(last: Paragraph, next: SourceLine, wrap: number | undefined): string | undefined {
  const standsAlone = ({ marker, solid }: SourceLine): boolean => marker !== undefined || solid !== undefined;
  if (standsAlone(next) || last.lines.some(standsAlone) || last.text.length > LONGEST_PARAGRAPH)
    return undefined;
  const numbering = numberingOf(next.text);
  if (!numbering && BARE_NUMBER.test(last.text) && PART_NAME.test(next.text)) return NAME_BELOW;
  if (!numbering && /[，,、]$/.test(last.text)) return '上一段以逗号或顿号结尾，原文在句中断开';
  const open = unpairedBrackets(last.text).findLast(({ text }) => '(（《〔【'.includes(text));
  // A line such as 二）… closes its own lost bracket, and 2）… numbers an item: only other lines close an earlier one.
  if (!numbering && open && closes(next.text, open.text)) {
    return `上一段的“${open.text}”到这一段才配对，原文在句中断开`;
  }
  if (numbering) return undefined;
  const previous = last.lines.at(-1);
  if (wrap === undefined || !previous || next.afterBlank || next.indented) return undefined;
  const full = cells(previous.text) >= wrap - 2 - (previous.indented ? 4 : 0);
  return full && !/[。！？；：]$/.test(previous.text) ? '原文按固定行宽折行' : undefined;
}

/** True when a text closes, before it opens another, the bracket left open before it. */
function closes(text: string, opener: string): boolean {
  const closer = { '(': /[)）]/, '（': /[)）]/, '《': /》/, '〔': /〕/, '【': /】/ }[opener];
  const lone = unpairedBrackets(text)[0];
  return closer !== undefined && lone !== undefined && closer.test(lone.text);
}

/** Two Latin words or numbers need the space that the line end stood for, and so does a number before its name. */
function glue(before: string, after: string): string {
  if (BARE_NUMBER.test(before)) return '\u3000';
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : '';
}

/**
 * The width in half-width cells at which a text is hard-wrapped, or undefined when it is not. In a hard-wrapped text
 * at least three lines, and most of those that run on, reach the full width; none goes beyond a printed line.
 */
function wrapWidth(lines: readonly SourceLine[]): number | undefined {
  const widths = lines.map((line) => cells(line.text) + (line.indented ? 4 : 0));
  const widest = widths.reduce((a, b) => Math.max(a, b), 0);
  if (widest < 40 || widest > 100) return undefined;
  const running = widths.filter((_, index) => {
    const [line, next] = [lines[index], lines[index + 1]];
    if (!line || !next || next.afterBlank || next.indented || numberingOf(next.text)) return false;
    return !/[。！？；：]$/.test(line.text);
  });
  const full = running.filter((width) => width >= widest - 2);
  return full.length >= 3 && full.length >= running.length * 0.6 ? widest : undefined;
}

function cells(text: string): number {
  let width = 0;
  for (const char of text) width += /[\u0020-\u007e]/.test(char) ? 1 : 2;
  return width;
}
