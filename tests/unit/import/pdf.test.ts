import { describe, expect, it } from 'vitest';
import { type PdfPageContent, type PdfText, pdfFile } from '../../../scripts/fuzz/seeds/pdf.ts';
import { unaccounted } from '../../../src/import/account.ts';
import type { Manuscript } from '../../../src/import/manuscript.ts';
import { isGibberish, unified } from '../../../src/import/pdf/characters.ts';
import { readPdf } from '../../../src/import/pdf/read-pdf.ts';

/** Lines of 28 full-width characters of 16 points between margins of 74 points, from the top. */
const LEFT = 74;
const LINE = '教研工作要面向全体学校，面向全体教师，面向全体学生，不断提高';
const page = (texts: PdfText[], more: Partial<PdfPageContent> = {}): PdfPageContent => ({ texts, ...more });
const at = (line: number, text: string, indent = 0, more: Partial<PdfText> = {}): PdfText => ({
  ...{ text, x: LEFT + indent * 16, y: 740 - line * 28 },
  ...more,
});
/** A paragraph set in by two characters, over three lines. */
const paragraph = (first: number): PdfText[] => [
  at(first, LINE.slice(0, 26), 2),
  at(first + 1, LINE.slice(0, 28)),
  at(first + 2, '课堂教学质量。'),
];
const footer = (number: number): PdfText => ({ text: `— ${number} —`, x: 270, y: 50, size: 14 });

const read = async (pages: PdfPageContent[]): Promise<Manuscript> => {
  const source = await readPdf(pdfFile(pages));
  if (!source.ok) throw new Error(source.reason);
  expect(unaccounted(source.manuscript)).toEqual([]);
  return source.manuscript;
};
const texts = ({ lines }: Manuscript): string[] => lines.map(({ text }) => text);
const messages = ({ findings, dropped }: Manuscript): string[] => [
  ...findings.map(({ message }) => message),
  ...dropped.map(({ reason, text }) => `${reason}：${text}`),
];
const reasonOf = async (bytes: Uint8Array): Promise<string> => {
  const source = await readPdf(bytes);
  return source.ok ? '' : source.reason;
};

