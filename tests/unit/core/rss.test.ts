import { describe, expect, it } from 'vitest';
import { type Feed, rfc822, rss } from '../../../src/core/rss.ts';
import { readFeed } from '../../support/feed.ts';

const feed: Feed = {
  ...{ title: '云岭 & “文库”', description: '<新>文件', link: 'https://wenku.example/wenku/' },
  self: 'https://wenku.example/wenku/feed.xml',
  items: [
    {
      title: 'a<b>&c',
      link: 'https://wenku.example/wenku/plans/a/',
      description: '甲\u0000\u000B乙\uFFFE\uD800丙',
      date: '2012-02-29',
    },
    {
      title: '无日期',
      link: 'https://wenku.example/wenku/plans/b/',
      description: '',
      guid: 'https://wenku.example/wenku/plans/b/#x',
    },
  ],
};

describe('a feed', () => {
  it('says what it is given, whatever characters it has', () => {
    const read = readFeed(rss(feed));
    expect(read).toMatchObject({
      ...{ version: '2.0', title: '云岭 & “文库”', description: '<新>文件', language: 'zh-cn' },
      ...{ link: feed.link, self: feed.self },
    });
    expect(read.items).toEqual([
      {
        ...{ title: 'a<b>&c', link: 'https://wenku.example/wenku/plans/a/' },
        ...{ guid: 'https://wenku.example/wenku/plans/a/', permalink: true, description: '甲乙\uFFFD丙' },
        pubDate: 'Wed, 29 Feb 2012 00:00:00 +0800',
      },
      {
        ...{ title: '无日期', link: 'https://wenku.example/wenku/plans/b/', description: '' },
        ...{ guid: 'https://wenku.example/wenku/plans/b/#x', permalink: false },
      },
    ]);
  });

  it('was changed on the newest day of its items, and on none where they have none', () => {
    expect(readFeed(rss(feed)).lastBuildDate).toBe('Wed, 29 Feb 2012 00:00:00 +0800');
    expect(readFeed(rss({ ...feed, items: feed.items.slice(1) })).lastBuildDate).toBeUndefined();
  });
});

describe('rfc822', () => {
  it.each([
    ['2021-11-22', 'Mon, 22 Nov 2021 00:00:00 +0800'],
    ['1999-12-31', 'Fri, 31 Dec 1999 00:00:00 +0800'],
  ])('writes %s as %s', (day, expected) => {
    expect(rfc822(day)).toBe(expected);
  });
});
