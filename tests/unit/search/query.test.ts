import { describe, expect, it } from 'vitest';
import { parseQuery, writeKeyword } from '../../../src/search/query.ts';

const read = (text: string): [string[], string[]] => {
  const { include, exclude } = parseQuery(text);
  return [include.map((keyword) => keyword.text), exclude.map((keyword) => keyword.text)];
};

describe('parseQuery', () => {
  it.each<[string, string[], string[]]>([
    ['磨课', ['磨课'], []],
    ['磨课　合格课', ['磨课', '合格课'], []],
    ['  ', [], []],
    ['"四个一 工程"', ['四个一 工程'], []],
    ['“四个一”', ['“四个一”'], []],
    ['磨课 -小学', ['磨课'], ['小学']],
    ['磨课 －小学', ['磨课'], ['小学']],
    ['磨课 -"小学 语文"', ['磨课'], ['小学 语文']],
    ['-小学', ['-小学'], []],
    ['-5 磨课', ['-5', '磨课'], []],
    ['磨课 -', ['磨课', '-'], []],
    ['2010-2011', ['2010-2011'], []],
    ['磨课 磨课', ['磨课'], []],
    ['ＡBc abC', ['ＡBc'], []],
    ['"', ['"'], []],
    ['" "', ['" "'], []],
    ['他说"好"了', ['他说"好"了'], []],
  ])('%s', (text, include, exclude) => {
    expect(read(text)).toEqual([include, exclude]);
  });

  it('normalises every keyword', () => {
    expect(parseQuery('［2007］21 號').include.map((keyword) => keyword.normalised)).toEqual([
      '(2007)21',
      '號',
    ]);
  });

  it.each<[string, Array<[field: string, text: string]>]>([
    ['标题:磨课', [['title', '磨课']]],
    [
      '标题：磨课 文号:65号',
      [
        ['title', '磨课'],
        ['number', '65号'],
      ],
    ],
    ['文號：云教发〔2009〕67号', [['number', '云教发〔2009〕67号']]],
    [
      '标题:"工作 计划" 磨课',
      [
        ['title', '工作 计划'],
        ['any', '磨课'],
      ],
    ],
    ['"标题:磨课"', [['any', '标题:磨课']]],
    ['标题:', [['any', '标题:']]],
    [
      '标题： 磨课 文号: "65 号"',
      [
        ['title', '磨课'],
        ['number', '65 号'],
      ],
    ],
    ['小标题:磨课', [['any', '小标题:磨课']]],
    [
      '磨课 标题:磨课',
      [
        ['any', '磨课'],
        ['title', '磨课'],
      ],
    ],
  ])('looks for %s where it is told to', (text, expected) => {
    expect(parseQuery(text).include.map(({ field, text: own }) => [field, own])).toEqual(expected);
  });

  it('reads thousands of keywords at once, each once', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `词${index % 10_000}`).join(' ');
    expect(parseQuery(text).include).toHaveLength(10_000);
  });

  it('excludes from a title as well', () => {
    expect(parseQuery('磨课 -标题:总结').exclude).toEqual([
      { field: 'title', text: '总结', normalised: '总结' },
    ]);
  });

  it('writes a keyword so that it is read the same', () => {
    const texts = [
      '磨课',
      '"-网络"',
      '标题:"-网络"',
      '标题:磨课',
      '文号:65号',
      '"标题:磨课"',
      '"四个一 工程"',
      '标题:"工作 计划"',
    ];
    for (const text of texts) {
      const [keyword] = parseQuery(text).include;
      expect(keyword && parseQuery(writeKeyword(keyword)).include).toEqual([keyword]);
    }
  });
});
