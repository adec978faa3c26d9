/**
 * How normalised text becomes words for Pagefind, and how a keyword becomes words to ask for.
 *
 * A block 指导思想 becomes the words (指导)(导思)(思想): its overlapping pairs. Because two neighbouring pairs
 * share a character, a phrase of pairs is found exactly where the characters stand in that order.
 * Each character is written as three letters or digits a-z0-9 (six for the rare ones), so that Pagefind sees
 * nothing but lower-case ASCII words: its segmenting (by the page's language), folding of diacritics,
 * splitting of compounds and dropping of punctuation find nothing to act on.
 */

/** What part of a document a word stands for: all of its text, or one region of it. */
export const FIELDS = ['any', 'number', 'title', 'heading'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * Lists that go with a word and say of documents rather than of places: where the word is frequent, where it is very
 * frequent, and (only for words whose list of places is large) where it stands at all.
 */
export type WordList = 'frequent' | 'veryFrequent' | 'members';

// A suffix puts a field's word right behind the plain word in Pagefind's sorted word list, hence in the same
// downloaded part. Plain words have a length divisible by three, so the two never collide. Behind a single character
// stand the pairs that begin with it; the suffix gets between them by two zeros, which no pair has there: no text
// has the control characters.
const SUFFIX: Readonly<Record<Field | WordList, string>> = {
  any: '',
  number: 'd',
  heading: 'h',
  members: 'm',
  title: 't',
  frequent: 'v',
  veryFrequent: 'w',
};

const DIGITS = 3;
const BASE = 36;
const WORD_SPACE = BASE ** DIGITS; // 46656
// Code points below this one (all common Han, kana, Latin, punctuation) take one group of letters.
// The values from here to WORD_SPACE are left to begin the two-group form of the others: a prefix code.
const FIRST_RARE = 0xa000;

const group = (value: number): string => value.toString(BASE).padStart(DIGITS, '0');

/** A character as it is written in words; the order of code points is kept. */
export function encodeCharacter(codePoint: number): string {
  if (codePoint < FIRST_RARE) return group(codePoint);
  const rest = codePoint - FIRST_RARE;
  return group(FIRST_RARE + Math.floor(rest / WORD_SPACE)) + group(rest % WORD_SPACE);
}

/** Whether a word is a single character, not a pair. */
export function isCharacter(word: string): boolean {
  return word.length === (word < group(FIRST_RARE) ? DIGITS : 2 * DIGITS);
}

/** A word as a field or a list has it. */
export function markWord(word: string, mark: Field | WordList): string {
  const suffix = SUFFIX[mark];
  return suffix !== '' && isCharacter(word) ? `${word}00${suffix}` : word + suffix;
}

/** The words which, as an unbroken phrase, say that a text contains `normalised` (not empty). */
export function phraseWords(normalised: string): string[] {
  const codes = [...normalised].map((character) => encodeCharacter(character.codePointAt(0) ?? 0));
  if (codes.length === 1) return codes;
  return codes.slice(1).map((code, index) => `${codes[index]}${code}`);
}
