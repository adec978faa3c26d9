import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../../src/load/content-fs.ts';
import { packWordFile } from '../../../src/site/pack-word-file.ts';
import { libraryDocument } from '../../support/library-document.ts';
import {
  bodyText,
  footnoteText,
  pageText,
  paragraphsOf,
  partsOf,
  plain,
  wordSource,
} from '../../support/word-source.ts';

const PLAN = `各镇（街）中心校，区直各学校：

为做好全年教研工作[^a]，依据云教发〔2011〕5号，制定本计划。学校\\*\\*课程方案 & <Supplied>（</Supplied>见附件）。

## 一、工作目标

### （一）听课

1\\.全年听课**不少于400节**，*评课*实录整理成册[^b]，~~另行通知~~。

第一行
第二行，ABC
def

| 月份 | 主要工作 | 备注 |
| --- | :---: | ---: |
| 三月 | 学习云教发〔2011〕5号 | — |
| 四月 | 推门听课<br />当场反馈 | 12节 |

- 组长由主任担任；
  - 下设办公室；
- 成员由教研员担任。

3. 第三步；
4. 第四步。

> 经费专款专用。

\`\`\`
代码一行
\`\`\`

---

附件：1.听课记录表

2\\.“磨课”日程

云岭区教研室

2012年2月20日

[^a]: 教研工作包括课题研究，参见云教发〔2014〕2号。
[^b]: 评课指课后评议。
`;

describe('the text of a Word file', () => {
  test('is that of the page, character for character, footnotes and tables included', async () => {
    const source = wordSource(PLAN);
    const parts = await partsOf(source);
    const page = pageText(source.html);
    expect(plain(bodyText(parts))).toBe(page.body);
    expect(plain(footnoteText(parts))).toBe(page.footnotes);
    expect(bodyText(parts)).toContain('学校**课程方案 & （见附件）');
    expect(bodyText(parts)).toContain('第一行第二行，ABC def');
  });

  test('is the page’s for every document of the fixtures and of the office', async () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const contents = await Promise.all(
      ['tests/fixtures/library', 'content'].map((folder) => loadContent(path.join(root, folder))),
    );
    const held = contents
      .flatMap(({ documents }) => documents)
      .filter(({ data }) => data && data.completeness !== '题录');
    expect(held.length).toBeGreaterThan(5);
    for (const { source: file } of held) {
      const source = wordSource(file.body);
      const page = pageText(source.html);
      const parts = await partsOf(source);
      expect(plain(bodyText(parts)), file.file).toBe(page.body);
      expect(plain(footnoteText(parts)), file.file).toBe(page.footnotes);
    }
  });

  test('survives markup that the page may come to use', async () => {
    const html =
      '<figure><table><tr><td><p>甲</p><p>乙</p></td></tr></table><figcaption>表一</figcaption></figure>' +
      '<details><summary>丙</summary>丁<div>戊</div></details><template>不印</template><p><kbd>己</kbd></p>';
    const parts = await partsOf(wordSource('', { html, clauses: [] }));
    expect(plain(bodyText(parts))).toBe('甲乙表一丙丁戊己');
  });
});

