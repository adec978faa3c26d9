/** Finds a query's keywords in readable text and cuts excerpts around them, as HTML with `<mark>`. */

import { escapeHtml } from '../core/escape-html.ts';
import { textForms } from './ambiguous.ts';
import { normaliseWithOffsets } from './normalise.ts';
import type { Keyword } from './query.ts';
import type { Variants } from './variants.ts';

/** Where a keyword stands in a text: UTF-16 offsets, end exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Index of the keyword. */
  readonly keyword: number;
}

/** Where `wanted` stands in `text`, without overlaps. */
function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length))
    places.push(at);
  return places;
}

/**
 * Every occurrence of every keyword, by position; occurrences of one keyword don't overlap. `variants` are those of
 * the text.
 */
export function findMatches(text: string, keywords: readonly Keyword[], variants?: Variants): Match[] {
  const source = normaliseWithOffsets(text, variants);
  const forms = variants ? textForms(text, variants) : [source.text];
  const matches: Match[] = [];
  for (const [keyword, { normalised, readings = [] }] of keywords.entries()) {
    // Readings are as long as what they are readings of, so what stands at one place is one occurrence.
    const found = [normalised, ...readings].flatMap((wanted) =>
      forms.flatMap((form) => placesOf(form, wanted)),
    );
    for (const at of new Set(found)) {
      const last = at + normalised.length - 1;
      matches.push({ start: source.starts[at] ?? 0, end: source.ends[last] ?? text.length, keyword });
    }
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A stretch of text, UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `text` from `span` as HTML, with the matches inside it marked; overlapping marks become one. */
export function markText(
  text: string,
  matches: readonly Match[],
  span: Span = { start: 0, end: text.length },
): string {
  let html = '';
  let at = span.start;
  for (const match of mergeSpans(matches)) {
    const start = Math.max(match.start, at);
    const end = Math.min(match.end, span.end);
    if (end <= start) continue;
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at, span.end));
}

/** Spans in order of their starts, with those that overlap or touch made one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Array<{ start: number; end: number }> = [];
  for (const { start, end } of spans) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

const SENTENCE_END = /[。！？；!?;]/u;
const CLAUSE_END = /[，、：,:]/u;

function lastBreak(text: string, from: number, to: number, mark: RegExp): number | undefined {
  for (let at = to; at > from; at--) if (mark.test(text.charAt(at - 1))) return at;
  return undefined;
}

function nextBreak(text: string, from: number, to: number, mark: RegExp): number | undefined {
  for (let at = from; at <= to; at++) if (mark.test(text.charAt(at - 1))) return at;
  return undefined;
}

// How many units more an excerpt may have for the sake of a whole sentence.
const FOR_A_SENTENCE = 24;

/** Where an excerpt around `at` may begin: at a sentence, else at a clause, else `reach` units before. */
function excerptStart(text: string, at: number, reach: number): number {
  const sentence = Math.max(0, at - reach - FOR_A_SENTENCE);
  const limit = Math.max(0, at - reach);
  return (
    lastBreak(text, sentence, at, SENTENCE_END) ??
    (sentence === 0 ? 0 : undefined) ??
    nextBreak(text, limit, at, CLAUSE_END) ??
    wholeCharacter(text, limit)
  );
}

/** Where an excerpt that must reach `least` and may reach `most` ends: after the last sentence that fits, or a clause. */
function excerptEnd(text: string, least: number, most: number): number {
  if (text.length <= most + FOR_A_SENTENCE) return text.length;
  return (
    lastBreak(text, least, most, SENTENCE_END) ??
    nextBreak(text, most, most + FOR_A_SENTENCE, SENTENCE_END) ??
    lastBreak(text, least, most, CLAUSE_END) ??
    wholeCharacter(text, most)
  );
}

/** An offset that doesn't stand between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** Lengths in UTF-16 units. */
export interface ExcerptOptions {
  /** About how long the excerpt may be. */
  readonly length?: number;
  /** About how much may stand before the first match. */
  readonly before?: number;
}

/** A readable excerpt of `text` around the place where its matches are densest. `…` shows what was cut. */
export function excerpt(text: string, matches: readonly Match[], options: ExcerptOptions = {}): string {
  const length = options.length ?? 80;
  if (text.length <= length) return markText(text, matches);
  const first = bestMatch(matches, length);
  const start = first ? excerptStart(text, first.start, options.before ?? 24) : 0;
  const end = excerptEnd(
    text,
    Math.max(first?.end ?? 0, start + length / 2),
    Math.max(first?.end ?? 0, start + length),
  );
  return `${start > 0 ? '…' : ''}${markText(text, matches, { start, end })}${end < text.length ? '…' : ''}`;
}

/** The match from which a window of `length` sees the most different keywords; the first of equals. */
function bestMatch(matches: readonly Match[], length: number): Match | undefined {
  let best: Match | undefined;
  let most = 0;
  for (const [index, match] of matches.entries()) {
    const seen = new Set<number>();
    for (let next = index; next < matches.length; next++) {
      const other = matches[next];
      if (!other || other.end > match.start + length * 0.7) break;
      seen.add(other.keyword);
    }
    const distinct = Math.max(1, seen.size);
    if (distinct > most) {
      most = distinct;
      best = match;
    }
  }
  return best;
}
