import { describe, expect, it } from 'vitest';
import { byteWriter, join } from '../../../scripts/fuzz/seeds/byte-writer.ts';
import { compoundFile } from '../../../scripts/fuzz/seeds/compound.ts';
import {
  CHANGE,
  cell,
  type DocContent,
  docFile,
  docStreams,
  plain,
  rowEnd,
} from '../../../scripts/fuzz/seeds/doc.ts';
import { gbk } from '../../../scripts/fuzz/seeds/gbk.ts';
import { unaccounted } from '../../../src/import/account.ts';
import { readDoc } from '../../../src/import/doc/read-doc.ts';
import type { Manuscript } from '../../../src/import/manuscript.ts';

const read = (content: DocContent): Manuscript => {
  const source = readDoc(docFile(content));
  if (!source.ok) throw new Error(source.reason);
  expect(unaccounted(source.manuscript)).toEqual([]);
  return source.manuscript;
};
const texts = ({ lines }: Manuscript): string[] => lines.map(({ text }) => text);
const messages = ({ findings, dropped }: Manuscript): string[] => [
  ...findings.map(({ message }) => message),
  ...dropped.map(({ reason, text }) => `${reason}：${text}`),
];
const reasonOf = (bytes: Uint8Array): string => {
  const source = readDoc(bytes);
  return source.ok ? '' : source.reason;
};