describe('a PDF with a text layer', () => {
  it('is put together to paragraphs, over pages too, without page numbers and headers', async () => {
    const header = { text: '云岭区教研室文件', x: 230, y: 800, size: 12 };
    const manuscript = await read([
      page([
        header,
        { text: '云岭区教研室2012年度工作计划', x: 144, y: 760, size: 22 },
        ...paragraph(1),
        ...paragraph(4),
        at(7, LINE.slice(0, 26), 2),
        footer(1),
      ]),
      page([header, at(1, '教学质量。'), ...paragraph(2), ...paragraph(5), footer(2)]),
      page([header, ...paragraph(1), ...paragraph(4), at(7, '云岭区教研室', 20), footer(3)]),
    ]);
    const whole = `${LINE.slice(0, 26)}${LINE.slice(0, 28)}课堂教学质量。`;
    expect(texts(manuscript)).toEqual([
      '云岭区教研室2012年度工作计划',
      ...[whole, whole, `${LINE.slice(0, 26)}教学质量。`, whole, whole, whole, whole],
      '云岭区教研室',
    ]);
    expect(manuscript.lines[0]?.look).toEqual({ align: 'centre', size: 22 });
    expect(manuscript.lines.at(-1)?.look).toMatchObject({ align: 'right' });
    expect(messages(manuscript)).toContain('页码 3 处：— 1 — — 2 — — 3 —');
    expect(messages(manuscript).find((each) => each.startsWith('3 页上重复的页眉'))).toMatch(
      /云岭区教研室文件/,
    );
  });

  it('reads one column after the other', async () => {
    const column = (x: number, word: string): PdfText[] =>
      Array.from({ length: 8 }, (_, line) => ({ text: word.repeat(6), x, y: 700 - line * 24, size: 16 }));
    const title = { text: '教研简报第三期云岭区教研室编', x: 144, y: 760, size: 22 };
    const manuscript = await read([page([...column(74, '左栏'), ...column(310, '右栏'), title, footer(1)])]);
    expect(texts(manuscript)[0]).toBe(title.text);
    expect(texts(manuscript).slice(1).join('')).toBe('左栏'.repeat(48) + '右栏'.repeat(48));
  });

  it('keeps the rows of what looks like a table apart and says so', async () => {
    const row = (line: number, ...cells: string[]): PdfText[] =>
      cells.map((text, index) => at(line, text, index * 9));
    const manuscript = await read([
      page([...paragraph(0), ...row(4, '学校', '任务', '时间'), ...row(5, '一小', '听课', '三月')]),
    ]);
    expect(texts(manuscript).slice(1)).toEqual(['学校  任务  时间', '一小  听课  三月']);
    expect(messages(manuscript)).toContainEqual(expect.stringMatching(/第 1 页像有表格，表格按文字行导入/));
  });

  it('takes spaces out of justified text, but keeps those between words', async () => {
    const spread = Array.from('关于做好工作', (text, index) => at(0, text, index * 1.3));
    const manuscript = await read([page([...spread, at(1, '见 2012 年的 annual report 全文')])]);
    expect(texts(manuscript)).toEqual(['关于做好工作', '见2012年的annual report全文']);
  });

  it('keeps a full-width space that was typed, between names and in headings', async () => {
    const names = ['张某', '李某', '赵某'].map((text, index) => at(1, text, index * 3));
    const manuscript = await read([page([at(0, '第一章'), at(0, '总', 4), at(0, '则', 6), ...names])]);
    expect(texts(manuscript)).toEqual(['第一章　总　则', '张某　李某　赵某']);
  });

  it('begins a paragraph where lines stand further apart, though none is set in', async () => {
    const line = (index: number, y: number, text: string): PdfText => ({ ...at(index, text), y });
    const full = LINE.slice(0, 28);
    const manuscript = await read([
      page([
        ...[line(0, 740, full), line(1, 714, full), line(2, 688, full)],
        ...[line(3, 654, full), line(4, 628, full), line(5, 594, '一、任务'), line(6, 560, full)],
      ]),
    ]);
    expect(texts(manuscript)).toEqual([full.repeat(3), full.repeat(2), '一、任务', full]);
  });

  it('knows a title whose first line fills its width', async () => {
    const first = '云岭区教育局关于进一步加强中小学教学教研';
    const manuscript = await read([
      page([
        { text: first, x: LEFT + 4, y: 740, size: 22 },
        { text: '工作的若干意见', x: LEFT + 147, y: 706, size: 22 },
        ...paragraph(2),
        ...paragraph(5),
      ]),
    ]);
    expect(manuscript.lines[0]).toMatchObject({
      text: `${first}工作的若干意见`,
      look: { align: 'centre', size: 22 },
    });
    expect(texts(manuscript)).toHaveLength(3);
  });

  it('goes on with a word that did not fit into the line above', async () => {
    const manuscript = await read([
      page([at(0, LINE.slice(0, 28)), at(1, LINE.slice(0, 23)), at(2, 'jiaoyan@yunling.example，收。')]),
    ]);
    const mail = 'jiaoyan@yunling.example，收。';
    expect(texts(manuscript)).toEqual([`${LINE.slice(0, 28)}${LINE.slice(0, 23)}${mail}`]);
  });

  it('tells the number below a letterhead from its characters, and a power from a footnote', async () => {
    const raised = (text: string, x: number): PdfText => ({ text, x, y: 640 + 6, size: 9 });
    const manuscript = await read([
      page([
        { text: '云岭区教育局', x: 160, y: 740, size: 45 },
        { text: '云教发〔2013〕', x: 220, y: 712, size: 16 },
        { text: '31', x: 336, y: 712, size: 16 },
        { text: '号', x: 354, y: 712, size: 16 },
        { text: '面积100m', x: LEFT, y: 640, size: 16 },
        raised('2', LEFT + 65),
        { text: '，听课二十节', x: LEFT + 70, y: 640, size: 16 },
        raised('1', LEFT + 70 + 97),
      ]),
    ]);
    expect(texts(manuscript)).toEqual(['云岭区教育局', '云教发〔2013〕31号', '面积100m²，听课二十节']);
    expect(messages(manuscript)).toContain('第 1 页上标的脚注序号：1');
  });

  it('turns radicals into whole characters, and letters joined in one into letters', async () => {
    const manuscript = await read([page([at(0, '⼀、⼯作要求：⻅ﬁle⼾')])]);
    expect(texts(manuscript)).toEqual(['一、工作要求：见file户']);
    expect(messages(manuscript)).toContainEqual(expect.stringMatching(/部首字符换成了通用字（4 种：⼀→一/));
  });

  it('leaves out watermarks, what is printed twice, raised numbers and comments, by name', async () => {
    const manuscript = await read([
      page(
        [
          at(0, '听课二十节'),
          { ...at(0, '1'), x: LEFT + 80, y: 748, size: 8 },
          at(1, '加粗的字'),
          at(1, '加粗的字', 0.02),
          { text: '内部资料', x: 200, y: 300, size: 40, slant: 45 },
        ],
        { comment: '请核对' },
      ),
    ]);
    expect(texts(manuscript)).toEqual(['听课二十节', '加粗的字']);
    expect(messages(manuscript)).toEqual(
      expect.arrayContaining([
        '斜置或侧置的文字（多为水印）：内部资料',
        '同一处重复印的文字：加粗的字',
        '第 1 页上标的脚注序号：1',
        '第 1 页的批注“请核对”：',
      ]),
    );
  });

  it('puts footnotes at the foot of a page behind the text', async () => {
    const manuscript = await read([
      page([...paragraph(0), at(3, LINE.slice(0, 26), 2), { ...at(24, '①以当年数为准。'), size: 10 }]),
      page([at(0, '教学质量。'), ...paragraph(1)]),
    ]);
    expect(texts(manuscript)[1]).toBe(`${LINE.slice(0, 26)}教学质量。`);
    expect(texts(manuscript).at(-1)).toBe('①以当年数为准。');
    expect(messages(manuscript)).toContain('第 1 页页脚的小字（多为脚注）放到了正文末尾');
  });

  it('reads a page that is turned', async () => {
    const turned = Array.from({ length: 3 }, (_, line) => ({
      ...{ text: `第${line + 1}行文字。`, x: 100 + line * 30, y: 100, slant: 90 },
    }));
    const manuscript = await read([page(turned, { rotate: 90 })]);
    expect(texts(manuscript)).toEqual(['第1行文字。', '第2行文字。', '第3行文字。']);
  });

  it('names the pages that are pictures', async () => {
    const manuscript = await read([page([at(0, '云岭区教研室')]), page([], { scanned: true })]);
    expect(messages(manuscript)).toContainEqual(expect.stringMatching(/^第 2 页是扫描图像，没有文字层/));
  });
});

