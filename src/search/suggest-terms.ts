/**
 * The terms that are suggested while a reader types, and how `search/suggest.json` holds them: each term once, each
 * character's reading once, and whole readings only of the terms in which a character is read otherwise.
 */
import { normalise } from './normalise.ts';

/** A term with its reading. */
export interface SpelledTerm {
  /** As it is shown and searched for; it stands in some document literally. */
  readonly text: string;
  /** Documents that contain it. */
  readonly documents: number;
  /** For each letter, digit and Han character of its normalised form how it is typed: a syllable, or itself. */
  readonly syllables: readonly string[];
}

/** A term with what typed text is compared with. */
export interface SuggestTerm extends SpelledTerm {
  /** Normalised, without punctuation. */
  readonly bare: string;
}

/** `search/suggest.json`. */
export interface SuggestFile {
  /** Terms by number of documents, most first, parted by `|`. */
  readonly terms: ReadonlyArray<readonly [documents: number, texts: string]>;
  /** Each syllable with the characters that are read so: `ben本ke课mo磨`. */
  readonly readings: string;
  /** Syllables, parted by spaces, of the terms in which a character is read otherwise. */
  readonly special: Readonly<Record<string, string>>;
}

/** What no term may contain: the sign between terms, and the sign that a query gives a meaning of its own. */
export const RESERVED = /[|"]/u;

const NOT_TYPED = /[\p{P}\p{S}\p{M}]+/gu;
const HAN = /\p{Script=Han}/u;

/** The form in which terms and typed text are compared: normalised, without punctuation. */
export function bareText(text: string): string {
  return normalise(text).replace(NOT_TYPED, '');
}

/** Splits `ben本ke课mo磨` into syllables and their characters. */
export function readSyllables(packed: string): Array<readonly [syllable: string, characters: string]> {
  return [...packed.matchAll(/([a-z]+)([^a-z]+)/g)].map((match) => [match[1] ?? '', match[2] ?? '']);
}

/** The opposite of `readSyllables`, in order of syllables. */
export function writeSyllables(groups: ReadonlyMap<string, readonly string[]>): string {
  const syllables = [...groups.keys()].sort();
  return syllables.map((syllable) => syllable + (groups.get(syllable) ?? []).join('')).join('');
}

const syllablesBy = (bare: string, readings: ReadonlyMap<string, string>): string[] =>
  [...bare].map((character) => readings.get(character) ?? (HAN.test(character) ? '' : character));

/** The reading that most terms give each character. */
function commonReadings(terms: readonly SpelledTerm[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, syllables } of terms) {
    for (const [index, character] of [...bareText(text)].entries()) {
      const syllable = syllables[index] ?? '';
      if (syllable === '' || !HAN.test(character)) continue;
      const seen = counts.get(character) ?? new Map<string, number>();
      counts.set(character, seen.set(syllable, (seen.get(syllable) ?? 0) + 1));
    }
  }
  const most = (seen: ReadonlyMap<string, number>): string =>
    [...seen].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
  return new Map([...counts].map(([character, seen]) => [character, most(seen)]));
}

/** Packs terms, which come in order, for the browser. */
export function packTerms(terms: readonly SpelledTerm[]): SuggestFile {
  const byCount = new Map<number, string[]>();
  for (const { documents, text } of terms) {
    byCount.set(documents, [...(byCount.get(documents) ?? []), text]);
  }
  const readings = commonReadings(terms);
  const groups = new Map<string, string[]>();
  for (const character of [...readings.keys()].sort()) {
    const syllable = readings.get(character) ?? '';
    groups.set(syllable, [...(groups.get(syllable) ?? []), character]);
  }
  const isSpecial = ({ text, syllables }: SpelledTerm): boolean =>
    syllablesBy(bareText(text), readings).join(' ') !== syllables.join(' ');
  return {
    terms: [...byCount].sort(([a], [b]) => b - a).map(([count, texts]) => [count, texts.join('|')]),
    readings: writeSyllables(groups),
    special: Object.fromEntries(
      terms.filter(isSpecial).map(({ text, syllables }) => [text, syllables.join(' ')]),
    ),
  };
}

/** The terms back, those with most documents first. */
export function unpackTerms(file: SuggestFile): SuggestTerm[] {
  const pairs = readSyllables(file.readings).flatMap(([syllable, characters]) =>
    [...characters].map((character): [string, string] => [character, syllable]),
  );
  const readings = new Map(pairs);
  const special = new Map(Object.entries(file.special));
  return file.terms.flatMap(([documents, texts]) =>
    texts.split('|').map((text) => {
      const bare = bareText(text);
      return {
        text,
        documents,
        bare,
        syllables: special.get(text)?.split(' ') ?? syllablesBy(bare, readings),
      };
    }),
  );
}
