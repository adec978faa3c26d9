import { expect, it } from 'vitest';
import { MOST_NEIGHBOURS, neighbourProblems, neighboursOf } from '../../../src/core/neighbours.ts';

const heming = { name: '鹤鸣区教研文库', path: '/heming/' };

it('takes libraries under other paths of the host, the root among them, and none', () => {
  expect(neighbourProblems(undefined)).toEqual([]);
  expect(neighbourProblems([])).toEqual([]);
  expect(neighbourProblems([heming, { name: '市教研文库', path: '/' }])).toEqual([]);
  expect(neighbourProblems([{ name: '清溪区教研文库', path: '/jy/qing-xi/' }])).toEqual([]);
});

it('leaves the own library out of a list that all offices share', () => {
  const yunling = { name: '云岭区教研文库', path: '/yunling/' };
  expect(neighboursOf([yunling, heming], '/yunling/')).toEqual([heming]);
  expect(neighboursOf(undefined, '/')).toEqual([]);
});

it.each([
  ['heming/', '开头结尾都有斜线'],
  ['/heming', '开头结尾都有斜线'],
  ['/he ming/', '开头结尾都有斜线'],
  ['/../heming/', '开头结尾都有斜线'],
  ['//heming/', '开头结尾都有斜线'],
  ['javascript:alert(1)', '开头结尾都有斜线'],
  ['https://heming.example/', '同一域名下的路径'],
])('refuses the path %s, saying that it should be %s', (path, expected) => {
  const problems = neighbourProblems([{ name: '鹤鸣区教研文库', path }]);
  expect(problems).toEqual([expect.stringContaining(`neighbours 第 1 个的 path 是“${path}”`)]);
  expect(problems[0]).toContain(expected);
  expect(problems[0]).toContain('改法：');
});

it.each(['', '  ', '两行\n名称', '长'.repeat(41)])('refuses the name %j', (name) => {
  expect(neighbourProblems([{ name, path: '/heming/' }])).toEqual([
    expect.stringMatching(/neighbours 第 1 个的 name 是[\s\S]*应为那个文库的名称[\s\S]*改法：/),
  ]);
});

it('tells of all problems at once, doubles and too many among them', () => {
  const twice = neighbourProblems([heming, heming, { name: '', path: 'x' }]);
  expect(twice).toHaveLength(4);
  expect(twice.filter((problem) => problem.includes('第 2 个'))).toHaveLength(2);
  const many = Array.from({ length: MOST_NEIGHBOURS + 1 }, (_, n) => ({ name: `文库${n}`, path: `/d${n}/` }));
  expect(neighbourProblems(many)).toEqual([expect.stringContaining(`${MOST_NEIGHBOURS} 个以内`)]);
});

it('is no less certain of settings that are not checked for types', () => {
  const wrong = [{ name: 5, path: null }, {}] as unknown as Parameters<typeof neighbourProblems>[0];
  expect(neighbourProblems(wrong)).toHaveLength(4);
});
