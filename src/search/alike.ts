/**
 * Characters that are easily taken for one another: those that sound alike, for a reader who picked the wrong one from
 * an input method's list, and those that look alike, for texts that were scanned. `search/alike.json` holds the table;
 * it is loaded only for a query that found nothing.
 */
import { gb2312Characters } from './gb2312.ts';
import { readSyllables } from './suggest-terms.ts';

/** Characters of the documents that the table tells of; rarer ones are hardly ever what was meant. */
export const MOST_SEEN = 2200;

/** `search/alike.json`. */
export interface AlikeFile {
  /**
   * How the characters of GB 2312's first level are read, in the standard's own order: syllables, each with the number
   * of characters in succession that have it (`a2ai13…`). The characters themselves are in every browser.
   */
  readonly level1: string;
  /** Other characters, and second readings: each syllable with its characters. */
  readonly more: string;
  /** The characters of the documents, the most frequent first; only they can be what was meant. */
  readonly seen: string;
  /** Groups of characters that look alike, parted by spaces. */
  readonly shapes: string;
}

/** Why one character may stand for another. */
export type Likeness = 'sound' | 'shape';

/** A character that may have been meant. */
export interface AlikeCharacter {
  readonly character: string;
  readonly likeness: Likeness;
}

/** The 3755 characters of GB 2312-80's first level (rows 16-55), which the standard puts in order of their pinyin. */
export function level1Characters(): string[] {
  return gb2312Characters(16, 55);
}

/** A syllable without what dialects and keyboards confuse: zh and z, ch and c, sh and s, -ng and -n. */
export function foldSound(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aei]n)g$/, '$1');
}

function addTo(groups: Map<string, string[]>, key: string, value: string): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function readReadings({ level1, more }: AlikeFile): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  const characters = level1Characters();
  let at = 0;
  for (const [syllable, length] of readSyllables(level1)) {
    for (const character of characters.slice(at, at + Number(length))) addTo(readings, character, syllable);
    at += Number(length);
  }
  for (const [syllable, others] of readSyllables(more)) {
    for (const character of others) addTo(readings, character, syllable);
  }
  return readings;
}

/** The table, ready to be asked. */
export class AlikeTable {
  readonly #readings: ReadonlyMap<string, readonly string[]>;
  readonly #bySound = new Map<string, string[]>();
  readonly #shapes = new Map<string, string>();
  readonly #seen: ReadonlySet<string>;

  constructor(file: AlikeFile) {
    this.#readings = readReadings(file);
    this.#seen = new Set(file.seen);
    for (const character of this.#seen) {
      const sounds = new Set(this.readings(character).map(foldSound));
      for (const sound of sounds) addTo(this.#bySound, sound, character);
    }
    for (const group of file.shapes.split(' ')) {
      for (const character of group) {
        this.#shapes.set(character, (this.#shapes.get(character) ?? '') + group);
      }
    }
  }

  /** The toneless readings of a character; none for one that isn't known. */
  readings(character: string): readonly string[] {
    return this.#readings.get(character) ?? [];
  }

  /** Whether two characters sound alike: they share a reading, apart from what is easily confused. */
  soundsAlike(character: string, syllable: string): boolean {
    return this.readings(character).some((reading) => foldSound(reading) === foldSound(syllable));
  }

  /**
   * Characters of the documents that may stand in the place of one: those that look like it, then those that sound just
   * like it (in their main reading first), then those that nearly do; of equals the more frequent first.
   */
  alike(character: string): AlikeCharacter[] {
    const readings = this.readings(character);
    const near = [...new Set(readings.map(foldSound))].flatMap((sound) => this.#bySound.get(sound) ?? []);
    const same = near.filter((other) => this.readings(other).some((reading) => readings.includes(reading)));
    const main = same.filter((other) => readings.includes(this.readings(other)[0] ?? ''));
    const shapes = [...(this.#shapes.get(character) ?? '')].filter((other) => this.#seen.has(other));
    const found = new Map<string, Likeness>();
    for (const other of shapes) found.set(other, 'shape');
    for (const other of [...main, ...same, ...near]) if (!found.has(other)) found.set(other, 'sound');
    found.delete(character);
    return [...found].map(([other, likeness]) => ({ character: other, likeness }));
  }
}
