import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPart, packParts, unpackParts, type WrittenPart } from '../../../src/search/parts.ts';
import { markWord, phraseWords } from '../../../src/search/tokenize.ts';

const text = fc.string({ unit: fc.constantFrom(...'教研室课改。a1𠮷𠮶'), minLength: 1, maxLength: 2 });
const mark = fc.constantFrom('any', 'number', 'title', 'members', 'frequent' as const);
const word = fc
  .tuple(text, mark)
  .map(([characters, each]) => markWord(phraseWords(characters)[0] ?? '', each));

/** Some words in order, cut into parts; some of one word are large. */
const parts = fc
  .tuple(
    fc.uniqueArray(word, { minLength: 1, maxLength: 60 }),
    fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }),
  )
  .map(([words, cuts]) => {
    const groups: Array<{ words: string[]; large: boolean }> = [];
    for (const [index, each] of words.sort().entries()) {
      const cut = cuts[index] ?? 0;
      const last = groups.at(-1);
      if (!last || last.large || cut < 2) groups.push({ words: [each], large: cut === 0 });
      else last.words.push(each);
    }
    return groups;
  });

const write = (groups: ReadonlyArray<{ words: string[]; large: boolean }>): WrittenPart[] =>
  groups.map(({ words, large }) => {
    const ends = { from: words[0] ?? '', to: words.at(-1) ?? '' };
    return large ? { ...ends, kilobytes: 40 } : ends;
  });

describe('the list of parts', () => {
  it('leads from every word to its part', () => {
    fc.assert(
      fc.property(parts, (groups) => {
        const unpacked = unpackParts(packParts(write(groups)));
        expect(unpacked).toHaveLength(groups.length);
        for (const [index, { words, large }] of groups.entries()) {
          expect(unpacked[index]?.large).toBe(large);
          for (const each of words) {
            expect(findPart(unpacked, each)).toBe(unpacked[index]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('knows how large a large part is, and that it has one word only', () => {
    const packed = packParts([
      { from: 'abc', to: 'abc', kilobytes: 203 },
      { from: 'abcd', to: 'abz' },
    ]);
    expect(packed).toBe(' abc!203.d');
    expect(unpackParts(packed).map(({ name, kilobytes }) => [name, kilobytes])).toEqual([
      ['0', 203],
      ['1', 8],
    ]);
    expect(findPart(unpackParts(packed), 'aaa')).toBeUndefined();
    expect(findPart(unpackParts(packed), 'abc00d')).toBeUndefined();
    expect(findPart(unpackParts(packed), 'abe')?.name).toBe('1');
  });

  it('of an index without words is empty', () => {
    expect(unpackParts(packParts([]))).toEqual([]);
    expect(findPart([], 'abc')).toBeUndefined();
  });
});
