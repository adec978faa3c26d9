import { describe, expect, it } from 'vitest';
import { tagProblems } from '../../../src/inspect/page-tags.ts';

const SITE = { domain: 'wenku.example', idCode: '' };
const site = [
  ['SiteName', '云岭文库'],
  ['SiteDomain', 'wenku.example'],
] as const;
const column = (['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'] as const).map(
  (name) => [name, '内容'] as const,
);
const article = [
  ['ArticleTitle', '工作计划'],
  ['ContentSource', '云岭区教研室'],
] as const;
const problems = (
  tags: readonly (readonly [string, string])[],
  kind: 'article' | 'column' | 'other',
  of = SITE,
) => tagProblems(new Map(tags), kind, of).map(({ tag, found }) => [tag, found]);

describe('the check of page tags', () => {
  it('is content with what the rule asks', () => {
    expect(problems([...site, ...column], 'column')).toEqual([]);
    expect(problems([...site, ...article, ['PubDate', '2012-02-20 00:00']], 'article')).toEqual([]);
    expect(problems(site, 'other')).toEqual([]);
  });

  it('names each tag that is missing or empty', () => {
    expect(problems(site, 'column').map(([tag]) => tag)).toEqual(column.map(([name]) => name));
    expect(problems([...site, ['ArticleTitle', ' ']], 'article').map(([tag]) => tag)).toEqual([
      'ArticleTitle',
      'ContentSource',
    ]);
    expect(problems([], 'other').map(([tag]) => tag)).toEqual(['SiteName', 'SiteDomain']);
  });

  it.each(['2012-02-20', '2012-2-20 00:00', '2012-02-20 24:00', '2012——02——20 10:00'])(
    'refuses the date %s',
    (date) => {
      expect(problems([...site, ...article, ['PubDate', date]], 'article')).toEqual([['PubDate', date]]);
    },
  );

  it('wants the code that is set, and none where none is', () => {
    expect(problems([...site, ['SiteIDCode', '0000000000']], 'other')).toEqual([
      ['SiteIDCode', '0000000000'],
    ]);
    expect(problems(site, 'other', { ...SITE, idCode: '0000000000' })).toEqual([['SiteIDCode', '']]);
  });

  it('wants the domain under which the site is published', () => {
    expect(problems(site, 'other', { ...SITE, domain: 'elsewhere.example' })).toEqual([
      ['SiteDomain', 'wenku.example'],
    ]);
  });
});
