import { describe, expect, it } from 'vitest';
import { type NumberAnswer, numberLookup } from '../../../src/core/number-lookup.ts';

const lookUp = numberLookup({
  '云教发〔2009〕67号': { url: '/policies/yunjiaofa-2009-67/', held: true },
  '云教发〔2009〕76号': { url: '/n/b/', held: false },
  '云教发〔2011〕67号': { url: '/policies/c/', held: true },
  '云教研字〔2012〕3号': { url: '/plans/d/', held: true },
  '云教研字〔2012〕30号': { url: '/plans/d/', held: true },
  国务院令第687号: { url: '/policies/e/', held: true },
  云岭区人民政府令2016年第3号: { url: '/policies/f/', held: true },
  '法（研）发〔1985〕18号': { url: '/n/g/', held: false },
});

function offered(answer: NumberAnswer): string[] {
  if (answer.kind === 'choice') return answer.options.map(({ canonical }) => canonical);
  return answer.kind === 'unknown' ? answer.near.map(({ canonical }) => canonical) : [];
}

describe('a number in any disguise', () => {
  it.each([
    '云教发〔2009〕67号',
    '云教发[2009]67号',
    '云教发（2009）067 号',
    '云教发(2009)第67号',
    '云教发【2009】６７號',
    '雲教發〔２００９〕67号',
    ' 云教发 2009 年 67 号 ',
    '云教发〔2009〕67',
    '云教发2009-67',
    '《云教发〔2009〕67号》',
    '云教发〔2009〕67号文件',
  ])('%s is found', (typed) => {
    expect(lookUp(typed)).toMatchObject({ kind: 'found', option: { url: '/policies/yunjiaofa-2009-67/' } });
  });

  it.each([
    ['国令第687号', '/policies/e/'],
    ['中华人民共和国国务院令第687号', '/policies/e/'],
    ['云岭区人民政府令〔2016〕3号', '/policies/f/'],
    ['云教研字〔2012〕30号', '/plans/d/'],
    ['法(研)发[1985]18号', '/n/g/'],
  ])('%s leads to %s', (typed, url) => {
    expect(lookUp(typed)).toMatchObject({ kind: 'found', option: { url } });
  });
});

describe('what may mean several or only part of a number', () => {
  it('is offered, never chosen', () => {
    expect(offered(lookUp('云教发67号'))).toEqual(['云教发〔2009〕67号', '云教发〔2011〕67号']);
    expect(offered(lookUp('云教发2009'))).toEqual(['云教发〔2009〕67号', '云教发〔2009〕76号']);
    expect(offered(lookUp('2012 No.3'))).toEqual(['云教研字〔2012〕3号']);
    expect(offered(lookUp('2012 3号'))).toEqual(['云教研字〔2012〕3号']);
    expect(offered(lookUp('云教研字'))).toEqual(['云教研字〔2012〕3号', '云教研字〔2012〕30号']);
    expect(offered(lookUp('云教发〔2009〕67号、云教研字〔2012〕3号'))).toEqual([
      '云教发〔2009〕67号',
      '云教研字〔2012〕3号',
    ]);
    expect(offered(lookUp('请看云教发〔2009〕67号第三条'))).toEqual(['云教发〔2009〕67号']);
    expect(offered(lookUp('yunjiaofa-2009-67'))).toEqual(['云教发〔2009〕67号']);
  });

  it('is counted beyond what is offered', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`云教发〔2009〕${at + 1}号`, { url: `/n/${at}/`, held: false }]),
    );
    expect(numberLookup(many)('云教发2009')).toMatchObject({ kind: 'choice', more: 10 });
  });
});

describe('a number that nobody knows', () => {
  it('is said to be unknown, with what is near', () => {
    expect(lookUp('云教发[2009]69号')).toMatchObject({ kind: 'unknown', canonical: '云教发〔2009〕69号' });
    expect(offered(lookUp('云教发[2009]69号'))).toEqual(['云教发〔2009〕67号']);
    expect(offered(lookUp('云教发〔1901〕1号'))).toEqual([]);
  });

  it.each([
    ...['', '听课', '2009', '〔〕', 'constructor', '%', '3号.html', 'plans/3'],
    ...['<img src=x onerror=3>', 'javascript:alert(3)', 'ｊａｖａｓｃｒｉｐｔ:3', 'x=3&y=2012'],
  ])('%j is no number', (typed) => {
    expect(lookUp(typed)).toEqual({ kind: 'unreadable' });
  });
});
