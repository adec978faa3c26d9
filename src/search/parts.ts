/**
 * The list of an index's parts, which a search needs to know what to load. Pagefind keeps it in a meta file of some ten
 * bytes a part; packed as here it takes two, and the browser writes the meta file for Pagefind from it.
 */

/** A part of the index: the words from `from` to `to`, both included, in the order of their letters. */
export interface Part {
  readonly from: string;
  readonly to: string;
  /** What Pagefind takes for its hash: a number, and for a large part its kilobytes. */
  readonly name: string;
  /** Kilobytes to download, roughly. */
  readonly kilobytes: number;
  /** Whether it holds nothing but the places of one word that stands in very many. */
  readonly large: boolean;
}

/** The name of the part that is number `index` from 0. `kilobytes` is given for a large part. */
export function partName(index: number, kilobytes?: number): string {
  return index.toString(36) + (kilobytes === undefined ? '' : `-${kilobytes}`);
}

/** What the builder knows of a part. */
export interface WrittenPart {
  /** Its first and its last word. */
  readonly from: string;
  readonly to: string;
  /** Given for a large part, which has one word. */
  readonly kilobytes?: number | undefined;
}

// The letters of a first character; words mostly begin as the word before them does.
const HEAD = 3;
const ENTRY = /([. ])([0-9a-z]*)(?:!(\d+))?/g;

/** The shortest beginning of `next` that comes after `last`. */
function boundary(last: string, next: string): string {
  let length = 1;
  while (length < next.length && next.slice(0, length) <= last) length += 1;
  return next.slice(0, length);
}

/**
 * Packs parts, which are in order: for each where it begins, but no longer than needed to tell it from the part before,
 * and without its first letters if they are those of the part before (`.` instead of a space); for a large one `!` and
 * its kilobytes.
 */
export function packParts(parts: readonly WrittenPart[]): string {
  let head = '';
  let packed = '';
  let last = '';
  for (const { from, to, kilobytes } of parts) {
    const begin = kilobytes === undefined ? boundary(last, from) : from;
    const same = begin.length >= HEAD && begin.slice(0, HEAD) === head;
    packed += same ? `.${begin.slice(HEAD)}` : ` ${begin}`;
    if (kilobytes !== undefined) packed += `!${kilobytes}`;
    head = begin.slice(0, HEAD);
    last = to;
  }
  return packed;
}

// What an ordinary part comes to on a large site; on a small one it hardly matters.
const ORDINARY = 8;
/** Comes after every letter of a word. */
const END = '~';

/** The greatest word, or nearly so, that comes before `next`: letters and digits follow each other with a gap. */
function before(next: string): string {
  return next.slice(0, -1) + String.fromCharCode(next.charCodeAt(next.length - 1) - 1) + END;
}

/** The parts again. Everything between two of them belongs to the first. */
export function unpackParts(packed: string): Part[] {
  let head = '';
  const entries = [...packed.matchAll(ENTRY)].map(([, mark, letters = '', size]) => {
    const from = mark === '.' ? head + letters : letters;
    head = from.slice(0, HEAD);
    return { from, size };
  });
  return entries.map(({ from, size }, index) => {
    const next = entries[index + 1]?.from;
    const large = size !== undefined;
    const to = large ? from : next === undefined ? END : before(next);
    const kilobytes = large ? Number(size) : ORDINARY;
    return { from, to, name: partName(index, large ? kilobytes : undefined), kilobytes, large };
  });
}

/** The part in which `word` would be; undefined when no document can have it. */
export function findPart(parts: readonly Part[], word: string): Part | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.to ?? '') < word) low = middle + 1;
    else high = middle;
  }
  const part = parts[low];
  return part && part.from <= word ? part : undefined;
}
