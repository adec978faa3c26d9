/** Cuts texts to search for out of the lines of documents. */
import type { ReadDocument } from './literal-search.ts';
import { comparable } from './page-text.ts';
import type { Random } from './random.ts';

export const HAN = /^\p{Script=Han}+$/u;

/** Lengths in code points, both included. */
export interface Lengths {
  readonly least: number;
  readonly most: number;
}

const FIELD = /^(?:标题|標題|文号|文號)\s*[:：]/u;

/**
 * Whether a text can stand in a query for itself: it shows something, holds no straight quote, doesn't begin like a
 * field, nor with a mark that belongs to the character before it.
 */
export function isQuotable(text: string): boolean {
  return comparable(text) !== '' && !text.includes('"') && !FIELD.test(text) && !/^\p{M}/u.test(text);
}

/** Whether it can stand there without quotes: a space would part it, and a minus at its head take it away. */
export function isPlain(text: string): boolean {
  return isQuotable(text) && !/\s|^[-－]/u.test(text);
}

/** The text as one keyword: in straight quotes where it must be. */
export function asKeyword(text: string): string {
  return isPlain(text) ? text : `"${text}"`;
}

export function pickLine(documents: readonly ReadDocument[], random: Random): string {
  return random.pick(random.pick(documents).lines);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** `run` neighbouring words of a line as a Chinese segmenter sees them, all of them Han; one word has two characters. */
export function pickWords(line: string, run: number, random: Random): string | undefined {
  const words = [...segmenter.segment(line)].map(({ segment }) => segment);
  const starts = words.flatMap((_, start) => {
    const taken = words.slice(start, start + run);
    const fits = taken.length === run && taken.every((word) => HAN.test(word));
    return fits && (run > 1 || taken.join('').length > 1) ? [taken.join('')] : [];
  });
  return starts.length === 0 ? undefined : random.pick(starts);
}

/** A piece of a line, begun and ended anywhere. */
export function cutPiece(line: string, lengths: Lengths, random: Random): string | undefined {
  return cutAround(line, /[\s\S]/u, lengths, random);
}

/** A piece of a line that holds a character which `wanted` matches. */
export function cutAround(
  line: string,
  wanted: RegExp,
  { least, most }: Lengths,
  random: Random,
): string | undefined {
  const characters = [...line];
  const places = characters.flatMap((character, place) => (wanted.test(character) ? [place] : []));
  const length = least + random.below(most - least + 1);
  if (places.length === 0 || characters.length < length) return undefined;
  const place = random.pick(places);
  const first = Math.max(0, place - length + 1);
  const last = Math.min(place, characters.length - length);
  const start = first + random.below(last - first + 1);
  return characters.slice(start, start + length).join('');
}

/** The beginning, the end or the whole of a line. */
export function cutAtEdge(line: string, { least, most }: Lengths, random: Random): string | undefined {
  const characters = [...line.trim()];
  if (characters.length < least) return undefined;
  if (characters.length <= 2 * most && random.chance(0.25)) return characters.join('');
  const length = Math.min(characters.length, least + random.below(most - least + 1));
  return (random.chance(0.5) ? characters.slice(0, length) : characters.slice(-length)).join('');
}

/** The end of a line and the beginning of the next, as if there were no line between them. */
export function cutAcross([line, next]: readonly [string, string], random: Random): string {
  const tail = [...line.trim()].slice(-(1 + random.below(6)));
  const head = [...next.trim()].slice(0, 1 + random.below(6));
  return [...tail, ...head].join('');
}

/**
 * The same of two lines that share the character at the seam, which is taken once: an index of pairs of characters
 * could mistake the two for one.
 */
export function cutAtSeam([line, next]: readonly [string, string], random: Random): string {
  const tail = [...line.trim()].slice(-(2 + random.below(5)));
  const head = [...next.trim()].slice(1, 2 + random.below(5));
  return [...tail, ...head].join('');
}

/** Whether the one line ends with the character with which the other begins, and both have more than that. */
export function makesSeam(line: string, next: string): boolean {
  const [end, beginning] = [[...line.trim()], [...next.trim()]];
  return end.length > 1 && beginning.length > 1 && end.at(-1) === beginning[0];
}

/**
 * A text all of whose pairs of neighbouring characters stand in these lines, though it may stand nowhere: the
 * beginning from one line, the rest from another that has the character where they meet.
 */
export function splice(lines: readonly string[], random: Random): string | undefined {
  const beginning = cutPiece(random.pick(lines), { least: 2, most: 6 }, random);
  const seam = [...(beginning ?? '')].at(-1);
  if (beginning === undefined || seam === undefined) return undefined;
  const others = lines.flatMap((line) => {
    const at = line.indexOf(seam);
    const rest = at === -1 ? [] : [...line.slice(at + seam.length)];
    return rest.length === 0 ? [] : [rest];
  });
  if (others.length === 0) return undefined;
  return (
    beginning +
    random
      .pick(others)
      .slice(0, 1 + random.below(5))
      .join('')
  );
}
