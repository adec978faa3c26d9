import { describe, expect, it } from 'vitest';
import { complete, matchTerms, spells } from '../../../src/search/complete.ts';
import { bareText, type SuggestTerm } from '../../../src/search/suggest-terms.ts';

const term = (text: string, documents: number, spelt: string): SuggestTerm => ({
  ...{ text, documents, bare: bareText(text), syllables: spelt.split(' ') },
});
const TERMS = [
  term('教学常规', 40, 'jiao xue chang gui'),
  term('教研室', 30, 'jiao yan shi'),
  term('云岭区教研室', 30, 'yun ling qu jiao yan shi'),
  term('磨课', 12, 'mo ke'),
  term('课程与教学改革', 9, 'ke cheng yu jiao xue gai ge'),
  term('“四个一”工程', 8, 'si ge yi gong cheng'),
  term('磨课组', 3, 'mo ke zu'),
  term('iPad mini', 3, 'i p a d m i n i'),
  term('云教发〔2009〕67号', 2, 'yun jiao fa 2 0 0 9 6 7 hao'),
  term('策略与绿色课堂', 1, 'ce lue yu lv se ke tang'),
];
const texts = (typed: string): string[] => matchTerms(TERMS, typed, 6).map(({ text }) => text);

describe('matching terms', () => {
  it.each(['mk', 'MK', 'ｍｋ', 'moke', 'mok', 'mo', 'm', 'mke', "mo'ke", '磨'])(
    'leads from %s to 磨课 first, the term of more documents before the longer one',
    (typed) => {
      expect(texts(typed).slice(0, 2)).toEqual(['磨课', '磨课组']);
    },
  );

  it('puts what begins so before what is spelt so by initials, and that before what only contains it', () => {
    expect(texts('教')).toEqual([
      '教学常规',
      '教研室',
      '云岭区教研室',
      '课程与教学改革',
      '云教发〔2009〕67号',
    ]);
    expect(texts('jy')).toEqual(['教研室']);
    expect(texts('jys')).toEqual(['教研室', '云岭区教研室']);
    expect(texts('jyshi')).toEqual(['教研室']);
  });

  it('no longer offers what is typed out, but what begins with it', () => {
    expect(texts('磨课')).toEqual(['磨课组']);
    expect(texts('教研室')).toEqual(['云岭区教研室']);
    expect(texts('磨课组')).toEqual([]);
  });

  it('ignores punctuation, brackets and width', () => {
    expect(texts('四个一工')).toEqual(['“四个一”工程']);
    expect(texts('云教发[2009]')).toEqual(['云教发〔2009〕67号']);
    expect(texts('云教发２００９')).toEqual(['云教发〔2009〕67号']);
    expect(texts('yjf2009')).toEqual([]);
    expect(texts('，')).toEqual([]);
  });

  it('reads ü as it is typed', () => {
    expect(texts('celve')).toEqual(['策略与绿色课堂']);
    expect(texts('celue')).toEqual(['策略与绿色课堂']);
    expect(texts('celüeyulv')).toEqual(['策略与绿色课堂']);
  });

  it('spells each syllable as far as one likes, but begins with the first and leaves none out', () => {
    const syllables = ['zhong', 'xiao', 'xue'];
    for (const letters of ['z', 'zh', 'zxx', 'zhxx', 'zhongx', 'zhongxiaoxue', 'zxiaox']) {
      expect([letters, spells(letters, syllables)]).toEqual([letters, true]);
    }
    for (const letters of ['x', 'zxxx', 'zhongxue', 'hong', 'zz']) {
      expect([letters, spells(letters, syllables)]).toEqual([letters, false]);
    }
  });

  it('takes time in proportion to what is typed, whatever the syllables', () => {
    expect(
      spells(
        `${'a'.repeat(400)}b`,
        Array.from({ length: 400 }, () => 'aaaa'),
      ),
    ).toBe(false);
  });
});

describe('completing a query', () => {
  const queries = (query: string): string[] => complete(TERMS, query).map((completion) => completion.query);

  it('replaces the keyword that is being typed and keeps the others', () => {
    expect(queries('教研室 mk')).toEqual(['教研室 磨课', '教研室 磨课组']);
    expect(complete(TERMS, '教研室 mk')[0]).toMatchObject({ text: '磨课', documents: 12, whole: false });
    expect(complete(TERMS, 'mk')[0]).toMatchObject({ query: '磨课', whole: true });
  });

  it('takes pinyin with spaces between its syllables for one term', () => {
    expect(queries('mo ke')).toEqual(['磨课', '磨课组']);
  });

  it('quotes a term with a space in it', () => {
    expect(queries('ipad')).toEqual(['"iPad mini"']);
  });

  it.each(['', ' ', '磨课 ', '教研室 -磨', '"磨', '教研室 "听课 磨', '标题:磨', '文号：云', 'zzz'])(
    'has nothing for %j',
    (query) => {
      expect(queries(query)).toEqual([]);
    },
  );

  it('gives at most six', () => {
    const many = Array.from({ length: 20 }, (_, index) => term(`磨课${index}`, index, `mo ke ${index}`));
    expect(complete(many, '磨')).toHaveLength(6);
  });
});
