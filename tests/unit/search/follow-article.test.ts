import { describe, expect, it } from 'vitest';
import { followArticle } from '../../../src/core/markup/follow-markup.ts';
import { parsePage, readPage } from '../../../src/search/page.ts';

const pageOf = (body: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>计划 &lt; <b></title>
<script>if (a < b) document.write('<p id="no">')</script></head><body><main id="main">
<article data-document data-id="plans/a&#38;b"><h1 data-document-title>计划</h1><div data-document-body>${body}</div>
<ol data-document-notes><li id="note-1">注</li></ol></article></main><footer>页脚</footer></body></html>`;

const isScanned = (html: string): boolean =>
  followArticle(html, new Set(), {
    start: () => undefined,
    end: () => undefined,
    characters: () => undefined,
  });

/** What stands in our pages. */
const followed: ReadonlyArray<readonly [string, string]> = [
  [
    'blocks and what is inside them',
    '<p id="p1">甲<strong>乙</strong><br>丙</p><ul><li>丁<ul><li>戊</li></ul></li></ul>',
  ],
  [
    'tables',
    '<table><thead><tr><th>一</th></tr></thead><tbody><tr><td><p>二</p></td><td>三</td></tr></tbody></table>',
  ],
  [
    'clauses',
    '<h2 id="s1" data-clause="第一部分">一<a data-search-ignore class="anchor" href="#s1"></a></h2>',
  ],
  ['references to characters', '<p title="a>b &lt;">甲&amp;乙&#x26;&#39;&nbsp;丙 & 丁</p>'],
  ['drawings', '<p>图<svg viewBox="0 0 1 1"><path d="M0 0"/><g><text>字</text></g></svg>后</p>'],
  ['scripts', '<script type="application/json">{"a":"</p>"}</script><p>后</p>'],
  ['attributes without values', '<p hidden>无</p><details open><summary>有</summary></details>'],
  ['attributes given twice', '<p id="a" id="b">甲</p>'],
];

/** What a parser mends or has rules for. */
const leftToParser: ReadonlyArray<readonly [string, string]> = [
  ['a paragraph that ends by itself', '<p>甲<p>乙</p>'],
  ['a block within a paragraph', '<p>甲<div>乙</div>丙</p>'],
  ['items that end by themselves', '<ul><li>甲<li>乙</li></ul>'],
  ['cells that end by themselves', '<table><tr><td>甲<td>乙</td></tr></table>'],
  ['an end without a beginning', '<p>甲</b>乙</p></p>'],
  ['ends in the wrong order', '<p><b>甲<i>乙</b>丙</i></p>'],
  ['capital letters', '<P ID="a">甲</P>'],
  ['other quotes, or none', `<p id='a'>甲</p><p id=b>乙</p>`],
  ['a comment', '<p>甲<!-- <p>乙</p> --></p>'],
  ['references with other names', '<p>甲&copy乙&hellip;</p>'],
  ['references to control characters', '<p>&#128;&#0;&#xD800;</p>'],
  ['a loose angle', '<p>1 < 2</p>'],
  ['another article', '<article><p>甲</p></article>'],
  ['text boxes', '<textarea><p>甲</textarea>'],
  ['a title within', '<p><title><b>甲</title></p>'],
  ['text in drawings', '<svg><foreignObject><p>甲</foreignObject></svg>'],
];

describe('following the tags of a page', () => {
  it.each(followed)('sees what a parser sees: %s', (_, body) => {
    expect(isScanned(pageOf(body))).toBe(true);
    expect(readPage(pageOf(body))).toEqual(parsePage(pageOf(body)));
    expect(readPage(pageOf(body)).blocks.at(-1)).toMatchObject({ text: '注', anchor: 'note-1' });
  });

  it.each(leftToParser)('leaves to a parser %s', (_, body) => {
    expect(isScanned(pageOf(body))).toBe(false);
    expect(readPage(pageOf(body))).toEqual(parsePage(pageOf(body)));
  });

  it('leaves pages that are cut short or none to a parser', () => {
    const page = pageOf('<p id="p1">甲</p>');
    for (const end of page.matchAll(/[<>" ]/g)) {
      const part = page.slice(0, end.index);
      expect(readPage(part)).toEqual(parsePage(part));
    }
    expect(readPage('')).toEqual(parsePage(''));
  });
});