describe('a Word 97-2003 file', () => {
  it('keeps paragraphs, their looks and what the styles say', () => {
    const { lines } = read({
      body: [
        plain('云岭区教研室2012年度工作计划', { style: 2 }),
        plain('一、指导思想', { style: 1 }),
        { runs: [{ text: '提高' }, { text: '教学质量', changes: CHANGE.bold }, { text: '。' }] },
        plain(''),
        plain('二、任务', { style: 1 }),
        plain('　　云岭区教研室', { changes: CHANGE.centred }),
      ],
    });
    expect(lines[0]).toMatchObject({ line: 1, look: { title: true, align: 'centre' } });
    // Two lines have the outermost heading style, so that none of them is the title.
    expect(lines[1]).toMatchObject({ text: '一、指导思想', line: 2, marker: 2 });
    expect(lines[2]).toMatchObject({ text: '提高教学质量。', marks: [{ kind: 'strong', start: 2, end: 6 }] });
    expect(lines[3]).toMatchObject({ line: 4, afterBlank: true });
    expect(lines[4]).toMatchObject({ text: '云岭区教研室', indented: true });
  });

  it('puts the cells of a table under one another, also those that span columns', () => {
    const { lines } = read({
      body: [
        plain('附表'),
        ...[cell('学校'), cell('任务'), cell('时间'), rowEnd([0, 1000, 2000, 3000])],
        ...[plain('一小', { changes: CHANGE.inTable }), cell('二小'), cell('三月'), rowEnd([0, 2000, 3000])],
        plain('结尾。'),
      ],
    });
    const [, table] = lines;
    const rows = table?.solid?.kind === 'table' ? table.solid.rows : [];
    expect(rows.map((row) => row.map((lines) => lines.map(({ text }) => text).join('/')))).toEqual([
      ['学校', '任务', '时间'],
      ['一小/二小', '', '三月'],
    ]);
    expect(lines[2]?.text).toBe('结尾。');
  });

  it('takes text out of a table that only frames it', () => {
    const manuscript = read({
      body: [cell('一、指导思想'), rowEnd([0, 9000]), cell('二、任务'), rowEnd([0, 9000])],
    });
    expect(texts(manuscript)).toEqual(['一、指导思想', '二、任务']);
    expect(messages(manuscript)).toEqual(['只有一列的表格改为正文（2 段）']);
  });

  it('brings footnotes, and boxes at the end, and leaves out headers, comments, deleted and hidden text by name', () => {
    const manuscript = read({
      body: [
        {
          runs: [
            { text: '听课二十节' },
            { text: '\u0002', changes: CHANGE.special },
            { text: '，评课' },
            { text: '若干', changes: CHANGE.deleted },
            { text: '内部', changes: CHANGE.hidden },
            { text: '十次。' },
          ],
        },
      ],
      footnotes: ['以当年数为准。'],
      headers: '云岭区教研室文件',
      comments: '请核对',
      boxes: '抄送各校',
    });
    expect(texts(manuscript)).toEqual(['听课二十节，评课十次。', '抄送各校']);
    expect(manuscript.lines[0]?.footnotes).toEqual([{ at: 5, id: 'footnotes-1' }]);
    expect(manuscript.footnotes.get('footnotes-1')?.map(({ text }) => text)).toEqual(['以当年数为准。']);
    expect(messages(manuscript)).toEqual([
      expect.stringMatching(/文本框里的文字放在了正文末尾/),
      '修订中已删去的文字：若干',
      '隐藏文字：内部',
      '页眉、页脚：云岭区教研室文件',
      '批注：请核对',
    ]);
  });

  it('keeps footnotes that nothing refers to', () => {
    const streams = docStreams({ body: [plain('听课二十节\u0002。')], footnotes: ['以当年数为准。'] });
    const main = Uint8Array.from(streams['WordDocument'] ?? []);
    const mark = main.indexOf(2, 0x800);
    main[mark] = 0x20;
    const tables = Uint8Array.from(streams['1Table'] ?? []);
    const places = new DataView(main.buffer).getUint32(0x9a + 2 * 8, true);
    tables[places] = 99;
    const source = readDoc(compoundFile({ WordDocument: main, '1Table': tables }));
    if (!source.ok) throw new Error(source.reason);
    expect(unaccounted(source.manuscript)).toEqual([]);
    expect(texts(source.manuscript).map((text) => text.replace(' ', ''))).toEqual([
      '听课二十节。',
      '以当年数为准。',
    ]);
    expect(source.manuscript.footnotes.size).toBe(0);
    expect(messages(source.manuscript)).toEqual([
      expect.stringMatching(/^正文里找不到序号的脚注放在了正文末尾/),
    ]);
  });

  it('shows the results of fields, with their links, and automatic numbers', () => {
    const link = '\u0013 HYPERLINK "https://example.org/a" \u0014办法\u0015';
    const manuscript = read({
      body: [
        plain(`见${link}和\u0013 REF 指令 \u0014结果\u0015。`),
        plain('加强领导', { changes: CHANGE.numbered }),
        plain('落实经费', { changes: CHANGE.numbered }),
      ],
    });
    expect(manuscript.lines[0]).toMatchObject({
      text: '见办法和结果。',
      marks: [{ kind: 'link', start: 1, end: 3, href: 'https://example.org/a' }],
    });
    expect(manuscript.lines[1]).toMatchObject({ text: '一、加强领导', generated: 2 });
    expect(texts(manuscript)[2]).toBe('二、落实经费');
  });

  it('never links what a page may not link to', () => {
    const { lines } = read({ body: [plain('见\u0013 HYPERLINK "javascript:alert(1)" \u0014办法\u0015。')] });
    expect(lines[0]).toMatchObject({ text: '见办法。' });
    expect(lines[0]?.marks).toBeUndefined();
  });

  it('keeps what fields show of their own code, and the readings in the report', () => {
    const manuscript = read({
      body: [
        plain('\u0013 eq \\o\\ac(○,1)\u0015组织培训；'),
        plain('\u0013 EQ \\* jc3 \\* "Font:宋体" \\* hps22 \\o\\al(\\s\\up 10(qù),趣)\u0015味课堂(甲)。'),
      ],
    });
    expect(texts(manuscript)).toEqual(['①组织培训；', '趣味课堂(甲)。']);
    expect(messages(manuscript)).toEqual(['注音：qù']);
  });

  it('leaves out contents that the program made', () => {
    const page = '\u0013 PAGEREF _Toc1 \\h \u00141\u0015';
    const manuscript = read({
      body: [
        plain(`\u0013 TOC \\o "1-3" \u0014一、概况\t${page}`),
        plain('二、打算\t2\u0015'),
        plain('一、概况', { style: 1 }),
      ],
    });
    expect(texts(manuscript)).toEqual(['一、概况']);
    expect(messages(manuscript)).toEqual(['目录：一、概况 1二、打算 2']);
  });

  it('keeps insertions that nobody has accepted, and says so', () => {
    const manuscript = read({
      body: [{ runs: [{ text: '听课' }, { text: '十节', changes: CHANGE.inserted }] }],
    });
    expect(texts(manuscript)).toEqual(['听课十节']);
    expect(messages(manuscript)).toEqual([expect.stringMatching(/^有未处理的修订：插入“十节”，已收入/)]);
  });

  it('puts a text that was saved fast back in order, with its formatting', () => {
    const body = Array.from({ length: 40 }, (_, index) => ({
      runs: [{ text: `第${index}项` }, { text: '任务', changes: CHANGE.bold }, { text: '完成。' }],
    }));
    const whole = read({ body });
    const pieced = read({ body, pieces: 7 });
    expect(texts(pieced)).toEqual(texts(whole));
    expect(pieced.lines.map(({ marks }) => marks)).toEqual(whole.lines.map(({ marks }) => marks));
  });

  it('says what of pictures and symbols is lost', () => {
    const manuscript = read({
      body: [
        {
          runs: [
            { text: '图一' },
            { text: '\u0001', changes: CHANGE.special },
            { text: '(', changes: join(CHANGE.special, Uint8Array.of(0x09, 0x6a, 0, 0, 0xfc, 0xf0)) },
            { text: '(甲)' },
          ],
        },
      ],
    });
    expect(texts(manuscript)).toEqual(['图一(甲)']);
    expect(messages(manuscript)).toEqual([
      expect.stringMatching(/^图片、图形或公式 1 处没有带过来/),
      expect.stringMatching(/^符号字体的符号 1 个/),
    ]);
  });
});

