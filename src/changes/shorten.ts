import type { Span } from './view.ts';

/** Characters of unchanged text that are kept beside a change. */
const CONTEXT = 36;
/** Unchanged text that is no longer is kept as it is. */
const SHORT = 120;
/** A longer stretch that is marked, or stands alone, is shortened in its middle. */
const LONGEST = 600;

/** Spans fit for a limited report: unchanged text far from any change becomes ……, and so does the middle of very long ones. */
export function shortenSpans(spans: readonly Span[]): Span[] {
  const changed = spans.some(({ mark }) => mark === 'del' || mark === 'ins');
  return spans.map((span, index) => {
    if (span.mark === 'code') return span;
    if (span.mark || !changed) return { ...span, text: shortenMiddle(span.text, LONGEST / 2, LONGEST / 2) };
    const isMarked = (other: Span | undefined): boolean => other?.mark === 'del' || other?.mark === 'ins';
    const before = isMarked(spans[index - 1]) ? CONTEXT : 0;
    const after = isMarked(spans[index + 1]) ? CONTEXT : 0;
    return before + after === 0 || span.text.length <= SHORT
      ? span
      : { ...span, text: shortenMiddle(span.text, before, after) };
  });
}

/** Keeps so many characters of a text's ends, where that makes it shorter. Never cuts a character in two. */
function shortenMiddle(text: string, head: number, tail: number): string {
  const characters = [...text];
  if (characters.length <= head + tail + 4) return text;
  const end = tail === 0 ? '' : characters.slice(-tail).join('');
  return `${characters.slice(0, head).join('')}……${end}`;
}
