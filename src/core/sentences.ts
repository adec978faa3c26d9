const STOP = /[。！？!?；;\n]/;
const CLOSERS = /[”’」』）)》〉]/;
/** A sentence longer than this, in UTF-16 code units, is cut around the place: it is shown in lists. */
const LONGEST = 160;

/**
 * The sentence of `text` that holds `start`–`end` (UTF-16 offsets), trimmed; closing quotes and brackets after the
 * full stop belong to it. A very long sentence is cut at commas or hard, with … for what is left out.
 */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && !STOP.test(text[from - 1] ?? '')) from--;
  while (from < start && CLOSERS.test(text[from] ?? '')) from++;
  let to = end;
  while (to < text.length && !STOP.test(text[to] ?? '')) to++;
  if (to < text.length && text[to] !== '\n') to++;
  while (to < text.length && CLOSERS.test(text[to] ?? '')) to++;
  return shorten(text, from, to, start, end);
}

function shorten(text: string, from: number, to: number, start: number, end: number): string {
  if (to - from <= LONGEST) return text.slice(from, to).trim();
  const room = Math.max(0, LONGEST - (end - start)) >> 1;
  const cutFrom = Math.max(from, start - room);
  const cutTo = Math.min(to, end + room);
  const body = text.slice(cutFrom, cutTo).trim();
  return `${cutFrom > from ? '…' : ''}${body}${cutTo < to ? '…' : ''}`;
}