describe('a Word file that cannot be read', () => {
  const content: DocContent = { body: [plain('云岭区教研室'.repeat(500))] };

  it('names the password', () => {
    expect(reasonOf(docFile({ ...content, flags: 0x100 }))).toMatch(/^发现有打开密码的.*，应为.*改法：/);
  });

  it('is refused when part of its text is gone', () => {
    const whole = docFile(content);
    expect(reasonOf(whole.subarray(0, 4_000))).toMatch(/^发现.*，应为.*改法：/);
    const streams = docStreams(content);
    const cut = {
      ...streams,
      WordDocument: (streams['WordDocument'] ?? new Uint8Array()).subarray(0, 4_200),
    };
    expect(reasonOf(compoundFile(cut))).toMatch(/^发现残缺的 \.doc 文件（应有 \d+ 个字符，读到 \d+ 个）/);
  });

  it('is refused when it has no text', () => {
    expect(reasonOf(docFile({ body: [plain('')] }))).toMatch(/^发现没有文字的/);
  });

  it('ends on chains of sectors that go round', () => {
    const bytes = docFile(content);
    for (let at = 512; at + 4 <= bytes.length; at += 512) {
      const looped = Uint8Array.from(bytes);
      // Every number of a sector becomes 1: chains go round, tables point at themselves.
      for (let word = at; word < at + 512; word += 4) looped.set([1, 0, 0, 0], word);
      const source = readDoc(looped);
      if (!source.ok) expect(source.reason).toMatch(/改法：/);
    }
  });
});

describe('a file of Word 6 or 95', () => {
  const old = (flags: number): Uint8Array => {
    const text = gbk(
      '云岭区教研室2012年度工作计划\r提高教学质量。\u0007\u0007\u0013PAGE\u00141\u0015结尾。\r',
    );
    const stream = byteWriter(0x300 + text.length);
    stream.u16(0, 0xa5dc);
    stream.u16(2, 104);
    stream.u16(0x0a, flags);
    stream.u32(0x18, 0x300);
    stream.u32(0x1c, 0x300 + text.length);
    stream.u32(0x34, text.length);
    stream.put(0x300, text);
    return compoundFile({ WordDocument: stream.bytes });
  };

  it('gives its text, read as GBK, and says that it is no more than that', () => {
    const source = readDoc(old(0));
    if (!source.ok) throw new Error(source.reason);
    expect(texts(source.manuscript)).toEqual(['云岭区教研室2012年度工作计划', '提高教学质量。', '1结尾。']);
    expect(messages(source.manuscript)).toEqual([expect.stringMatching(/只读出正文文字/)]);
  });

  it('is refused when it was saved fast', () => {
    expect(reasonOf(old(4))).toMatch(/^发现 ?Word 6 或 Word 95.*，应为.*改法：.*另存为/);
  });
});
