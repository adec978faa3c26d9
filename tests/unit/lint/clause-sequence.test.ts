import { describe, expect, test } from 'vitest';
import { clauseMark } from '../../../src/lint/clause-marks.ts';
import { type SequenceLine, sequenceFaults } from '../../../src/lint/clause-sequence.ts';
import { quotedPassages } from '../../../src/lint/quoted-passages.ts';

/** Lines as the rule makes them: `#` heads a line, `附件` begins an attachment. */
function faults(...texts: string[]): string[] {
  const lines = texts.map((text): SequenceLine => {
    const heading = text.startsWith('#');
    const plain = text.replace(/^#+ /, '');
    if (plain.startsWith('附件')) return { text: plain, kind: 'attachment' };
    const mark = clauseMark(plain, heading);
    if (mark) return { text: plain, mark, kind: 'numbered' };
    return { text: plain, kind: heading ? 'heading' : 'plain' };
  });
  return sequenceFaults(lines).map(({ line, kind, missing }) =>
    `${line} ${kind} ${missing.join(',')}`.trim(),
  );
}

describe('clauseMark', () => {
  test.each([
    ['一、目标', '一、', 1],
    ['二十一、目标', '一、', 21],
    ['（十）目标', '（一）', 10],
    ['一)目标', '（一）', 1],
    ['１．目标', '1.', 1],
    ['12、目标', '1、', 12],
    ['(3)目标', '（1）', 3],
    ['3)目标', '1）', 3],
    ['③目标', '①', 3],
    ['第一百零二条 目标', '第一条', 102],
    ['第十二章　目标', '第一章', 12],
  ])('%s', (text, style, number) => {
    expect(clauseMark(text, false)).toMatchObject({ style, number });
  });

  test.each([
    '一、二年级语文',
    '三、四月份',
    '3.5万元',
    '1、2月份',
    '2012.3.1',
    '第三条规定的情形',
    '第一批名单',
    '一是加强领导',
    '十分重要',
    '（见附件）',
  ])('%s numbers nothing', (text) => {
    expect(clauseMark(text, false)).toBeUndefined();
  });

  test('in a heading no space need follow', () => {
    expect(clauseMark('第四章粮食流通', true)).toMatchObject({ number: 4 });
    expect(clauseMark('第十条之一 甲', false)).toMatchObject({ number: 10, suffix: 1 });
  });
});

describe('what is wrong', () => {
  test.each([
    ['skipped', ['一、甲', '二、乙', '四、丁'], ['2 gap 3']],
    ['skipped over body text', ['一、甲', '正文', '三、丙'], ['2 gap 2']],
    ['repeated', ['（一）甲', '（一）乙'], ['1 repeat']],
    ['repeated over body text', ['# 一、甲', '正文。', '# 一、乙'], ['2 repeat']],
    ['repeated later', ['1.甲', '2.乙', '正文', '2.丙'], ['3 repeat']],
    ['going back', ['1.甲', '2.乙', '3.丙', '2.丁'], ['3 back']],
    ['back to one at once', ['1.甲', '2.乙', '1.丙'], ['2 back']],
    ['articles', ['第三条 甲', '第五条 乙'], ['0 start 1,2', '1 gap 4']],
    ['chapters', ['# 第一章 甲', '第一条 乙', '# 第三章 丙', '第二条 丁'], ['2 gap 2']],
    ['sections of a chapter', ['# 第一章 甲', '# 第一节 乙', '# 第三节 丙'], ['2 gap 2']],
    ['circled', ['①甲', '②乙', '④丁'], ['2 gap 3']],
    ['the second first', ['# 一、甲', '（二）乙'], ['1 start 1']],
    ['之二 without 之一', ['第一条 甲', '第一条之二 乙'], ['1 repeat']],
    ['two at once, told once each', ['1.甲', '3.丙', '2.乙', '4.丁'], ['1 gap 2', '2 back']],
    [
      'a parent skipped, its children not',
      ['一、甲', '（一）乙', '（二）丙', '三、丁', '（一）戊'],
      ['3 gap 2'],
    ],
  ])('%s', (_name, texts, expected) => {
    expect(faults(...texts)).toEqual(expected);
  });
});

describe('what is legitimate', () => {
  test.each([
    ['running on across parts', ['# 一、甲', '# （一）乙', '1.丙', '2.丁', '# （二）戊', '3.己', '4.庚']],
    ['beginning anew under a new parent', ['（一）甲', '1.乙', '2.丙', '（二）丁', '1.戊']],
    ['beginning anew after a plain line', ['1.甲', '2.乙', '下半年：', '1.丙', '2.丁']],
    ['articles across chapters', ['# 第一章 甲', '第一条 乙', '# 第二章 丙', '第二条 丁']],
    ['chapters counted anew in each part', ['# 第一编 甲', '# 第一章 乙', '# 第二编 丙', '# 第一章 丁']],
    ['第十条之一', ['第一条 甲', '第一条之一 乙', '第一条之二 丙', '第二条 丁']],
    ['a number inside a paragraph', ['（一）甲；（二）乙；', '（三）丙。']],
    ['a first number inside the heading', ['# 一、措施（一）甲', '（二）乙']],
    ['a table of contents', ['第一章 甲', '第二章 乙', '# 第一章 甲', '第一条 丙', '# 第二章 乙']],
    ['an attachment', ['一、甲', '二、乙', '附件', '一、丙']],
    ['a list of attachments', ['1.甲', '附件：1．乙', '2．丙', '3．丁']],
    ['sub-items before sub-parts', ['一、甲', '1.乙', '2.丙', '（一）丁', '1.戊', '（二）己', '1.庚']],
    ['items that hold （一）', ['1.甲', '（一）乙', '（二）丙', '2.丁', '（一）戊']],
  ])('%s', (_name, texts) => {
    expect(faults(...texts)).toEqual([]);
  });

  test('Han numerals of every form', () => {
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    expect(faults(...numerals.map((numeral) => `${numeral}、甲`))).toEqual([]);
    expect(
      faults('第九十九条 甲', '第一百条 甲', '第一百零一条 甲', '第一百〇二条 甲').filter(
        (fault) => !fault.startsWith('0'),
      ),
    ).toEqual([]);
  });
});

test('the number of a paper of the old kind is no mark', () => {
  expect(clauseMark('(81)国发23号', false)).toBeUndefined();
  expect(clauseMark('(81)国发展', false)).toMatchObject({ style: '（1）', number: 81 });
});

test('a quotation over paragraphs is left to itself; a mark without its partner hides nothing', () => {
  expect([...quotedPassages(['修改为：', '“第三条 甲', '第九条 乙', '丙。”', '第四条'])]).toEqual([2, 3]);
  expect([...quotedPassages(['“甲', '“乙', '“丙”', '丁'])]).toEqual([1, 2]);
  expect([...quotedPassages(['“甲', '乙', '丙'])]).toEqual([]);
});
