import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query.ts';
import type { Region } from '../../../src/search/record.ts';
import { phraseWords } from '../../../src/search/tokenize.ts';
import { findDocuments, probesOf } from '../../../src/ui/search/find-documents.ts';
import { type ModelDocument, makeModelIndex } from '../../support/model-index.ts';

const body = (...texts: string[]): ModelDocument => texts.map((text) => ['body', text] as const);

function literal(documents: readonly ModelDocument[], text: string, region?: Region): string[] {
  return documents.flatMap((document, id) => {
    const found = document.some(
      ([own, block]) => (region === undefined || own === region) && block.includes(text),
    );
    return found ? [String(id)] : [];
  });
}

// Few characters, so that a phrase's words often stand in a document where the phrase doesn't.
const text = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('教', '研', '课'), { minLength: least, maxLength: most })
    .map((all) => all.join(''));

const region = fc.constantFrom<Region>('title', 'heading', 'body', 'body');
const library = fc.array(fc.array(fc.tuple(region, text(1, 30)), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 30,
});

// Now and then longer than what is asked for in one go.
const wantedText = fc.oneof(
  { weight: 5, arbitrary: text(1, 12) },
  text(24, 30),
  fc.constant('教研'.repeat(14)),
);

describe('finding documents', () => {
  it('equals a literal search, however the index is asked', async () => {
    const ways = { index: 0, documents: 0, refuted: 0 };
    await fc.assert(
      fc.asyncProperty(
        library,
        wantedText,
        text(1, 5),
        fc.nat(8),
        fc.boolean(),
        async (documents, wanted, unwanted, mask, loaded) => {
          // Some of the nine pairs are common.
          const pairs = ['教教', '教研', '教课', '研教', '研研', '研课', '课教', '课研', '课课'].flatMap(
            phraseWords,
          );
          const { index } = makeModelIndex(
            documents,
            (word) => ((mask * 37) >> pairs.indexOf(word)) % 2 === 1,
            loaded,
          );
          const found = await findDocuments(index, parseQuery(`${wanted} -${unwanted}`));
          const without = literal(documents, unwanted);
          const expected = literal(documents, wanted).filter((id) => !without.includes(id));
          expect([...found.hits.keys()]).toEqual(expected);
          ways[found.texts ? 'documents' : 'index'] += 1;
          if (found.texts && found.texts.size > expected.length) ways.refuted += 1;
        },
      ),
      { numRuns: 400 },
    );
    expect(Math.min(...Object.values(ways))).toBeGreaterThan(20);
  });

  it('looks in the title alone for 标题:', async () => {
    await fc.assert(
      fc.asyncProperty(
        library,
        wantedText,
        text(1, 3),
        fc.boolean(),
        async (documents, wanted, other, loaded) => {
          const { index } = makeModelIndex(documents, undefined, loaded);
          const found = await findDocuments(index, parseQuery(`标题:${wanted} ${other}`));
          const expected = literal(documents, wanted, 'title').filter((id) =>
            literal(documents, other).includes(id),
          );
          expect([...found.hits.keys()]).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('asks for three words of a long text that few documents can contain, and looks into those', async () => {
    const documents = [
      body('深入推进课堂教学改革'),
      body('深入推进教学常规，课堂教学与教学改革'),
      body('改革'),
    ];
    const { index, asked, loaded } = makeModelIndex(documents);
    const found = await findDocuments(index, parseQuery('深入推进课堂教学改革'));
    expect([...found.hits.keys()]).toEqual(['0']);
    expect(asked).toHaveLength(3);
    expect([...loaded]).toEqual(['0', '1']);
  });

  it('asks for all words of a long text when many documents might contain it', async () => {
    const documents = Array.from({ length: 40 }, (_, id) =>
      body(`深入推进课堂${id % 2 ? '' : '的'}教学改革`),
    );
    const { index, loaded } = makeModelIndex(documents);
    const found = await findDocuments(index, parseQuery('深入推进课堂教学改革'));
    expect(found.hits.size).toBe(20);
    expect(loaded.size).toBe(0);
  });

  it('does without the places of common words where the others leave few documents', async () => {
    const documents = Array.from({ length: 60 }, (_, id) =>
      body(id < 3 ? '各校应当认真磨课' : '各校应当认真听课，应当及时上报'),
    );
    const [common = ''] = phraseWords('应当');
    const { index, asked } = makeModelIndex(documents, (word) => word === common);
    const found = await findDocuments(index, parseQuery('应当认真磨课'));
    expect([...found.hits.keys()]).toEqual(['0', '1', '2']);
    expect(asked).not.toContain(common);
    expect((await findDocuments(index, parseQuery('应当'))).hits.size).toBe(60);
    expect(asked).not.toContain(common);
  });

  it('compares the whole of a long title, and of what is excluded from it', async () => {
    const long = (year: number): string =>
      `关于印发云岭区中小学教师专业发展学校建设三年行动计划${year}的通知`;
    const documents = [2019, 2022].map(
      (year): ModelDocument => [
        ['title', long(year)],
        ['body', '正文'],
      ],
    );
    for (const loaded of [false, true]) {
      const { index } = makeModelIndex(documents, undefined, loaded);
      expect([...(await findDocuments(index, parseQuery(`标题:${long(2019)}`))).hits.keys()]).toEqual(['0']);
      const without = await findDocuments(index, parseQuery(`正文 -标题:${long(2019)}`));
      expect([...without.hits.keys()]).toEqual(['1']);
    }
  });

  it('prefers rare words for a first look', () => {
    const words = phraseWords('各校应当认真磨课');
    const common = phraseWords('应当认真');
    const { index } = makeModelIndex([body('各校应当认真磨课')], (word) => common.includes(word));
    const rare = words.filter((word) => !common.includes(word));
    expect(probesOf(index, words)).toEqual([rare[0], rare[2], rare[3]]);
    expect(probesOf(index, common)).toEqual(common);
  });
});
