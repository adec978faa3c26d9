import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bareText,
  packTerms,
  readSyllables,
  type SpelledTerm,
  unpackTerms,
} from '../../../src/search/suggest-terms.ts';

const spelled = (text: string, documents: number, spelt: string): SpelledTerm => ({
  ...{ text, documents, syllables: spelt.split(' ') },
});
const TERMS = [
  spelled('长远规划', 7, 'chang yuan gui hua'),
  spelled('长期', 7, 'chang qi'),
  spelled('校长论坛', 3, 'xiao zhang lun tan'),
  spelled('“四个一”iPad', 1, 'si ge yi i p a d'),
];

describe('packed terms', () => {
  it('come back with their counts and readings, those with most documents first', () => {
    const unpacked = unpackTerms(JSON.parse(JSON.stringify(packTerms(TERMS))));
    expect(unpacked).toEqual(TERMS.map((term) => ({ ...term, bare: bareText(term.text) })));
  });

  it('hold a reading once for each character, and whole readings only where a character is read otherwise', () => {
    const file = packTerms(TERMS);
    expect(file.special).toEqual({ 校长论坛: 'xiao zhang lun tan' });
    expect(readSyllables(file.readings)).toContainEqual(['chang', '长']);
    expect(readSyllables(file.readings)).not.toContainEqual(['zhang', '长']);
  });

  it('come back whatever they are', () => {
    const syllable = fc.constantFrom('a', 'ba', 'chang', 'zhang', '');
    const term = fc.array(fc.tuple(fc.constantFrom('长', '校', '本', '课'), syllable), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.uniqueArray(term, { selector: (pairs) => pairs.map(([c]) => c).join('') }), (all) => {
        const terms = all.map((pairs) => ({
          text: pairs.map(([character]) => character).join(''),
          documents: 1,
          syllables: pairs.map(([, syllable]) => syllable),
        }));
        const back = unpackTerms(JSON.parse(JSON.stringify(packTerms(terms))));
        expect(back.filter(({ text }) => text !== '').map(({ bare: _, ...rest }) => rest)).toEqual(terms);
      }),
    );
  });
});
