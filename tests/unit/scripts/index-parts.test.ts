import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeParts } from '../../../scripts/search-index/index-parts.ts';
import { type FieldTexts, indexShard } from '../../../scripts/search-index/word-lists.ts';
import { densityOf } from '../../../src/search/density.ts';
import { toVolumes, unpackPart } from '../../../src/search/packed-part.ts';
import { isCharacter, markWord, phraseWords } from '../../../src/search/tokenize.ts';
import { indexWords, isPlainWord, placesOf, type Word, wordsOf } from '../../support/index-words.ts';

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

/** Of a character only the documents matter. */
const comparable = (word: string, places: Map<number, number[]> | undefined) =>
  isCharacter(word) ? [...(places?.keys() ?? [])] : [...(places ?? [])];

const toTexts = ({ any, title }: { any: string[]; title: string }): FieldTexts => ({
  any: [title, ...any],
  title: [title],
  heading: [],
  number: [],
});

/** The words of a field, or the words of a list, with their places. */
function wordsWith(words: readonly Word[], mark: 'any' | 'title' | 'frequent' | 'veryFrequent') {
  const own = new Map(words.map((word) => [word[0], placesOf(word)]));
  const plain = [...own.keys()].filter(isPlainWord);
  return new Map(plain.map((word) => [word, own.get(markWord(word, mark))]));
}

const decodedNames = (content: Uint8Array, sizes: readonly number[]): string[] =>
  unpackPart(content, [sizes]).flatMap((part) => (part ? wordsOf(part).map(([name]) => name) : []));

const shardSizes = fc.integer({ min: 1, max: 8 });

describe('the parts of an index', () => {
  it('have every pair and every character where they stand, in order, however the documents are cut into shards', () => {
    fc.assert(
      fc.property(documents, shardSizes, (library, shardSize) => {
        const words = indexWords(library.map(toTexts), shardSize);
        expect(words.map(([word]) => word)).toEqual(words.map(([word]) => word).sort());
        const all = naive(library.map(({ any, title }) => [title, ...any]));
        const titles = naive(library.map(({ title }) => [title]));
        const own = wordsWith(words, 'any');
        expect([...own.keys()]).toEqual([...all.keys()].sort());
        for (const [word, places] of own)
          expect(comparable(word, places)).toEqual(comparable(word, all.get(word)));
        for (const [word, places] of wordsWith(words, 'title')) {
          expect(comparable(word, places)).toEqual(comparable(word, titles.get(word)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say where a pair is frequent, by the mean length of all texts, not of a shard’s', () => {
    fc.assert(
      fc.property(documents, shardSizes, (library, shardSize) => {
        const texts = library.map(toTexts);
        const lengths = texts.map(({ any }) => [...any.join('')].length);
        const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
        const words = indexWords(texts, shardSize);
        const all = naive(texts.map(({ any }) => any));
        for (const [mark, least] of [
          ['frequent', 1],
          ['veryFrequent', 2],
        ] as const) {
          for (const [word, listed] of wordsWith(words, mark)) {
            const dense = [...(all.get(word) ?? [])].filter(
              ([document, places]) => densityOf(places.length, lengths[document] ?? 0, average) >= least,
            );
            const expected = isCharacter(word) ? [] : dense.map(([document]) => document);
            expect([...(listed?.keys() ?? [])]).toEqual(expected);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('set a word with very many places apart, and keep the list of its documents beside its neighbours', () => {
    const many = Array.from({ length: 900 }, (_, at) => ({
      any: Array.from({ length: 20 }, (_, block) => `教研${'课'.repeat((at * 7 + block * 3) % 50)}`),
      title: [],
      heading: [],
      number: [],
    }));
    const shards = [many.slice(0, 500), many.slice(500)].map(indexShard);
    const parts = [...writeParts(shards, 200)];
    const word = phraseWords('教研')[0] ?? '';
    const large = parts.filter((part) => part.large);
    expect(large.map(({ from, to }) => [from, to])).toContainEqual([word, word]);
    const words = parts.flatMap(({ content }) => [...decodedNames(content, [500, 400])]);
    expect(words).toEqual([...words].sort());
    expect(words).toContain(markWord(word, 'members'));
    for (const { from, to, content } of parts) {
      for (const name of decodedNames(content, [500, 400])) expect(from <= name && name <= to).toBe(true);
    }
  });

  it('count the characters of each text', () => {
    const { lengths } = indexShard([
      { any: ['教研', '', '𠮷'], title: [], heading: [], number: [] },
      { any: [], title: [], heading: [], number: [] },
    ]);
    expect(lengths).toEqual([3, 0]);
  });

  it('give each volume its own documents, numbered from 0', () => {
    const texts = ['教研', '课研', '教研', '教研课', '磨课'].map((text) =>
      toTexts({ any: [text], title: '' }),
    );
    const shards = [texts.slice(0, 2), texts.slice(2, 4), texts.slice(4)].map(indexShard);
    const [part] = [...writeParts(shards, 5000)];
    const [first, second, third] = unpackPart(part?.content ?? new Uint8Array(), [[2], [2, 1]]);
    expect(third).toBeUndefined();
    const documentsIn = (volume: Uint8Array | undefined, text: string): number[] =>
      wordsOf(volume ?? new Uint8Array())
        .filter(([word]) => word === phraseWords(text)[0])
        .flatMap((word) => [...placesOf(word).keys()]);
    expect([documentsIn(first, '教研'), documentsIn(second, '教研')]).toEqual([[0], [0, 1]]);
    expect([documentsIn(first, '磨课'), documentsIn(second, '磨课')]).toEqual([[], [2]]);
    expect(toVolumes([10, 20, 30, 40, 200, 5], 60)).toEqual([[10, 20, 30], [40], [200], [5]]);
  });

  it('are refused when a byte is lost or changed', () => {
    const shard = indexShard([{ any: ['教研课研教'], title: [], heading: [], number: [] }]);
    const [part] = [...writeParts([shard], 200)];
    const content = part?.content ?? new Uint8Array();
    expect(unpackPart(content, [[1]])[0]?.length).toBeGreaterThan(10);
    for (let at = 0; at < content.length; at++) {
      const changed = content.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect(() => unpackPart(changed, [[1]])).toThrow(RangeError);
      expect(() => unpackPart(content.slice(0, at), [[1]])).toThrow(RangeError);
    }
  });
});