describe('the layout of a Word file', () => {
  const parts = partsOf(wordSource(PLAN));
  const find = async (text: string) => {
    const paragraphs = paragraphsOf((await parts)['word/document.xml'] ?? '');
    const found = paragraphs.find((paragraph) => paragraph.text.includes(text));
    if (!found) throw new Error(`no paragraph says ${text}`);
    return found;
  };

  test('is A4 with the margins of GB/T 9704 and 22 lines of 28 characters', async () => {
    const xml = (await parts)['word/document.xml'] ?? '';
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const margin = (side: string) => Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(xml)?.[1]);
    const millimetres = (twips: number) => (twips / 1440) * 25.4;
    expect(millimetres(margin('top'))).toBeCloseTo(37, 1);
    expect(millimetres(margin('left'))).toBeCloseTo(28, 1);
    const [width, height] = [
      11906 - margin('left') - margin('right'),
      16838 - margin('top') - margin('bottom'),
    ];
    expect(millimetres(width)).toBeCloseTo(156, 1);
    expect(millimetres(height)).toBeCloseTo(225, 1);
    const styles = (await parts)['word/styles.xml'] ?? '';
    const body = /w:styleId="BodyText".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    const line = Number(/w:line="(\d+)" w:lineRule="exact"/.exec(body)?.[1]);
    const character = 16 * 20 + Number(/<w:spacing w:val="(-\d+)"/.exec(body)?.[1]);
    expect([Math.floor(height / line), Math.floor(width / character)]).toEqual([22, 28]);
    expect(xml).toContain(`<w:docGrid w:type="lines" w:linePitch="${line}"/>`);
  });

  test('heads and levels have their fonts and outline levels', async () => {
    expect((await find('云教研字〔2012〕3号')).style).toBe('DocumentNumber');
    expect((await find('云教研字〔2012〕3号')).xml).toMatch(/<w:bottom [^>]*w:color="D7000F"/);
    expect((await find('年度工作计划')).style).toBe('Title');
    expect((await find('一、工作目标')).style).toBe('Heading1');
    expect((await find('（一）听课')).style).toBe('Heading2');
    const styles = (await parts)['word/styles.xml'] ?? '';
    for (const [id, font, level] of [
      ['Heading1', '黑体', 0],
      ['Heading2', '楷体', 1],
      ['Heading3', '仿宋', 2],
    ]) {
      const style = new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0];
      expect(style).toContain(`w:eastAsia="${font}"`);
      expect(style).toContain(`<w:outlineLvl w:val="${level}"/>`);
    }
  });

  test('a heading has the font of its number where that differs from its depth', async () => {
    const [document = ''] = [
      (await partsOf(wordSource('## （一）听课\n\n第一条 为了规范。\n')))['word/document.xml'],
    ];
    const [heading, article] = paragraphsOf(document).filter(({ text }) => /听课|规范/.test(text));
    expect(heading?.xml).toContain('w:eastAsia="楷体"');
    expect(article?.xml).toMatch(/w:eastAsia="黑体".*?第一条 ?<\/w:t>/s);
  });

  test('addressee, enclosures, signature and date stand where they belong', async () => {
    expect((await find('中心校，区直各学校')).xml).toContain('w:firstLine="0"');
    expect((await find('附件：1.')).xml).toContain('w:hanging=');
    const { xml } = await find('2012年2月20日');
    // The right 14.5 of 28 characters: a date of six and a half then stands four from the right.
    expect(xml).toMatch(/<w:ind [^>]*w:left="426\d"/);
    expect(xml).toContain('<w:jc w:val="center"/>');
  });

  test('tables keep rows whole and repeat their heads; lists count from where they begin', async () => {
    const xml = (await parts)['word/document.xml'] ?? '';
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:gridCol /g)).toHaveLength(3);
    expect((await find('12节')).xml).toContain('<w:jc w:val="right"/>');
    expect((await find('第三步')).xml).toContain('<w:numPr>');
    expect((await parts)['word/numbering.xml']).toContain('<w:start w:val="3"/>');
    expect((await find('下设办公室')).xml).toContain('<w:ilvl w:val="1"/>');
  });

  test('supplied words are marked and the mark is explained; bold is bold', async () => {
    expect((await find('课程方案')).xml).toMatch(/<w:u w:val="dotted"\/>.*?（<\/w:t>/s);
    expect((await find('加点线的字')).style).toBe('Colophon');
    expect((await find('不少于400节')).xml).toMatch(/<w:b\/>.*?不少于400节/s);
  });

  test('page numbers stand between dashes, odd ones at the right, even ones at the left', async () => {
    const footers = [(await parts)['word/footer1.xml'], (await parts)['word/footer2.xml']];
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml ?? '')?.[1])).toEqual(['right', 'left']);
    for (const xml of footers) expect(xml).toMatch(/— <.*PAGE.* —</s);
    expect((await parts)['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  });
});

