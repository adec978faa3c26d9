import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query.ts';

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
});
