import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, placeBlocks } from '../../../src/core/clauses.ts';
import { parseAttachmentMark, parseOrdinal } from '../../../src/core/ordinals.ts';

const heading = (text: string, depth = 2): Block => ({ text, depth });
const paragraph = (text: string): Block => ({ text });
const cell = (text: string): Block => ({ text, inert: true });
const labels = (blocks: Block[]): string[] =>
  placeBlocks(blocks).flatMap(({ clause }) => clause?.label ?? []);

describe('parseOrdinal', () => {
  it.each([
    ['一、指导思想', 'part', 1],
    ['十二、附则', 'part', 12],
    ['（三）搭建平台', 'section', 3],
    ['(三)搭建平台', 'section', 3],
    ['三)搭建平台', 'section', 3],
    ['6.完善机制', 'item', 6],
    ['６．完善机制', 'item', 6],
    ['6、完善机制', 'item', 6],
    ['（2）分工', 'subitem', 2],
    ['第十二条 学校', 'article', 12],
    ['第三章 附则', 'chapter', 3],
    ['　　第一条　为了', 'article', 1],
  ])('%s', (text, level, number) => {
    expect(parseOrdinal(text)).toEqual({ level, number });
  });

  it.each([
    '一是组织好培训',
    '一、二年级语文',
    '三、四、五年级数学',
    '三、四月份安排',
    '3、4年级',
    '2.5万元',
    '2011年工作',
    '第三批合格课',
    '三讲三比',
    '一年来，',
  ])('%s is no ordinal', (text) => {
    expect(parseOrdinal(text)).toBeUndefined();
  });
});

describe('placeBlocks', () => {
  it('tells apart items with the same number in two parts', () => {
    const placed = placeBlocks([
      heading('二、工作目标'),
      paragraph('6.加强教研'),
      heading('三、主要措施'),
      heading('（二）深入评估'),
      paragraph('6.完善机制'),
      paragraph('该项工作分阶段开展。'),
    ]);
    expect(placed.map(({ id }) => id)).toEqual(['s2', 's2-i6', 's3', 's3-2', 's3-2-i6', 's3-2-i6-p2']);
    expect(placed.map(({ within }) => within?.label)).toEqual([
      '第二部分',
      '第二部分第6条',
      '第三部分',
      '第三部分（二）',
      '第三部分第6条',
      '第三部分第6条',
    ]);
  });

  it('names the section where an item number occurs twice in one part', () => {
    const placed = placeBlocks([
      heading('一、安排'),
      heading('（一）上半年'),
      paragraph('1.听课'),
      heading('（二）下半年'),
      paragraph('1.评课'),
    ]);
    expect(placed.flatMap(({ clause }) => clause?.label ?? [])).toEqual([
      '第一部分',
      '第一部分（一）',
      '第一部分（一）第1条',
      '第一部分（二）',
      '第一部分（二）第1条',
    ]);
  });

  it('counts articles through chapters', () => {
    const placed = placeBlocks([
      heading('第一章 总则'),
      paragraph('第一条 目的。'),
      paragraph('第二款文字。'),
      paragraph('（一）第一项；'),
      heading('第二章 附则'),
      paragraph('第二条 施行。'),
    ]);
    expect(placed.map(({ id }) => id)).toEqual(['ch1', 'art1', 'art1-p2', 'art1-sub1', 'ch2', 'art2']);
    expect(placed[3]?.clause?.label).toBe('第一条第（一）项');
  });

  it('gives every block an id of its own even when numbers repeat', () => {
    const placed = placeBlocks([heading('一、甲'), heading('一、乙'), heading('一、丙'), paragraph('文')]);
    expect(placed.map(({ id }) => id)).toEqual(['s1', 's1-x2', 's1-x3', 's1-x3-p1']);
  });

  it('numbers the paragraphs before the first clause', () => {
    const placed = placeBlocks([paragraph('各校：'), paragraph('现印发如下。')]);
    expect(placed).toEqual([
      { id: 'p1', within: undefined },
      { id: 'p2', within: undefined },
    ]);
  });

  it('begins anew in an attachment and says so', () => {
    const blocks = [
      heading('一、总体要求'),
      paragraph('1.听课'),
      paragraph('附件1'),
      heading('一、评分办法'),
      paragraph('1.听课'),
    ];
    expect(labels(blocks)).toEqual([
      '第一部分',
      '第一部分第1条',
      '附件1',
      '附件1第一部分',
      '附件1第一部分第1条',
    ]);
    expect(placeBlocks(blocks).map(({ id }) => id)).toEqual(['s1', 's1-i1', 'att1', 'att1-s1', 'att1-s1-i1']);
  });

  it('takes the list of attachments at the end of a letter for no attachment', () => {
    expect(labels([heading('一、安排'), paragraph('附件：1.听课表')])).toEqual(['第一部分']);
  });

  it('ends a part at an unnumbered heading of its rank and names the heading where a label would repeat', () => {
    const blocks = [
      heading('一、安排'),
      paragraph('1.听课'),
      heading('说明'),
      heading('一、范围'),
      paragraph('1.全区'),
    ];
    expect(labels(blocks)).toEqual([
      '第一部分',
      '第一部分第1条',
      '“说明”',
      '“说明”第一部分',
      '“说明”第一部分第1条',
    ]);
  });

  it('leaves numbers in tables, footnotes and quotations alone', () => {
    const placed = placeBlocks([heading('二、安排'), cell('一、上午'), paragraph('1.听课')]);
    expect(placed.map(({ clause }) => clause?.label)).toEqual(['第二部分', undefined, '第二部分第1条']);
  });

  it('never gives two clauses one label or two blocks one id', () => {
    const text = fc.constantFrom(
      '一、甲',
      '二、乙',
      '（一）丙',
      '1.丁',
      '2.戊',
      '（1）己',
      '第一条 庚',
      '第一章 辛',
      '附件1',
      '附件',
      '说明',
      '正文',
    );
    const block = fc.record({
      text,
      depth: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      inert: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), (blocks) => {
        const placed = placeBlocks(blocks);
        const all = placed.flatMap(({ clause }) => clause?.label ?? []);
        expect(new Set(all).size).toBe(all.length);
        expect(new Set(placed.map(({ id }) => id)).size).toBe(placed.length);
      }),
    );
  });
});

describe('parseAttachmentMark', () => {
  it.each([
    ['附件', 1],
    ['附件2', 2],
    ['附件 ３：', 3],
    ['附件四', 4],
  ])('%s', (text, number) => expect(parseAttachmentMark(text)).toBe(number));
  it.each(['附件：1.听课表', '附件见后', '附件2的要求'])('%s is none', (text) =>
    expect(parseAttachmentMark(text)).toBeUndefined(),
  );
});