describe('what the editor says in a Word file', () => {
  const notes = [{ text: '时期由标题得出。', field: 'period', inferred: true }];
  const more = { notes, source: { file: '2012年计划.docx', note: '教研室存档' }, standing: '本文件已失效。' };

  test('stands at the end, apart from the text, with address, source, status and notes', async () => {
    const xml = (await partsOf(wordSource('正文。', more)))['word/document.xml'] ?? '';
    const lines = paragraphsOf(xml).map(({ style, text }) => `${style} ${text}`);
    expect(lines.slice(lines.indexOf('BodyText 正文。') + 1)).toEqual([
      'Colophon 编者说明（以下不是原文）',
      'Colophon 本文件由教研文库据所收文本生成，版式参照GB/T 9704—2012重排，不是原件；版头只列著录的发文机关名称和发文字号。',
      'Colophon 网址：https://wenku.example/plans/yunjiaoyanzi-2012-3/',
      'Colophon 来源：2012年计划.docx；教研室存档',
      'Colophon 收录程度：全文。有效性：未核实。本文件已失效。',
      'Colophon 编者注1（推断）：时期由标题得出。',
    ]);
  });

  test('marks an excerpt of a dead document under its title, and names no issuer that is not known', async () => {
    const document = libraryDocument('policies/a', {
      issuer: '未署名',
      completeness: '摘录',
      status: '废止',
    });
    const xml = (await partsOf(wordSource('正文。', { document })))['word/document.xml'] ?? '';
    const paragraphs = paragraphsOf(xml);
    expect(paragraphs.filter(({ style }) => style === 'Issuer')).toEqual([]);
    expect(paragraphs.find(({ style }) => style === 'EditorNote')?.text).toBe('〔编者标注：摘录，已废止〕');
  });
});

describe('the bytes of a Word file', () => {
  test('are the same for the same document, and know no clock', async () => {
    const [first, second] = [packWordFile(wordSource(PLAN)), packWordFile(wordSource(PLAN))];
    expect(Buffer.compare(first, second)).toBe(0);
    const core = strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:title>云岭区教研室2012年度工作计划</dc:title>');
    expect(core).toContain('<dc:creator>云岭区教研室</dc:creator>');
    expect(core).toContain('<dc:subject>云教研字〔2012〕3号</dc:subject>');
    expect(core.match(/(?<=W3CDTF">)[^<]*/g)).toEqual(['2012-02-20T00:00:00Z', '2012-02-20T00:00:00Z']);
    // Local headers and central directory: every entry is of the first moment that the format knows.
    const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
    const times: number[] = [];
    for (let at = 0; at + 20 < view.byteLength; at += 1) {
      const record = view.getUint32(at, true);
      if (record === 0x04034b50) times.push(view.getUint32(at + 10, true));
      if (record === 0x02014b50) times.push(view.getUint32(at + 12, true));
    }
    expect(times.length).toBeGreaterThan(20);
    expect(new Set(times)).toEqual(new Set([0x00210000]));
  });

  test('name no day where the document has none', async () => {
    const document = libraryDocument('plans/a', { title: '甲 <乙> & 丙' });
    const core = (await partsOf(wordSource('正文。', { document })))['docProps/core.xml'] ?? '';
    expect(core).not.toContain('dcterms:created');
    expect(core).toContain('甲 &lt;乙&gt; &amp; 丙');
  });

  test('make well-formed parts, and a second reference to a footnote is only its number', async () => {
    const parts = await partsOf(wordSource('甲[^a]乙[^a]\n\n[^a]: 注\n'));
    expect(parts['word/document.xml']?.match(/<w:footnoteReference /g)).toHaveLength(1);
    for (const [name, xml] of Object.entries(parts)) expect(openTags(xml), name).toEqual([]);
  });
});

/** The tags that are left open or closed out of turn. */
function openTags(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close && open.pop() !== name) return [name];
    if (!close && !empty) open.push(name);
  }
  return open;
}
