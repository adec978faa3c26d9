import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../../scripts/import-score/encode-gb18030.ts';
import { bodyOf, importBytes } from '../../../../scripts/import-score/import-bytes.ts';
import { readHtml } from '../../../../src/import/html/read-html.ts';
import type { Draft } from '../../../../src/import/make-draft.ts';
import type { Manuscript, SourceLine } from '../../../../src/import/manuscript.ts';

const TITLE = '云岭区教育局关于做好校本教研工作的通知';
const OPENING = '<p>各中小学：</p><p>为进一步提高教学质量，现将有关事项通知如下，请认真贯彻执行。</p>';
const CLOSING = '<p>云岭区教育局</p><p>2012年3月5日</p>';
const page = (inner: string, outside = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}</title></head><body>${outside}<div id="zoom"><p>${TITLE}</p>${OPENING}${inner}${CLOSING}</div></body></html>`;

function read(markup: string): Manuscript {
  const source = readHtml(new TextEncoder().encode(markup), '网页.html');
  if (!source.ok) throw new Error(source.reason);
  return source.manuscript;
}

/** The lines that a piece of markup in the middle of a page gives. */
function linesOf(inner: string): SourceLine[] {
  const { lines } = read(page(inner));
  return lines.slice(3, -2);
}

async function draftOf(markup: string | Uint8Array): Promise<Draft> {
  const bytes = typeof markup === 'string' ? new TextEncoder().encode(markup) : markup;
  const [draft] = await importBytes(bytes, '网页.html', 'policies');
  if (!draft) throw new Error('no draft');
  return draft;
}

const messages = ({ findings }: Draft): string[] => findings.map(({ kind, message }) => `${kind} ${message}`);

describe('paragraphs of a page', () => {
  it.each([
    ['<p>甲。<br>乙。<br/><br>丙。</p>', ['甲。', '乙。', '丙。']],
    ['<p>一\n  二</p><p>a\n b</p>', ['一二', 'a b']],
    ['<p>&nbsp;&nbsp;甲&ensp;乙&#12288;丙</p>', ['甲 乙　丙']],
    ['散的文字<p>甲。</p>尾巴', ['散的文字', '甲。', '尾巴']],
    ['<p>甲<!--[if gte mso 9]><xml>不是正文</xml><![endif]-->乙<o:p></o:p></p>', ['甲乙']],
    ['<p>甲<script>var a="乙"</script><style>丙{}</style></p>', ['甲']],
    ['<p>1 &lt; 2 &amp;&amp; {a} *b* [c]</p>', ['1 < 2 && {a} *b* [c]']],
    ['<p>零\u200b宽\ufeff字</p>', ['零宽字']],
    ['<pre>第一行\n  第二行</pre>', ['第一行', '第二行']],
    ['<dl><dt>术语</dt><dd>释义。</dd></dl>', ['术语', '释义。']],
    ['<div>甲<div>乙</div>丙</div>', ['甲', '乙', '丙']],
    ['<p>甲<span>乙<p>丙</span>丁', ['甲乙', '丙', '丁']],
  ])('%s', (markup, texts) => {
    expect(linesOf(markup).map(({ text }) => text)).toEqual(texts);
  });

  it('numbers lists as a browser does, but for items that are numbered already', () => {
    const items = linesOf(
      '<ol><li>甲。</li><li value="5">乙。</li><li>丙。</li></ol><ol type="a" start="2"><li>丁。</li></ol>',
    );
    expect(items.map(({ text, generated }) => [text, generated])).toEqual([
      ['1.甲。', 2],
      ['5.乙。', 2],
      ['6.丙。', 2],
      ['b.丁。', 2],
    ]);
    expect(
      linesOf('<ol><li>一、甲。</li></ol><ol style="list-style:none"><li>乙。</li></ol>').map(
        ({ text }) => text,
      ),
    ).toEqual(['一、甲。', '乙。']);
    expect(
      linesOf('<ol style="list-style-type:cjk-ideographic"><li>甲。</li><li>乙。</li></ol>').map(
        ({ text }) => text,
      ),
    ).toEqual(['一、甲。', '二、乙。']);
  });

  it('takes heading elements for headings, and a raised number for what it is', () => {
    expect(linesOf('<h2>总体要求</h2><p>面积100m<sup>2</sup>，H<sub>2</sub>O</p>')).toMatchObject([
      { text: '总体要求', marker: 2 },
      { text: '面积100m²，H₂O' },
    ]);
  });

  it('keeps bold, italics and deletions; of links the text, and says where they led', async () => {
    const draft = await draftOf(
      page(
        '<p><b>一是</b>听课，<span style="font-weight:700">二是</span><em>评课</em>，<del>三是</del>，见<a href="https://example.org/a?b=1&amp;c=2">全文</a>、<a href="javascript:void(0)">乙</a>、<a href="#top">丙</a>。</p>',
      ),
    );
    expect(bodyOf(draft)).toContain('**一是**听课，**二是***评课*，~~三是~~，见全文、乙、丙。');
    expect(messages(draft).join('\n')).toContain('“全文”指向 https://example.org/a?b=1&c=2');
  });

  it('resolves addresses against the page, and drops those that stay incomplete', async () => {
    const link = '<p>见<a href="../b/2.htm">另一份通知</a>的规定。</p>';
    const canonical = '<link rel="canonical" href="https://example.org/a/1.htm">';
    const whole = await draftOf(page(link, canonical));
    expect(bodyOf(whole)).toContain('见另一份通知的规定。');
    expect(messages(whole).join()).toContain('“另一份通知”指向 https://example.org/b/2.htm');
    const bare = await draftOf(page(link));
    expect(bodyOf(bare)).toContain('见另一份通知的规定。');
    expect(messages(bare).join()).toContain('链接的地址不完整');
    expect((await draftOf(page(link, canonical))).frontmatter['source']).toMatchObject({
      url: 'https://example.org/a/1.htm',
    });
  });
});

describe('tables of a page', () => {
  it('are tables with spans filled by empty cells', () => {
    const [line] = linesOf(
      '<table border="1"><tr><th rowspan="2">学校</th><th colspan="2">任务</th></tr><tr><td>听课</td><td>评课<br>两次</td></tr></table>',
    );
    const rows =
      line?.solid?.kind === 'table'
        ? line.solid.rows.map((row) => row.map((cell) => cell.map(({ text }) => text)))
        : [];
    expect(rows).toEqual([
      [['学校'], ['任务'], []],
      [[], ['听课'], ['评课', '两次']],
    ]);
  });

  it('are lines where they only arrange the text', () => {
    expect(
      linesOf('<table><tr><td><p>甲。</p><p>乙。</p></td></tr><tr><td></td><td>丙。</td></tr></table>').map(
        ({ text }) => text,
      ),
    ).toEqual(['甲。', '乙。', '丙。']);
  });
});

describe('what a page has besides text', () => {
  it('keeps pictures that the file holds, by their real kind, and reports others', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const draft = await draftOf(
      page(
        `<p><img alt="统计图" src="data:image/jpeg;base64,${png}"></p><p>下图<img src="tu_files/1.jpg" alt="合影"></p><p><img src="data:image/svg+xml;base64,PHN2Zz4="></p>`,
      ),
    );
    expect(draft.files).toHaveLength(1);
    expect(draft.files[0]?.path).toMatch(/\.png$/);
    expect(messages(draft)).toContain('lost 图片“合影”不在网页文件里，没有收入：tu_files/1.jpg');
    expect(messages(draft).filter((message) => message.startsWith('lost 图片'))).toHaveLength(2);
  });

  it('lists linked files with their addresses', async () => {
    const draft = await draftOf(
      page(
        '<p>附件：<a href="/files/%E9%99%84%E4%BB%B61.doc">1.评分表</a></p>',
        '<base href="https://example.org/">',
      ),
    );
    expect(messages(draft).join('\n')).toContain(
      '附件“1.评分表”没有随网页导入：https://example.org/files/%E9%99%84%E4%BB%B61.doc',
    );
  });

  it('makes footnotes of links that lead to one another', async () => {
    const note = '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> 以当年数为准。</p></div>';
    const draft = await draftOf(
      page(`<p>听课二十节<a href="#_ftn1" name="_ftnref1">[1]</a>，评课十次。</p>${note}`),
    );
    expect(bodyOf(draft)).toContain('听课二十节[^1]，评课十次。');
    expect(bodyOf(draft)).toContain('[^1]: 以当年数为准。');
  });

  it('takes in a signature and enclosures that stand below the box of the text, but no footer', async () => {
    const text = '<p>各校：</p><p>现将教研活动安排印发给你们，请认真做好各项准备工作。</p>';
    const below =
      '<p>云岭区教育局</p><p>2012年3月5日</p><div class="fj">附件：<a href="https://example.org/1.doc">安排表</a></div>';
    const footer = '<div class="footer"><p>云岭区教育局主办，本站的文字，未经许可不得转载。</p></div>';
    const draft = await draftOf(
      `<html><body><h1>${TITLE}</h1><div><div class="content">${text}</div>${below}</div>${footer}</body></html>`,
    );
    expect(draft.frontmatter).toMatchObject({ title: TITLE, issuer: '云岭区教育局', issuedOn: '2012-03-05' });
    expect(bodyOf(draft)).toContain('附件：安排表');
    expect(bodyOf(draft)).not.toContain('未经许可');
    const said = messages(draft).filter((message) => message.includes('https://example.org/1.doc'));
    expect(said).toEqual([expect.stringContaining('附件“安排表”没有随网页导入')]);
  });

  it('names all that it leaves out', async () => {
    const draft = await draftOf(
      page(
        '<p style="display:none">暗藏的文字</p>',
        '<div class="nav"><a href="/">网站首页</a></div><select><option>选项</option></select>',
      ),
    );
    const lost = messages(draft).join('\n');
    for (const text of ['暗藏的文字', '网站首页', '选项']) expect(lost).toContain(text);
    expect(lost).not.toMatch(/个汉字/);
  });
});

describe('what a page says of its document', () => {
  const table = (title: string, number: string, dated: string): string =>
    `<table><tr><td>索引号：</td><td>000/2012-5</td><td>主题分类：</td><td>教育</td></tr><tr><td>标题：</td><td>${title}</td></tr><tr><td>发文字号：</td><td>${number}</td><td>成文日期：</td><td>${dated}</td></tr></table>`;

  it('counts for more than the text, and a difference is reported', async () => {
    const draft = await draftOf(
      page(
        '<p>云教发〔2012〕6号</p>',
        table('关于做好校本教研工作的通知', '云教发〔2012〕5号', '2012-03-06'),
      ),
    );
    expect(draft.frontmatter).toMatchObject({
      title: '关于做好校本教研工作的通知',
      docNumber: '云教发〔2012〕5号',
      issuedOn: '2012-03-06',
    });
    const attention = messages(draft).filter((message) => message.startsWith('attention'));
    expect(attention.join('\n')).toMatch(/标题取前者/);
    expect(attention.join('\n')).toMatch(/与落款日期“2012年3月5日”不同，取前者/);
    expect(bodyOf(draft)).toContain(TITLE);
    expect(draft.frontmatter['source']).toMatchObject({
      note: expect.stringContaining('索引号：000/2012-5；主题分类：教育'),
    });
  });

  it('may lack the office that the text prints above the title', async () => {
    const meta = '<meta name="ArticleTitle" content="关于做好校本教研工作的通知">';
    const draft = await draftOf(
      `<html><head>${meta}</head><body><div id="content"><p>云岭区教育局<br>关于做好校本教研工作的通知</p>${OPENING}</div></body></html>`,
    );
    expect(draft.frontmatter).toMatchObject({ title: TITLE, issuer: '云岭区教育局' });
  });

  it.each([
    ['the site and a column before it', `云岭区人民政府 教育信息 ${TITLE}`],
    ['nothing but the site', '云岭区人民政府门户网站'],
    ['what a program writes', 'Untitled Document'],
    ['words of no paper', '信息内容详细页面展示'],
  ])('has its title once, whatever <title> says: %s', async (_, named) => {
    const markup = page('').replace(`<title>${TITLE}</title>`, `<title>${named}</title>`);
    const draft = await draftOf(
      markup
        .replace('<div id="zoom">', `<div class="box"><div class="tit">${TITLE}</div><div id="zoom">`)
        .replace('</body>', '<div><a href="/a.doc">附件.doc</a></div></div></body>'),
    );
    expect(draft.frontmatter['title']).toBe(TITLE);
    expect(bodyOf(draft)).not.toContain(TITLE);
    expect(bodyOf(draft)).toContain('附件.doc');
  });

  it('holds a dash where other pages have the name of their site', async () => {
    const title = '云岭区教育局关于印发教研规划（2018—2025年）的通知';
    const draft = await draftOf(page('').replaceAll(TITLE, title));
    expect(draft.frontmatter).toMatchObject({ title, kind: '通知' });
  });

  it('is reported where the table says that the document is no longer in force', async () => {
    const row =
      '<tr><td>索引号：</td><td>1</td><td>有效性：</td><td>失效</td><td>发文字号：</td><td>云教发〔2012〕5号</td></tr>';
    const draft = await draftOf(page('', `<table>${row}</table>`));
    expect(messages(draft)).toContain(
      'attention 网页的公文要素表写明“有效性：失效”，status 仍记作未核实，请核定',
    );
    expect(draft.frontmatter['status']).toBe('未核实');
    expect(
      messages(await draftOf(page('', `<table>${row.replace('失效', '有效')}</table>`))).join(),
    ).not.toContain('status');
  });

  it('is dated below its signature, a picture of the seal between them', async () => {
    const seal =
      '<p><img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></p>';
    const draft = await draftOf(
      page('').replace(
        '<p>2012年3月5日</p>',
        `${seal}<p>2012年3月5日</p><p>教研工作标准</p><p>每人每学期听课不少于二十节，评课不少于十节。</p>`,
      ),
    );
    expect(draft.frontmatter).toMatchObject({ issuer: '云岭区教育局', issuedOn: '2012-03-05' });
  });

  it('never makes a title of a regulation that an order carries', async () => {
    const order = `<p>云岭区人民政府令</p><p>第12号</p><p>《云岭区教育督导办法》已经区政府常务会议通过，现予公布，自2012年6月1日起施行。</p><p>区长　某某</p><p>2012年3月5日</p><p>云岭区教育督导办法</p><p>第一条 为了加强教育督导，制定本办法。</p>`;
    const draft = await draftOf(
      `<html><body>${table('云岭区教育督导办法', '云岭区人民政府令第12号', '2012年3月5日')}<div id="UCAP-CONTENT">${order}</div></body></html>`,
    );
    expect(draft.frontmatter).toMatchObject({
      title: '云岭区教育督导办法',
      docNumber: '云岭区人民政府令第12号',
      issuedOn: '2012-03-05',
      effectiveOn: '2012-06-01',
      kind: '办法',
    });
    for (const text of ['云岭区人民政府令', '第12号', '云岭区教育督导办法\n'])
      expect(bodyOf(draft)).toContain(text);
  });

  it('is nothing when a page is all navigation', () => {
    expect(
      readHtml(new TextEncoder().encode('<html><body><script>load()</script></body></html>'), 'a.html'),
    ).toMatchObject({ ok: false });
  });
});

describe('encodings of pages', () => {
  const markup = page('<p>朱镕基、陶喆、㐂、𠮷都在其中。</p>');
  it.each([
    [
      'UTF-8 without a declaration',
      new TextEncoder().encode(markup.replace('<meta charset="utf-8">', '')),
      'UTF-8',
    ],
    ['GB18030 declared as gb2312', encodeGb18030(markup.replace('utf-8', 'gb2312')), 'GB18030'],
    [
      'GBK declared in the long form',
      encodeGb18030(
        markup.replace(
          '<meta charset="utf-8">',
          '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=GBK">',
        ),
      ),
      'GB18030',
    ],
    ['UTF-8 that declares gb2312', new TextEncoder().encode(markup.replace('utf-8', 'gb2312')), 'UTF-8'],
    ['GB18030 that declares UTF-8', encodeGb18030(markup), 'GB18030'],
    ['UTF-16 with a mark', Uint8Array.from(Buffer.from(`\ufeff${markup}`, 'utf16le')), 'UTF-16LE'],
  ])('%s', (_, bytes, encoding) => {
    const source = readHtml(bytes, '网页.html');
    if (!source.ok) throw new Error(source.reason);
    expect(source.manuscript.format).toBe(`网页，${encoding}`);
    expect(source.manuscript.lines.map(({ text }) => text)).toContain('朱镕基、陶喆、㐂、𠮷都在其中。');
  });
});

describe('hostile pages', () => {
  it('never overflow the stack and lose nothing', () => {
    const deep = `${'<div>'.repeat(50_000)}深处的文字，也要读到，一个字不少。${'</div>'.repeat(50_000)}`;
    expect(read(deep).lines.map(({ text }) => text)).toEqual(['深处的文字，也要读到，一个字不少。']);
  });
});
