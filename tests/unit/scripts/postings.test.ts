import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collection, type Postings } from '../../../scripts/search-index/postings.ts';
import { isCharacter, phraseWords } from '../../../src/search/tokenize.ts';

const block = fc.string({ unit: fc.constantFrom(...'教研课，𠮷a'), maxLength: 8 });
const documents = fc.array(fc.record({ any: fc.array(block, { maxLength: 4 }), title: block }), {
  maxLength: 8,
});

/** Word → document → places, as simply as can be. */
function naive(texts: ReadonlyArray<readonly string[]>): Map<string, Map<number, number[]>> {
  const words = new Map<string, Map<number, number[]>>();
  const note = (word: string, document: number, place: number): void => {
    const of = words.get(word) ?? new Map<number, number[]>();
    words.set(word, of.set(document, [...(of.get(document) ?? []), place]));
  };
  for (const [document, blocks] of texts.entries()) {
    let begin = 0;
    for (const text of blocks) {
      const characters = [...text];
      for (const each of characters) note(phraseWords(each)[0] ?? '', document, 0);
      if (characters.length > 1) {
        for (const [at, word] of phraseWords(text).entries()) note(word, document, begin + at);
      }
      begin += characters.length + 1;
    }
  }
  return words;
}

function spread({ documents: ids, counts, places }: Postings): Map<number, number[]> {
  let at = 0;
  return new Map(
    ids.map((document, index) => {
      const begin = at;
      at += counts[index] ?? 0;
      return [document, [...places.slice(begin, at)]];
    }),
  );
}

/** Of a character only the documents matter. */
const comparable = (word: string, places: Map<number, number[]> | undefined) =>
  isCharacter(word) ? [...(places?.keys() ?? [])] : [...(places ?? [])];

describe('a collection', () => {
  it('has every pair and every character where they stand, in the order of the words', () => {
    fc.assert(
      fc.property(documents, (library) => {
        const collection = new Collection();
        for (const { any, title } of library)
          collection.add({ any: [title, ...any], title: [title], heading: [], number: [] });
        const all = naive(library.map(({ any, title }) => [title, ...any]));
        const titles = naive(library.map(({ title }) => [title]));
        const terms = [...collection.terms()];
        expect(terms.map(({ word }) => word)).toEqual([...all.keys()].sort());
        for (const { word, postings, fields } of terms) {
          expect(comparable(word, spread(postings))).toEqual(comparable(word, all.get(word)));
          const inTitle = fields.find(([field]) => field === 'title')?.[1];
          const places = inTitle && spread(inTitle);
          expect(comparable(word, places)).toEqual(comparable(word, titles.get(word)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts the characters of each text', () => {
    const collection = new Collection();
    collection.add({ any: ['教研', '', '𠮷'], title: [], heading: [], number: [] });
    collection.add({ any: [], title: [], heading: [], number: [] });
    expect(collection.lengths).toEqual([3, 0]);
  });
});
