import { FULL_WIDTH } from '../core/widths.ts';

/** The Han characters of a text, in order. */
export function hanCharacters(text: string): string {
  return text.match(/\p{Script=Han}/gu)?.join('') ?? '';
}

/** A text without space and with one width of punctuation: what an import must keep to the letter. */
export function essence(text: string): string {
  return text.replace(/\s/g, '').replace(/[,;:!?()]/g, (mark) => FULL_WIDTH[mark] ?? mark);
}

/**
 * Compares what went in with what came out, all visible characters in order. Returns undefined when they agree, or
 * a Chinese sentence that names the first characters that differ.
 */
export function findDifference(source: string, result: string): string | undefined {
  const before = Array.from(essence(source));
  const after = Array.from(essence(result));
  if (before.join('') === after.join('')) return undefined;
  let at = 0;
  while (before[at] === after[at]) at++;
  const show = (chars: string[]): string =>
    chars.slice(Math.max(0, at - 6), at + 10).join('') || '（没有了）';
  return `第 ${at + 1} 个字起不同：原文是“${show(before)}”，转换后是“${show(after)}”`;
}