describe('a PDF that cannot be read', () => {
  it('says what it is', async () => {
    expect(await reasonOf(pdfFile([page([], { scanned: true })]))).toMatch(/^发现扫描的 PDF.*改法：.*OCR/);
    expect(await reasonOf(pdfFile([page([])]))).toMatch(/^发现没有文字的 PDF/);
    expect(await reasonOf(pdfFile([page([at(0, '教研')])]).subarray(0, 200))).toMatch(
      /^发现损坏或残缺的 PDF/,
    );
  });

  it('says so of a font without a table of codes', async () => {
    const shifted = Array.from(LINE.repeat(3), (char) =>
      String.fromCharCode(char.charCodeAt(0) - 0x1a00),
    ).join('');
    expect(await reasonOf(pdfFile([page([at(0, shifted)])]))).toMatch(/^发现文字层是乱码.*改法：/);
    expect(await reasonOf(pdfFile([page([at(0, LINE)])], false, 'GBK-EUC-H'))).toMatch(
      /^发现没有嵌入编码表的中文字体（.*GBK-EUC-H/,
    );
  });
});

describe('characters of a PDF', () => {
  it('takes traditional Chinese, English and numbers for language', () => {
    expect(
      isGibberish('國務院關於進一步加強教育工作的決定，各省、自治區、直轄市人民政府應當認真貫徹執行。'),
    ).toBe(false);
    expect(isGibberish('The teaching research office of the district, annual report 2012.')).toBe(false);
    expect(isGibberish('1234567890 1234567890 1234567890 1234567890')).toBe(false);
    expect(isGibberish('\ue001\ue002教'.repeat(20))).toBe(true);
    expect(isGibberish('龘鱻麤靐齉爩鱗麷鼸鑿'.repeat(5))).toBe(true);
  });

  it('leaves whole characters as they are', () => {
    expect(unified('一工见户')).toEqual({ text: '一工见户', radicals: [] });
  });
});
