import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/search/normalise.ts';
import {
  encodeCharacter,
  FIELDS,
  isCharacter,
  markWord,
  phraseWords,
  type WordList,
} from '../../../src/search/tokenize.ts';

const LISTS: WordList[] = ['members', 'frequent', 'veryFrequent'];
const character = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map(normalise)
  .filter((text) => text !== '');

describe('words', () => {
  it('are nothing but lower-case ASCII letters and digits', () => {
    fc.assert(
      fc.property(character, (text) => {
        for (const word of phraseWords(text)) {
          for (const mark of [...FIELDS, ...LISTS]) expect(markWord(word, mark)).toMatch(/^[0-9a-z]+$/);
        }
      }),
    );
  });

  it('are the overlapping pairs of a text, or its only character', () => {
    const [a, b, c] = [...'教研室'].map((each) => encodeCharacter(each.codePointAt(0) ?? 0));
    expect(phraseWords('教研室')).toEqual([`${a}${b}`, `${b}${c}`]);
    expect(phraseWords('教')).toEqual([a]);
    expect(isCharacter(a ?? '')).toBe(true);
    expect(isCharacter(`${a}${b}`)).toBe(false);
  });

  it('know a rare character, which is as long as a pair, from a pair', () => {
    expect(phraseWords('𠮷').map(isCharacter)).toEqual([true]);
    expect(phraseWords('𠮷田').map(isCharacter)).toEqual([false]);
    expect(phraseWords('田𠮷').map(isCharacter)).toEqual([false]);
  });

  it('are in the order of the characters, each before the pairs that begin with it', () => {
    const codePoint = fc.integer({ min: 0x21, max: 0x2ffff });
    fc.assert(
      fc.property(codePoint, codePoint, codePoint, (first, second, third) => {
        const [a, b] = [encodeCharacter(first), encodeCharacter(second)];
        expect(a < b).toBe(first < second);
        const next = encodeCharacter(third);
        expect(a < a + next).toBe(true);
        if (first < second) expect(a + next < b).toBe(true);
      }),
    );
  });

  it('of fields and lists stand right behind the plain word, and never mean another', () => {
    // U+0021 is the first visible character: the first pair behind a single character ends with it.
    const codePoint = fc.integer({ min: 0x21, max: 0x2ffff });
    fc.assert(
      fc.property(codePoint, codePoint, (first, second) => {
        const character = encodeCharacter(first);
        const following = [
          [character, character + encodeCharacter(0x21)],
          [character + encodeCharacter(second), character + encodeCharacter(second + 1)],
        ] as const;
        for (const [word, next] of following) {
          const marked = [...FIELDS, ...LISTS].map((mark) => markWord(word, mark));
          expect(new Set(marked).size).toBe(marked.length);
          expect(marked.filter((each) => each < word || each >= next)).toEqual([]);
        }
      }),
    );
  });
});
