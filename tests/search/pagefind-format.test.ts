/** Our index parts, unpacked as a browser does, beside those of Pagefind's own indexer, given the same words. */
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { isCharacter, phraseWords } from '../../src/search/tokenize.ts';
import { indexWords, type Page, type Word, wordsOf } from '../support/index-words.ts';

const MAGIC = 'pagefind_dcd'.length;
/** Stands where a block ends: a word that is no pair. */
const GAP = 'zz';

const TEXTS = [
  ['云岭区教研室工作计划', '深入推进课堂教学改革，课堂教学是中心。', '教研'],
  ['工作总结', '教学教学教学', '听课评课，磨课'],
  ['云岭区教学常规', '课堂教学改革'],
];

/**
 * What we leave out: the mark (a negative number) before places that says how heavy they are, which is the same for all,
 * and Pagefind's places in metadata, of which there are none.
 */
function plain([word, pages, variants]: Word): Word {
  const kept = pages.map(([delta, places, fields = []]): Page => {
    expect(fields).toEqual([]);
    return [delta, places.filter((place) => place >= 0)];
  });
  return [word, kept, variants];
}

/** The pairs alone: Pagefind knows nothing of our lists. */
const pairsOf = (words: readonly Word[]): Word[] =>
  words.filter(([word]) => word !== GAP && word.length % 3 === 0 && !isCharacter(word));

async function byPagefind(): Promise<Word[]> {
  const { index } = await createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error('Pagefind did not start');
  for (const [number, blocks] of TEXTS.entries()) {
    // A gap takes a place of its own, as the last character of a block does in our index; two, as one is left out.
    const content = blocks.map((block) => [...phraseWords(block), GAP, GAP].join(' ')).join(' ');
    await index.addCustomRecord({ url: `/${number}/`, content, language: 'und' });
  }
  const { files } = await index.getFiles();
  return files
    .filter(({ path }) => path.endsWith('.pf_index'))
    .flatMap(({ content }) => wordsOf(gunzipSync(content).subarray(MAGIC)).map(plain))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

afterAll(() => close());

describe('the parts of our index', () => {
  it.each([1, 2, 3])(
    'of %i documents a shard say of every pair what those of Pagefind’s own indexer say',
    async (shardSize) => {
      const texts = TEXTS.map((any) => ({ any, title: [], heading: [], number: [] }));
      const own = indexWords(texts, shardSize);
      expect(own.map(([word]) => word)).toEqual(own.map(([word]) => word).sort());
      const pagefinds = pairsOf(await byPagefind());
      expect(pagefinds.length).toBeGreaterThan(30);
      expect(pairsOf(own)).toEqual(pagefinds);
    },
  );
});
