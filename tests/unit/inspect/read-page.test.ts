import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { readBuiltPage } from '../../../src/inspect/read-page.ts';

const PAGE = `<!doctype html><html><head><title>a &amp; b - 云岭文库</title>
<meta name="robots" content="noindex"><meta name="SiteName" content="云岭&quot;文库&quot;">
<link rel="canonical" href="https://wenku.example/x/"><link rel="icon" href="/favicon.svg">
<script type="module" src="/a.js">document.write('<a href="/not-a-link/">');</script>
<style>a::after { content: "<i id=no>" }</style></head>
<body><!-- <a href="/commented/"> --><p id="one" title="x > y">1</p><p class=bare id=two>2</p>
<a href="/p/?a=1&amp;b=2#c" id="three" title='href="/quoted/"'>l</a><a href="/p/?a=1&#38;b=2#c">again</a>
<a download="说明.docx" href="/files/a.docx">f</a><a data-redirect href="/to/">t</a><a>none</a>
<img src="/i.png" alt=""><img src="/j.png"><img srcset="/k.png 1x, /l.png 2x" alt="k">
<form action="/search/"></form><object data="/o.pdf"></object><div data="/no/" data-id="four"></div>
<svg><a xlink:href="#one"><use href="#three"/></a></svg></body></html>`;

describe('reading a built page', () => {
  const page = readBuiltPage(PAGE);

  it('finds title, tags and whether it is kept from search engines', () => {
    expect(page.title).toBe('a & b - 云岭文库');
    expect(page.metas.get('SiteName')).toBe('云岭"文库"');
    expect(page.noindex).toBe(true);
    expect(page.redirect).toBe(true);
  });

  it('finds every address once, and none in comments, scripts, styles or the values of others', () => {
    expect([...page.links.keys()]).toEqual([
      ...['/favicon.svg', '/a.js', '/p/?a=1&b=2#c', '/files/a.docx', '/to/', '/i.png', '/j.png'],
      ...['/k.png', '/l.png', '/search/', '/o.pdf', '#one', '#three'],
    ]);
    expect(page.links.get('/files/a.docx')).toBe('a');
  });

  it('finds ids, and images without alt', () => {
    expect([...page.ids]).toEqual(['one', 'two', 'three']);
    expect(page.withoutAlt).toEqual(['/j.png']);
  });

  it('finds the same ids as a parser does', () => {
    const ids: string[] = [];
    new Parser({ onopentag: (_name, { id }) => id && ids.push(id) }).end(PAGE);
    expect([...page.ids]).toEqual(ids);
  });
});
