import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareParagraphs } from '../../../src/changes/compare-paragraphs.ts';
import { inlinePieces } from '../../../src/changes/inline.ts';
import { texts } from '../../support/change-side.ts';

const told = (before: string, after: string): string =>
  inlinePieces(before, after)
    .map(({ text, mark }) => (mark ? `[${mark === 'del' ? '-' : '+'}${text}]` : text))
    .join('');

describe('differing characters of a paragraph', () => {
  it.each([
    ['听课1200人次。', '听课1250人次。', '听课[-1200][+1250]人次。'],
    [
      '落实云教发〔2011〕5号和办法的要求。',
      '落实云教发〔2011〕5号的要求。',
      '落实云教发〔2011〕5号[-和办法]的要求。',
    ],
    // A comparison of two years holds these for the same; a review must not.
    ['听课12次', '听课１２次', '听课[-12][+１２]次'],
    ['(一)分类推进', '（一）分类推进', '[-(][+（]一[-)][+）]分类推进'],
    ['', '新', '[+新]'],
    ['旧', '', '[-旧]'],
    ['不变', '不变', '不变'],
  ])('%j → %j', (before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  it('give both texts back, letter by letter, whatever they are', () => {
    const words = fc.array(fc.constantFrom('听', '课', '，', '12', '１', '(', '（', ' ', 'A', 'Ａ', '。'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const pieces = inlinePieces(before, after);
        const without = (mark: 'del' | 'ins'): string =>
          pieces.flatMap((piece) => (piece.mark === mark ? [] : piece.text)).join('');
        expect([without('ins'), without('del')]).toEqual([before, after]);
      }),
      { seed: 20120220 },
    );
  });
});

describe('paragraphs', () => {
  const compare = (before: string[], after: string[]): string[] =>
    compareParagraphs(texts(...before).paragraphs, texts(...after).paragraphs).map((change) => {
      const words = change.kind === 'changed' ? change.pieces.map(({ text }) => text).join('') : change.text;
      return `${change.kind}|${change.heading ?? ''}|${words}`;
    });

  it('names what is new, gone and reworded, under its heading', () => {
    expect(
      compare(
        ['一、目标', '听课覆盖全部学校。', '二、措施', '每学期听课不少于二十节。', '建立台账。'],
        ['一、目标', '听课覆盖全部学校。', '评课同步。', '二、措施', '每学期听课不少于三十节。'],
      ),
    ).toEqual([
      'new|一、目标|评课同步。',
      'changed|二、措施|每学期听课不少于二三十节。',
      'vanished|二、措施|建立台账。',
    ]);
  });

  it('tells a moved paragraph once', () => {
    const [a, b, c] = ['甲段落说听课。', '乙段落说评课。', '丙段落说台账。'];
    expect(compare([a, b, c], [b, c, a])).toEqual([`moved||${a}`]);
    expect(compare([a, a], [a])).toEqual([`vanished||${a}`]);
  });

  it('tells a paragraph that was made a heading', () => {
    expect(compareParagraphs([{ text: '目标', heading: false }], [{ text: '目标', heading: true }])).toEqual([
      { kind: 'format', heading: null, text: '目标' },
    ]);
  });

  it('says nothing of the same paragraphs, and pairs no strangers', () => {
    expect(compare(['甲', '乙'], ['甲', '乙'])).toEqual([]);
    expect(compare(['春眠不觉晓'], ['更上一层楼'])).toEqual(['new||更上一层楼', 'vanished||春眠不觉晓']);
  });

  it('gives up on texts of thousands of paragraphs that have nothing in common', () => {
    const lines = (first: number): string[] =>
      Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(first + index));
    const changes = compare(lines(0x4e00), lines(0x6000));
    expect(changes.filter((change) => change.startsWith('new'))).toHaveLength(4000);
    expect(changes.filter((change) => change.startsWith('vanished'))).toHaveLength(4000);
  });

  it('pairs in order where a stretch is very long', () => {
    const lines = (word: string): string[] =>
      Array.from({ length: 200 }, (_, index) => `第${index}条${word}听课评课。`);
    const changes = compare(lines('原'), lines('新'));
    expect(changes).toHaveLength(200);
    expect(changes.every((change) => change.startsWith('changed'))).toBe(true);
  });
});
