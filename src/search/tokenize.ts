/**
 * How normalised text becomes words for Pagefind, and how a keyword becomes a Pagefind query.
 *
 * A block 指导思想 becomes the words (指导)(导思)(思想): its overlapping pairs. Because two neighbouring pairs
 * share a character, a phrase of pairs is found exactly where the characters stand in that order.
 * Each character is written as three letters or digits a-z0-9 (six for the rare ones), so that Pagefind sees
 * nothing but lower-case ASCII words: its segmenting (by the page's language), folding of diacritics,
 * splitting of compounds and dropping of punctuation find nothing to act on.
 */

/** What part of a document a word stands for: all of its text, or (to rank) one region of it. */
export type Field = 'any' | 'number' | 'title' | 'heading';

// A suffix puts a field's word right behind the plain word in Pagefind's sorted word list, hence nearly always
// in the same downloaded chunk. Plain words have a length divisible by three, so the two never collide.
const SUFFIX: Readonly<Record<Field, string>> = { any: '', number: 'd', title: 't', heading: 'h' };

// A word that no query contains: it keeps a phrase from running on into the next block.
const SEPARATOR = 'z';

/**
 * A word that every document has, to list them all. Pagefind's own way of listing all (searching for null) downloads
 * every chunk of the index.
 */
export const EVERY_DOCUMENT = 'y';

const DIGITS = 3;
const BASE = 36;
const WORD_SPACE = BASE ** DIGITS; // 46656
// Code points below this one (all common Han, kana, Latin, punctuation) take one group of letters.
// The values from here to WORD_SPACE are left to begin the two-group form of the others: a prefix code.
const FIRST_RARE = 0xa000;

const group = (value: number): string => value.toString(BASE).padStart(DIGITS, '0');

function encode(codePoint: number): string {
  if (codePoint < FIRST_RARE) return group(codePoint);
  const rest = codePoint - FIRST_RARE;
  return group(FIRST_RARE + Math.floor(rest / WORD_SPACE)) + group(rest % WORD_SPACE);
}

const encodeAll = (normalised: string): string[] => [...normalised].map((c) => encode(c.codePointAt(0) ?? 0));

function wordsOf(codes: readonly string[], suffix: string): string[] {
  if (codes.length === 1) return [`${codes[0]}${suffix}`];
  return codes.slice(1).map((code, index) => `${codes[index]}${code}${suffix}`);
}

/**
 * The words to index for blocks that are already normalised, in order, then each distinct character once
 * (for queries of one character). A separator is put only where a phrase could run on, that is where the last
 * character of a block is the first of the next.
 */
export function indexWords(blocks: readonly string[], field: Field = 'any'): string[] {
  const words: string[] = [];
  const characters = new Set<string>();
  let last = '';
  for (const block of blocks) {
    const codes = encodeAll(block);
    for (const code of codes) characters.add(code);
    if (codes.length < 2) continue;
    if (codes[0] === last) words.push(SEPARATOR);
    for (const word of wordsOf(codes, SUFFIX[field])) words.push(word);
    last = codes.at(-1) ?? '';
  }
  for (const code of [...characters].sort()) words.push(`${code}${SUFFIX[field]}`);
  return words;
}

/** The words which, as an unbroken phrase, say that a field contains `normalised` (not empty). */
export function phraseWords(normalised: string, field: Field = 'any'): string[] {
  return wordsOf(encodeAll(normalised), SUFFIX[field]);
}
