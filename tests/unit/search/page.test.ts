import { describe, expect, it } from 'vitest';
import { readBody, readPage } from '../../../src/search/page.ts';

const article = (inside: string): string =>
  `<html lang="zh-CN"><body><nav><p>导航</p></nav><article data-document data-id="plans/a">${inside}</article><p>页脚</p></body></html>`;

const texts = (html: string): string[] => readPage(html).blocks.map((block) => block.text);

describe('readPage', () => {
  it('reads the four regions and nothing else', () => {
    const page = readPage(
      article(`<h1 data-document-title>计划</h1><p>别处</p>
        <div data-document-facts><table><tr><th>发文机关</th><td>云岭区教研室</td></tr></table></div>
        <div data-document-body><h2>一、任务</h2><p>正文。</p></div>
        <section data-document-notes><p>注。</p></section><ul><li>被引用</li></ul>`),
    );
    expect(page.documentId).toBe('plans/a');
    expect(page.blocks.map((block) => [block.region, block.text])).toEqual([
      ['title', '计划'],
      ['facts', '发文机关'],
      ['facts', '云岭区教研室'],
      ['heading', '一、任务'],
      ['body', '正文。'],
      ['notes', '注。'],
    ]);
  });

  it('joins inline elements and parts blocks', () => {
    const body = '<p>开展<strong>磨</strong><a href="/n/">课</a>活动</p><p>第二段</p>';
    expect(texts(article(`<div data-document-body>${body}</div>`))).toEqual(['开展磨课活动', '第二段']);
  });

  it('parts text before, inside and after a block within a block', () => {
    const list = '<ul><li>甲<ul><li>乙</li></ul>丙</li><li><p>丁</p><p>戊</p></li></ul>';
    expect(texts(article(`<div data-document-body>${list}</div>`))).toEqual(['甲', '乙', '丙', '丁', '戊']);
  });

  it('leaves out what is hidden or marked', () => {
    const body =
      '<h2 id="c1">一<a data-search-ignore href="#c1">¶</a></h2><p hidden>无</p><p>有<button>复制</button></p><svg><text>图</text></svg>';
    expect(texts(article(`<div data-document-body>${body}</div>`))).toEqual(['一', '有']);
  });

  it('gives each block its clause and the nearest id', () => {
    const body = `<p id="p0">序</p><h2 id="c1" data-clause="第一部分">一</h2><p id="p1">甲</p>
      <p id="c2" data-clause="第一部分第1条">1. 乙</p><ul><li>丙</li></ul>`;
    const { blocks, clauses } = readPage(article(`<div data-document-body>${body}</div>`));
    expect(clauses).toEqual([
      { anchor: 'c1', label: '第一部分' },
      { anchor: 'c2', label: '第一部分第1条' },
    ]);
    expect(blocks.map((block) => [block.text, block.clause, block.anchor])).toEqual([
      ['序', -1, 'p0'],
      ['一', 0, 'c1'],
      ['甲', 0, 'p1'],
      ['1. 乙', 1, 'c2'],
      ['丙', 1, 'c2'],
    ]);
  });

  it('decodes entities and makes white space one space', () => {
    expect(texts(article('<div data-document-body><p>甲 &amp;\n  乙&lt;丙&gt;<br>丁</p></div>'))).toEqual([
      '甲 & 乙<丙> 丁',
    ]);
  });

  it('says when a page is no document', () => {
    expect(readPage('<p>没有</p>').documentId).toBeUndefined();
  });

  it('reads a body by itself as it does on its page', () => {
    for (const body of [
      '<h2 id="c1" data-clause="第一部分">一</h2>\n<p id="p1">甲&#x26;乙<br>丙<a href="#c1"></a></p><ul><li id="i">丁</li></ul>',
      '<p hidden>甲</p><p>乙<button>丙</button><p>丁 &amp; 戊',
    ]) {
      const { blocks, clauses } = readPage(
        `<article data-document><div data-document-body>${body}</div></article>`,
      );
      expect(readBody(body)).toMatchObject({ blocks, clauses });
      expect(blocks).not.toEqual([]);
    }
  });
});
