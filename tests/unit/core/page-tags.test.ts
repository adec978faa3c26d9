import { describe, expect, it } from 'vitest';
import { columnTypeOf, pageTags } from '../../../src/core/page-tags.ts';
import { publishTime } from '../../../src/core/publish-time.ts';

const site = { name: '云岭文库', domain: 'wenku.example', idCode: '' };
const column = { name: '工作计划', description: '历年计划。', keywords: ['计划', '云岭'], type: '规划计划' };
const article = {
  ...{ title: '2012年度工作计划', publishedAt: '2012-02-20 00:00', source: '云岭区教研室' },
  keywords: ['听课'],
};

describe('the tags of 47号', () => {
  it('name the site on every page, and its code only where there is one', () => {
    expect(pageTags(site, {})).toEqual([
      ['SiteName', '云岭文库'],
      ['SiteDomain', 'wenku.example'],
    ]);
    expect(pageTags({ ...site, idCode: '0000000000' }, {})).toContainEqual(['SiteIDCode', '0000000000']);
  });

  it('say what a column is', () => {
    expect(pageTags(site, { column }).slice(2)).toEqual([
      ['ColumnName', '工作计划'],
      ['ColumnDescription', '历年计划。'],
      ['ColumnKeywords', '计划,云岭'],
      ['ColumnType', '规划计划'],
    ]);
    expect(['', 'policies/', 'plans/', 'years/2012/', 'help/read/'].map(columnTypeOf)).toEqual([
      '首页',
      '政策文件',
      '规划计划',
      '信息公开目录',
      '信息公开指南',
    ]);
  });

  it('say what a document is, leaving out what nobody knows', () => {
    expect(pageTags(site, { article }).slice(2)).toEqual([
      ['ArticleTitle', '2012年度工作计划'],
      ['PubDate', '2012-02-20 00:00'],
      ['ContentSource', '云岭区教研室'],
      ['Keywords', '听课'],
    ]);
    const bare = pageTags(site, { article: { ...article, publishedAt: undefined, keywords: [] } });
    expect(bare.map(([name]) => name)).toEqual(['SiteName', 'SiteDomain', 'ArticleTitle', 'ContentSource']);
  });
});

describe('publishTime', () => {
  const dates = { issuedOn: '2012-02-18', publishedOn: '2012-02-20' };

  it.each([
    ['发布 2012-02-20 13:35:28 阅读 3186', '2012-02-20 13:35'],
    ['发布时间：2012年2月20日 8：05', '2012-02-20 08:05'],
    ['2012/2/20T09:30', '2012-02-20 09:30'],
    // Another day's time, none, and one that no day has.
    ['发布 2012-02-21 13:35', '2012-02-20 00:00'],
    ['发布 2012-02-20', '2012-02-20 00:00'],
    ['发布 2012-02-20 25:61', '2012-02-20 00:00'],
  ])('takes the time from %j', (line, expected) => {
    expect(publishTime(dates, line)).toBe(expected);
  });

  it('falls back on the day of issue, and on nothing', () => {
    expect(publishTime({ issuedOn: '2012-02-18', publishedOn: null })).toBe('2012-02-18 00:00');
    expect(publishTime({ issuedOn: null, publishedOn: null }, '发布 2012-02-20 13:35')).toBeUndefined();
  });
});
