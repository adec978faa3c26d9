import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAddress, relativePath } from '../../../../scripts/offline/relative-address.ts';
import { rewritePage } from '../../../../scripts/offline/rewrite-page.ts';

const site = {
  base: '/wenku/',
  siteUrl: 'https://wenku.example',
  files: new Set([
    'index.html',
    'search/index.html',
    'plans/a/index.html',
    'plans/b/index.html',
    'n/云教发〔2009〕12号/index.html',
    'files/100% #1?.docx',
    'favicon.svg',
  ]),
};
const rewrite = (html: string, file = 'plans/a/index.html'): string => rewritePage(html, file, site);

describe('placeAddress', () => {
  it.each([
    ['/wenku/', '../../index.html'],
    ['/wenku', '../../index.html'],
    ['/wenku/plans/b/', '../b/index.html'],
    ['/wenku/plans/b', '../b/index.html'],
    ['/wenku/plans/b/?hl=%E8%AF%BE#c1', '../b/index.html?hl=%E8%AF%BE#c1'],
    ['/wenku/plans/a/#c1', 'index.html#c1'],
    ['../b/', '../b/index.html'],
    ['https://wenku.example/wenku/plans/b/', '../b/index.html'],
    ['/wenku/favicon.svg', '../../favicon.svg'],
    ['/wenku/files/100%25%20%231%3F.docx', '../../files/100%25%20%231%3F.docx'],
    [
      '/wenku/n/云教发〔2009〕12号/',
      '../../n/%E4%BA%91%E6%95%99%E5%8F%91%E3%80%942009%E3%80%9512%E5%8F%B7/index.html',
    ],
  ])('%s lies at %s', (address, expected) => {
    expect(placeAddress(address, 'plans/a/index.html', site)).toEqual({ address: expected });
  });

  it.each([
    '#c1',
    '?q=1',
    '',
    'https://other.example/wenku/',
    'https://wenku.example/elsewhere/',
    'mailto:a@b.example',
    'javascript:void 0',
    'http://[',
  ])('keeps %j', (address) => expect(placeAddress(address, 'plans/a/index.html', site)).toBe('kept'));

  it.each(['/wenku/plans/c/', '/elsewhere/', '/wenku/%E4%BA/', '/wenku/feed.xml', '../../../x/'])(
    'misses %s',
    (address) => expect(placeAddress(address, 'plans/a/index.html', site)).toBe('missing'),
  );

  it('names any file so that it is found again on disk', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[/\0]|^\.\.?$/.test(text) && text.isWellFormed());
    const file = fc.array(name, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(file, file, (from, target) => {
        const encode = (segments: readonly string[]): string => segments.map(encodeURIComponent).join('/');
        const address = relativePath(from.join('/'), target.join('/'));
        const url = new URL(address, `file:///stick/${encode(from)}`);
        if (address !== '') expect(url.href).toBe(new URL(`file:///stick/${encode(target)}`).href);
      }),
    );
  });
});

describe('rewritePage', () => {
  it('changes addresses and leaves every other byte', () => {
    const html = `<!DOCTYPE html><HTML lang=zh-CN data-base="/wenku/"><P Class='x'>a &amp; b &lt; <a title="1&gt;0"  href='/wenku/plans/b/' download>乙</A><svg viewBox="0 0 1 1"/><br><script>if (1 < 2) '<a href="/wenku/">'</script><!-- <a href="/wenku/"> -->`;
    expect(rewrite(html)).toBe(
      html
        .replace('data-base="/wenku/"', 'data-base="../../"')
        .replace(`href='/wenku/plans/b/'`, 'href="../b/index.html"'),
    );
  });

  it('keeps the address on the web, and drops what the copy lacks but for the words of a link', () => {
    expect(rewrite('<link rel="canonical" href="https://wenku.example/wenku/plans/a/">')).toContain(
      'https://',
    );
    expect(rewrite('<p><link rel="alternate" href="/wenku/feed.xml"></p>')).toBe('<p></p>');
    expect(rewrite('<p><a class="x" href="/wenku/feed.xml">订阅</a></p>')).toBe(
      '<p><a class="x" >订阅</a></p>',
    );
    expect(
      rewrite('<ul><li>甲<li data-online><a href="/wenku/feed.xml">订阅</a><br></li><li>乙</li></ul>'),
    ).toBe('<ul><li>甲<li>乙</li></ul>');
  });

  it('puts one plain script in the place of the modules', () => {
    const html =
      '<head><script type="module" src="/wenku/_astro/x.js"></script></head><script>1</script><script type="module">import "x"; 1 < 2</script>';
    expect(rewrite(html)).toBe(
      '<head><script defer src="../../offline/page.js"></script></head><script>1</script>',
    );
    expect(rewrite('<p>', 'index.html')).toBe('<p>');
  });

  it('marks what asks for a search, for no page on disk is told where the reader came from', () => {
    expect(rewrite('<form action="/wenku/search/">', 'index.html')).toBe(
      '<form action="search/index.html#asked">',
    );
    expect(rewrite('<a href="/wenku/search/?q=1&amp;b=2">', 'index.html')).toBe(
      '<a href="search/index.html?q=1&amp;b=2#asked">',
    );
    expect(rewrite('<a href="/wenku/search/">', 'index.html')).toBe('<a href="search/index.html">');
    expect(rewrite('<form action="/wenku/plans/b/">', 'index.html')).toBe(
      '<form action="plans/b/index.html">',
    );
  });

  it('reads sets of pictures and pages that lead on', () => {
    expect(rewrite('<img srcset="/wenku/favicon.svg 1x, /wenku/favicon.svg?a,b 2x">')).toBe(
      '<img srcset="../../favicon.svg 1x, ../../favicon.svg?a,b 2x">',
    );
    expect(rewrite('<meta http-equiv="refresh" content="0; url=/wenku/plans/b/">')).toBe(
      '<meta http-equiv="refresh" content="0; url=../b/index.html">',
    );
    expect(rewrite('<meta name="description" content="5; /wenku/plans/b/">')).toBe(
      '<meta name="description" content="5; /wenku/plans/b/">',
    );
  });

  it('leaves text of any kind alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const html = `<p title="${text.replace(/"/g, '')}">${text.replace(/</g, '')}</p>`;
        expect(rewrite(html)).toBe(html);
      }),
    );
  });
});
