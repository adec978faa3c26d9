/** The list of an index's parts, which a search needs to know what to load: packed, it takes two bytes or so a part. */

/** A part of the index. */
export interface Part {
  /** Its words are those from this one to the next part's; of a large part this one alone. Words compare by letters. */
  readonly from: string;
  /** Of its file. */
  readonly name: string;
  /** Kilobytes to download, roughly. */
  readonly kilobytes: number;
  /** Whether it holds nothing but the places of one word that stands in very many. */
  readonly large: boolean;
}

/** The name of the part that is number `index` from 0. */
export function partName(index: number): string {
  return index.toString(36);
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

/** The parts again. */
export function unpackParts(packed: string): Part[] {
  let head = '';
  return [...packed.matchAll(ENTRY)].map(([, mark, letters = '', size], index) => {
    const from = mark === '.' ? head + letters : letters;
    head = from.slice(0, HEAD);
    const large = size !== undefined;
    return { from, name: partName(index), kilobytes: large ? Number(size) : ORDINARY, large };
  });
}

/** The part in which `word` would be; undefined when no document can have it. */
export function findPart(parts: readonly Part[], word: string): Part | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.from ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  return part?.large && part.from !== word ? undefined : part;
}
