/** Where titles stand in running text: outermost 《…》, and titles that have lost their opening 《. */

import type { FoundDocNumber } from '../docnumber.ts';
import { LEADING_WORDS, TITLE_LEADS } from './edge-words.ts';
import { lastEndingBefore } from './spans.ts';

/** Offsets are UTF-16 code units; `end` is exclusive and follows the closing 》. */
export interface TitleSpan {
  start: number;
  end: number;
}

/** Longer than any title; bounds the search on hostile text. */
const MAX_TITLE = 300;
/** Deeper nesting than 《…〈…《…》…〉…》 is not met; bounds the work on a run of opening brackets. */
const MAX_DEPTH = 4;

/** The end of the title that opens at `open`, nested 《》 skipped, or -1 where its 》 is missing. */
function closingEnd(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length && at - open < MAX_TITLE; at++) {
    const char = text.charAt(at);
    if (char === '。' || (char === '\n' && text.charAt(at + 1) === '\n')) return -1;
    // A new 《 after a separator means that the outer title was never closed, unless 〈 has opened a quoted title.
    const separated = /[、，,；;)）》]/.test(text.charAt(at - 1)) && depth > 0;
    if (char === '《' && separated && !text.slice(open, at).includes('〈')) return -1;
    if (char === '《' && ++depth > MAX_DEPTH) return -1;
    if (char === '》' && --depth === 0) return at + 1;
  }
  return -1;
}

const SENTENCE_EDGE = /[。；;：:！？!?\n》"“”「『]/u;
const leadIn = (words: readonly string[]): RegExp =>
  new RegExp(`(?:${words.join('|')}|[、，,]|[）)](?:和|及|与)?)`, 'gu');
/** Before 关于 stand the issuer and what leads up to it. */
const LEAD_IN = leadIn([...LEADING_WORDS, ...TITLE_LEADS].filter((word) => word !== '关于'));
/** A title without 关于 may hold most of these words itself (有关, 实施, 学校); some only lead up to one. */
const SURE_LEAD_IN = leadIn(TITLE_LEADS);

/** What precedes a title within its clause is cut: separators, verbs, and a conjunction after the last title. */
function afterLeadIns(clause: string, leads: RegExp): number {
  let from = 0;
  for (const match of clause.matchAll(leads)) from = match.index + match[0].length;
  return from + (/^[\s和及与等以或]+/u.exec(clause.slice(from))?.[0].length ?? 0);
}

/** Start of the title whose lone 》 stands at `close`; -1 where what precedes is no title. */
function lostStart(text: string, close: number, floor: number): number {
  let edge = close;
  while (edge > floor && close - edge < MAX_TITLE / 2 && !SENTENCE_EDGE.test(text.charAt(edge - 1))) edge--;
  const clause = text.slice(edge, close);
  const about = clause.indexOf('关于');
  const start =
    edge + (about < 0 ? afterLeadIns(clause, SURE_LEAD_IN) : afterLeadIns(clause.slice(0, about), LEAD_IN));
  const title = text.slice(start, close).trim();
  const blank = text.slice(start, close).length - text.slice(start, close).trimStart().length;
  return title.length >= 4 && /[一-龥）)]$/u.test(title) && /^[一-龥0-9“"]/u.test(title) ? start + blank : -1;
}

/** Is the 》 at `close` a stray one behind a bracketed number, as in （教体艺[2008]5号）》? */
function isStray(text: string, close: number, numbers: readonly FoundDocNumber[]): boolean {
  const end = numbers[lastEndingBefore(numbers, close)]?.end;
  return (
    end !== undefined && close - end < 8 && /^\s*(?:文件|文)?[\s)）〕】\]]*$/u.test(text.slice(end, close))
  );
}

/** All titles of a text, in order, without overlaps. */
export function findTitleSpans(text: string, numbers: readonly FoundDocNumber[]): TitleSpan[] {
  const spans: TitleSpan[] = [];
  const brackets = /[《》]/gu;
  let floor = 0;
  for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
    const at = match.index;
    const lost = match[0] === '》';
    const start = !lost ? at : isStray(text, at, numbers) ? -1 : lostStart(text, at, floor);
    const end = lost ? at + 1 : closingEnd(text, at);
    if (start < 0 || end < 0 || end - start <= 2) {
      if (lost) floor = at + 1;
      continue;
    }
    spans.push({ start, end });
    floor = end;
    brackets.lastIndex = end;
  }
  return spans;
}
