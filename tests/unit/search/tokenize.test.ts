import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/search/normalise.ts';
import { type Field, indexWords, phraseWords } from '../../../src/search/tokenize.ts';

/** What Pagefind does with a quoted query: the words stand next to one another, in this order. */
function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((word, offset) => words[at + offset] === word));
}

// Few characters, so that fragments and run-ons happen often; some take two groups of letters.
const character = fc.constantFrom(...'教研室课1２aA，。〔[「"é𠮷한🎓ꀀ');
const block = fc.string({ unit: character, maxLength: 12 });

function fragmentOf(blocks: readonly string[], other: string, pick: number): string {
  const text = [...normalise(blocks.join(''))];
  const start = pick % (text.length + 1);
  const fragment = text.slice(start, start + 1 + (pick % 5)).join('');
  return fragment === '' ? normalise(other) : fragment;
}

describe('phrases of words', () => {
  it('are in the words of a document exactly when a block contains the text', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), block, fc.nat(200), (texts, other, pick) => {
        const blocks = texts.map((each) => normalise(each));
        const fragment = fragmentOf(texts, other, pick);
        fc.pre(fragment !== '');
        const literally = blocks.some((text) => text.includes(fragment));
        expect(hasPhrase(indexWords(blocks), phraseWords(fragment))).toBe(literally);
      }),
      { numRuns: 3000 },
    );
  });

  it('find characters in the middle of nothing but whole characters', () => {
    const rare = '𠮷';
    expect(hasPhrase(indexWords(['田𠮷']), phraseWords(rare))).toBe(true);
    expect(hasPhrase(indexWords(['田野']), phraseWords(rare))).toBe(false);
  });

  it('do not run on from one block into the next', () => {
    expect(hasPhrase(indexWords(['指导思想', '想法']), phraseWords('思想法'))).toBe(false);
    expect(hasPhrase(indexWords(['指导思想', '想', '想法']), phraseWords('思想法'))).toBe(false);
  });

  it('of one field are never those of another', () => {
    const fields: Field[] = ['any', 'number', 'title', 'heading'];
    const all = fields.map((field) => indexWords(['教研室𠮷'], field));
    expect(new Set(all.flat()).size).toBe(all.flat().length);
  });
});

describe('words', () => {
  it('are nothing but lower-case ASCII letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        for (const word of indexWords([text], 'title')) expect(word).toMatch(/^[0-9a-z]+$/);
      }),
    );
  });

  it('are the same for every sight of a character', () => {
    expect(phraseWords('教研')).toEqual(indexWords(['教研']).slice(0, 1));
    expect(phraseWords('教')).toEqual(indexWords(['教']));
  });
});
