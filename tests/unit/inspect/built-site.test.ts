import { describe, expect, it } from 'vitest';
import { BuiltSite } from '../../../src/inspect/built-site.ts';
import { readBuiltPage } from '../../../src/inspect/read-page.ts';

const HEAD =
  '<title>页 - 云岭文库</title><meta name="SiteName" content="云岭文库"><meta name="SiteDomain" content="wenku.example"><meta name="robots" content="noindex">';

/** The findings of each check on a site of these pages, by the check's id. */
function inspect(pages: Record<string, string>, files: string[] = [], broken: [string, string][] = []) {
  const site = new BuiltSite({
    ...{ base: '/wenku/', origin: 'https://wenku.example', siteName: '云岭文库', documents: new Set() },
    ...{ domain: 'wenku.example', idCode: '', files: new Set([...Object.keys(pages), ...files]) },
  });
  for (const [file, body] of Object.entries(pages)) site.add(file, readBuiltPage(HEAD + body));
  const { checks, built } = site.report(new Map(broken));
  const found = Object.fromEntries(checks.map(({ id, findings }) => [id, findings]));
  return { found, built, attachments: [...site.linkedAttachments().keys()] };
}
const whats = (findings: readonly { what: string }[] | undefined) => findings?.map(({ what }) => what);

describe('the inspection of built pages', () => {
  it('follows links below the base, relative ones and places on pages, in any spelling', () => {
    const { found, built } = inspect(
      {
        'index.html':
          '<a href="/wenku/n/%E4%BA%91/">n</a><a href="n/云/">n</a><a href="/wenku/n/云/?q=1#一">p</a>',
        'n/云/index.html': '<p id="一"></p><a href="#一">here</a><a href="../../">up</a>',
      },
      [],
    );
    expect(found['dead-link']).toEqual([]);
    expect(built).toMatchObject({ pages: 2, links: 5, external: [] });
  });

  it('takes a fragment as browsers do: as it stands, then decoded', () => {
    const { found } = inspect({
      'a/index.html':
        '<a href="#fn-%E7%94%B2">1</a><p id="fn-%E7%94%B2"></p><a href="#%E4%B9%99">2</a><p id="乙"></p>',
    });
    expect(found['dead-link']).toEqual([]);
  });

  it('names each dead link with its page: no page, no file, no place, out of the base', () => {
    const { found } = inspect({
      'a/index.html':
        '<a href="/wenku/gone/">1</a><img alt="" src="/wenku/files/x.png"><a href="#no">3</a><a href="/elsewhere/">4</a>',
    });
    expect(found['dead-link']).toEqual([
      { what: '指向的网页或文件不在：/wenku/gone/', url: '/wenku/a/', label: '页', cited: 0 },
      { what: '指向的附件不在：/wenku/files/x.png', url: '/wenku/a/', label: '页', cited: 0 },
      { what: '指向的网页或文件不在：/elsewhere/', url: '/wenku/a/', label: '页', cited: 0 },
      { what: '网页在，所指的位置不在：#no', url: '/wenku/a/', label: '页', cited: 0 },
    ]);
  });

  it('looks for a row of the register on all its pages', () => {
    const { found } = inspect({
      'citations/index.html': '<a href="#n-1">1</a><a href="#n-2">2</a>',
      'citations/missing/2/index.html': '<p id="n-1"></p>',
    });
    expect(whats(found['dead-link'])).toEqual(['网页在，所指的位置不在：#n-2']);
  });

  it('lists what lies elsewhere, and asks nothing of it', () => {
    const { built } = inspect({
      'index.html': '<a href="https://other.example/">o</a><a href="mailto:a@b.example">m</a>',
      'b/index.html': '<a href="https://other.example/">o</a><a href="https://wenku.example/wenku/">own</a>',
    });
    expect(built.external).toEqual([{ url: 'https://other.example/', pages: 2, first: '/wenku/' }]);
  });

  it('tells which attachments are linked and which of them do not open', () => {
    const { found, attachments } = inspect(
      { 'index.html': '<a href="/wenku/files/%E8%A1%A8.docx" download>表</a>' },
      ['files/表.docx'],
      [['files/表.docx', '文件是空的']],
    );
    expect(attachments).toEqual(['files/表.docx']);
    expect(whats(found['attachment'])).toEqual(['文件是空的：files/表.docx']);
  });

  it('takes a link to a neighbour for one to another site, also below the own root', () => {
    for (const [base, lost] of [
      ['/wenku/', '/qingxi/'],
      ['/', '/heming2/'],
    ] as const) {
      const site = new BuiltSite({
        ...{ base, origin: 'https://wenku.example', siteName: '云岭文库', documents: new Set<string>() },
        ...{ domain: 'wenku.example', idCode: '', files: new Set(['search/index.html']) },
        neighbours: ['/heming/'],
      });
      const links = `<a href="/heming/">鹤鸣</a><a href="/heming/plans/a/">甲</a><a href="${lost}">乙</a>`;
      site.add('search/index.html', readBuiltPage(links));
      const { checks, built } = site.report(new Map());
      const dead = checks.find(({ id }) => id === 'dead-link');
      expect(whats(dead?.findings)).toEqual([expect.stringContaining(lost)]);
      expect(built.external.map(({ url }) => url)).toEqual(['/heming/', '/heming/plans/a/']);
    }
  });

  it('finds images without alt and pages without tags, but for those that only lead on', () => {
    const site = new BuiltSite({
      ...{
        base: '/',
        origin: 'https://wenku.example',
        siteName: '云岭文库',
        documents: new Set(['plans/a']),
      },
      ...{ domain: 'wenku.example', idCode: '', files: new Set<string>() },
    });
    site.add('plans/a/index.html', readBuiltPage('<title>计划</title><img src="data:,">'));
    site.add(
      'old/index.html',
      readBuiltPage('<title>转</title><a data-redirect href="https://x.example/"></a>'),
    );
    const { checks } = site.report(new Map());
    const found = Object.fromEntries(checks.map(({ id, findings }) => [id, findings]));
    expect(whats(found['image-alt'])).toEqual(['图片没有替代文字：data:,']);
    expect(whats(found['page-tags'])).toEqual(
      ['SiteName', 'SiteDomain', 'ArticleTitle', 'ContentSource'].map((tag) => `缺少 ${tag}，应有内容`),
    );
  });
});
