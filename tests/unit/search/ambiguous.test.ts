import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainQueries, readSimplified, textForms } from '../../../src/search/ambiguous.ts';
import { findMatches, markText } from '../../../src/search/excerpt.ts';
import { parseQuery, type Query } from '../../../src/search/query.ts';
import { unpackVariants } from '../../../src/search/variants.ts';

const VARIANTS = unpackVariants('學学號号隨随來来計计畫画關关時时說说');

const wanted = (query: Query): string[][] =>
  plainQueries(query).map(({ include }) => include.map(({ normalised }) => normalised));

describe('a query', () => {
  it('in simplified characters is literal, whatever characters it has', () => {
    for (const text of ['著作', '隨著', '瞭解', '计画']) {
      expect(wanted(parseQuery(text))).toEqual([[text]]);
    }
    for (const text of ['著作', '瞭解', '计画', '特徵']) {
      expect(wanted(parseQuery(text, VARIANTS))).toEqual([[text]]);
    }
  });

  it('in traditional characters is read both ways, as it stands first', () => {
    expect(wanted(parseQuery('隨著', VARIANTS))).toEqual([['随著'], ['随着']]);
    expect(wanted(parseQuery('工作計畫', VARIANTS))).toEqual([['工作计画'], ['工作计划']]);
    expect(wanted(parseQuery('教學', VARIANTS))).toEqual([['教学']]);
  });

  it('is traditional as a whole, and keeps what was typed', () => {
    const query = parseQuery('教學 瞭解 -特徵', VARIANTS);
    expect(query.include.map(({ text }) => text)).toEqual(['教學', '瞭解']);
    expect(wanted(query)).toEqual([
      ['教学', '瞭解'],
      ['教学', '了解'],
    ]);
    for (const { exclude } of plainQueries(query)) {
      expect(exclude.map(({ normalised }) => normalised)).toEqual(['特徵', '特征']);
    }
  });

  it('is one keyword whether traditional or simplified', () => {
    expect(parseQuery('教學 教学', VARIANTS).include).toHaveLength(1);
  });

  it('of many ambiguous characters is not read in every way', () => {
    expect(wanted(parseQuery('學著 學瞭 學徵 學藉 學乾 學覆', VARIANTS)).length).toBeLessThanOrEqual(8);
    expect(wanted(parseQuery('學著瞭徵藉乾覆', VARIANTS)).length).toBeLessThanOrEqual(8);
    // But always also as a simplified text would have it.
    expect(wanted(parseQuery('隨著 瞭解 徵求 計畫', VARIANTS))).toContainEqual([
      '随着',
      '了解',
      '征求',
      '计划',
    ]);
    expect(wanted(parseQuery('隨著瞭解徵求反覆修改計畫', VARIANTS))).toEqual([
      ['随著瞭解徵求反覆修改计画'],
      ['随着了解征求反复修改计划'],
    ]);
  });

  it('can be read as simplified where nothing shows that it is traditional', () => {
    expect(readSimplified('瞭解學生特徵')).toBe('了解學生特征');
    expect(readSimplified('教学研究')).toBe('教学研究');
  });
});

describe('a text', () => {
  it('has a second form only if it is traditional and ambiguous', () => {
    expect(textForms('隨著時代，學者著作', VARIANTS)).toEqual(['随著时代,学者著作', '随着时代,学者着作']);
    expect(textForms('著作、乾坤', VARIANTS)).toEqual(['著作、乾坤']);
    expect(textForms('教學', VARIANTS)).toEqual(['教学']);
    expect(textForms('隨著', undefined)).toEqual(['隨著']);
  });

  const mark = (text: string, query: string): string =>
    markText(text, findMatches(text, parseQuery(query, VARIANTS).include, VARIANTS));

  it.each([
    ['隨著時代', '随着', '<mark>隨著</mark>時代'],
    ['隨著時代', '隨著', '<mark>隨著</mark>時代'],
    ['随着时代', '隨著', '<mark>随着</mark>时代'],
    ['學者的著作', '著作', '學者的<mark>著作</mark>'],
    ['學者著述隨著', '著', '學者<mark>著</mark>述隨<mark>著</mark>'],
    ['Ａ 學、A学', 'a學', '<mark>Ａ 學</mark>、<mark>A学</mark>'],
    ['著作随著', '着', '著作随著'],
  ])('%s shows where %s stands', (text, query, marked) => {
    expect(mark(text, query)).toBe(marked);
  });

  const finds = (text: string, query: string): boolean =>
    plainQueries(parseQuery(query, VARIANTS)).some(({ include }) =>
      include.every(({ normalised }) => textForms(text, VARIANTS).some((form) => form.includes(normalised))),
    );

  it('is found by every piece of it, and marked where it stands', () => {
    const characters = fc.constantFrom(...'學学隨著着瞭了計畫徵，');
    fc.assert(
      fc.property(
        fc.array(characters, { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.nat(11),
        (all, a, b) => {
          const text = all.join('');
          const piece = text.slice(Math.min(a, b), Math.max(a, b) + 1);
          fc.pre(piece !== '');
          expect(finds(text, piece)).toBe(true);
          const marks = findMatches(text, parseQuery(piece, VARIANTS).include, VARIANTS);
          expect(marks.map(({ start, end }) => text.slice(start, end).length)).toContain(piece.length);
        },
      ),
    );
  });

  it('without variants is found literally, whatever the query', () => {
    const characters = fc.constantFrom(...'学著着瞭了徵征乾干');
    const word = fc.string({ unit: characters, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (text, query) => {
        expect(finds(text, query)).toBe(text.includes(query));
      }),
    );
  });

  it('counts what both forms and readings show once', () => {
    expect(findMatches('隨著，隨著', parseQuery('隨著', VARIANTS).include, VARIANTS)).toHaveLength(2);
  });
});
