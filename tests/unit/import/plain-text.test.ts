import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../scripts/import-score/encode-gb18030.ts';
import type { Manuscript } from '../../../src/import/manuscript.ts';
import { readText } from '../../../src/import/read-text.ts';

function read(
  text: string,
  encode: (text: string) => Uint8Array = (each) => new TextEncoder().encode(each),
): Manuscript {
  const source = readText(encode(text), '通知.txt');
  if (!source.ok) throw new Error(source.reason);
  return source.manuscript;
}

const messages = ({ findings }: Manuscript): string =>
  findings.map(({ line, message }) => `${line} ${message}`).join('\n');

describe('plain text', () => {
  it('is cut at every kind of line end, and loses marks of order within it', () => {
    const { lines } = read('甲。\r乙。\r\n丙。\n丁。\f戊。\u2028己\ufeff。');
    expect(lines.map(({ text }) => text)).toEqual(['甲。', '乙。', '丙。', '丁。', '戊。', '己。']);
  });

  it('keeps drawn tables as text, and says so', () => {
    const drawn = read('人数表\n┌──┬──┐\n│甲│乙│\n└──┴──┘');
    expect(drawn.lines).toHaveLength(4);
    expect(messages(drawn)).toContain('2 从这里起像是用制表线排成的表格');
    expect(messages(read('表\n甲\t乙\t丙\n1\t2\t3\n4\t5\t6'))).toContain(
      '2 从这里起像是用空格或制表符排成的表格',
    );
    expect(messages(read('甲\t乙\n正文。'))).not.toContain('排成的表格');
  });

  it('points at characters of a private code, and at those lost before it was saved', () => {
    expect(messages(read('各校教师工作认真，姓名：\ue000', encodeGb18030Private))).toContain('专用区字符');
    expect(messages(read('云岭区锟斤拷锟斤拷工作计划'))).toContain('1 有“锟斤拷”一类的乱码');
  });

  it('drops what a web page has around its text, but nothing within it', () => {
    const { lines, dropped } = read(
      '当前位置：首页 > 通知\n关于工作的通知\n各校：\n正文一。\n正文二。\n正文三。\n打印\n正文四。\n正文五。\n正文六。\n正文七。\n正文八。\n正文九。\n上一篇：没有了',
    );
    expect(dropped.map(({ text }) => text)).toEqual(['当前位置：首页 > 通知', '上一篇：没有了']);
    expect(lines.map(({ text }) => text)).toContain('打印');
  });
});

/** GB18030 with AAA1, the first of the codes that users fill, for U+E000. */
function encodeGb18030Private(text: string): Uint8Array {
  const [before = ''] = text.split('\ue000');
  return Uint8Array.from([...encodeGb18030(before), 0xaa, 0xa1]);
}
