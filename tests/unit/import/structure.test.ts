import { describe, expect, it } from 'vitest';
import { makeBlocks } from '../../../src/import/blocks.ts';
import { joinParagraphs } from '../../../src/import/join.ts';
import { sourceLines } from '../../../src/import/lines.ts';
import { numberingOf } from '../../../src/import/numbering.ts';
import { splitDocuments } from '../../../src/import/split.ts';
import { lostBrackets, unpairedBrackets } from '../../../src/import/supply.ts';

const paragraphs = (text: string): string[] =>
  joinParagraphs(sourceLines(text, false).lines).paragraphs.map((paragraph) => paragraph.text);

const outline = (text: string): string[] =>
  makeBlocks(joinParagraphs(sourceLines(text, false).lines).paragraphs).blocks.map((block) => {
    if (block.kind !== 'text') return block.kind;
    const text = block.pieces.map((piece) => (piece.supplied ? `<${piece.text}>` : piece.text)).join('');
    return `${block.level ?? '-'} ${text}`;
  });

describe('numberingOf', () => {
  it.each([
    ['一、指导思想', 'part'],
    ['十二、附则', 'part'],
    ['（一）分类推进', 'section'],
    ['(二)深入', 'section'],
    ['1.抓好', 'item'],
    ['12．抓好', 'item'],
    ['3、抓好', 'item'],
    ['（1）听课', 'subitem'],
    ['①听课', 'subitem'],
    ['第一条 为了', 'article'],
    ['第十二条之一 为了', 'article'],
    ['第二章 总则', 'chapter'],
    ['第三节 备课', 'chapterSection'],
    ['第一章总　则', 'chapter'],
    ['第二章规划与建设', 'chapter'],
    ['第三节起诉', 'chapterSection'],
    ['第一部分 总体思路', 'book'],
  ])('%s is a %s', (text, kind) => {
    expect(numberingOf(text)).toMatchObject({ kind, lostBracket: false });
  });

  it('knows a section that lost its bracket', () => {
    expect(numberingOf('三)搭建平台')).toEqual({ kind: 'section', label: '三)', lostBracket: true });
  });

  it.each([
    '第一章规定了范围',
    '第一部分是总体思路',
    '第一节课',
    '(81)国发23号',
    '2012.5是一个数',
    '一年来',
    '第一条线索很清楚',
    '三中全会',
    '1234.不是条目',
    '',
  ])('%s is none', (text) => {
    expect(numberingOf(text)).toBeUndefined();
  });
});

describe('lostBrackets', () => {
  it('supplies 《 only where a title can begin in one place', () => {
    expect(lostBrackets('学习《甲规范》、乙规范实施意见》等').supplies).toMatchObject([
      { at: 8, text: '《' },
    ]);
    expect(lostBrackets('学习《甲规范》和乙规范实施意见》等').supplies).toMatchObject([
      { at: 8, text: '《' },
    ]);
    const doubtful = lostBrackets('认真学习乙规范实施意见》等');
    expect(doubtful.supplies).toEqual([]);
    expect(doubtful.unpaired).toEqual([{ at: 11, text: '》' }]);
  });

  it('pairs brackets of different width and leaves nested ones alone', () => {
    expect(unpairedBrackets('《关于〈甲（试行)〉的通知》(云教发〔2012〕5号）')).toEqual([]);
  });
});

describe('joinParagraphs', () => {
  it('joins within brackets and after commas, never before a number', () => {
    expect(paragraphs('开展(甲;\n\n乙)活动。')).toEqual(['开展(甲;乙)活动。']);
    expect(paragraphs('甲、\n乙。')).toEqual(['甲、乙。']);
    expect(paragraphs('有以下工作，\n1.甲。')).toEqual(['有以下工作，', '1.甲。']);
    expect(paragraphs('（甲\n一)乙。')).toEqual(['（甲', '一)乙。']);
  });

  it('leaves a text alone that is not hard-wrapped', () => {
    const text = '甲乙丙丁\n戊己庚辛\n壬癸子丑\n寅卯辰巳';
    expect(paragraphs(text)).toEqual(text.split('\n'));
  });

  it('puts back the space between two Latin words only', () => {
    expect(paragraphs('学习（ABC\nDEF）等')).toEqual(['学习（ABC DEF）等']);
  });
});

describe('headings', () => {
  it('are those numbers that lead a text', () => {
    expect(outline('一、甲\n正文。\n（一）乙\n正文。\n二、丙\n正文。')).toEqual([
      '2 一、甲',
      '- 正文。',
      '3 （一）乙',
      '- 正文。',
      '2 二、丙',
      '- 正文。',
    ]);
    expect(outline('一、甲\n二、乙\n三、丙')).toEqual(['- 一、甲', '- 二、乙', '- 三、丙']);
  });

  it('stand in one line where the source has number and name in two', () => {
    expect(outline('第一章\n总则\n第一条 为了甲。\n第二章\n职　责\n第二条 为了乙。')).toEqual([
      '2 第一章　总则',
      '- 第一条 为了甲。',
      '2 第二章　职　责',
      '- 第二条 为了乙。',
    ]);
    expect(outline('第一章\n本章说明范围。')).toEqual(['2 第一章', '- 本章说明范围。']);
  });

  it('are not what goes on with its text behind a colon', () => {
    expect(outline('一、思想：以质量为中心。\n二、措施\n（一）甲\n正文。')).toEqual([
      '- 一、思想：以质量为中心。',
      '2 二、措施',
      '3 （一）甲',
      '- 正文。',
    ]);
  });

  it('are no entries of a table of contents, though it has page numbers', () => {
    const listed =
      '目录\n第一章 总则 1\n第二章 运输站（场）8\n第一章 总则\n第一条 甲。\n第二章 运输站（场）\n第二条 乙。';
    expect(outline(listed).filter((line) => !line.startsWith('-'))).toEqual([
      '2 第一章 总则',
      '2 第二章 运输站（场）',
    ]);
  });

  it('begin at level 2 whatever the outermost number is', () => {
    expect(outline('一)甲\n正文。\n二)乙\n正文。')[0]).toBe('2 <（>一）甲');
  });

  it('never are short lines without a number, but the report names them', () => {
    const found = (text: string): string[] =>
      makeBlocks(joinParagraphs(sourceLines(text, false).lines).paragraphs).findings.map(
        ({ line, message }) => `${line} ${message}`,
      );
    const text = '指导思想\n全面落实立德树人的根本任务。\n工作任务\n抓好常规教研活动。';
    expect(outline(text).every((block) => block.startsWith('- '))).toBe(true);
    expect(found(text)).toEqual([
      '1 从“指导思想”起有 2 个没有序数的短段像小标题，没有作标题；是标题的，在行首加“## ”',
    ]);
    expect(found('一、指导思想\n全面落实根本任务。\n工作任务\n抓好常规教研活动。')).toEqual([]);
    expect(found('各校要做好工作。\n云岭区教研室\n2012年3月5日')).toEqual([]);
  });

  it('never are the items of an article', () => {
    expect(
      outline('第一条 下列情形：\n（一）甲\n说明。\n（二）乙\n说明。').filter(
        (line) => !line.startsWith('-'),
      ),
    ).toEqual([]);
  });
});

describe('splitDocuments', () => {
  const split = (text: string): number => splitDocuments(sourceLines(text, false).lines).documents.length;

  it('cuts collected working papers', () => {
    expect(split('云岭区教研室工作计划\n正文。\n云岭区教研室工作总结\n正文。')).toBe(2);
  });

  it.each([
    ['a notice that carries a plan', '关于印发计划的通知\n正文。\n云岭区教研室工作计划\n正文。'],
    ['a part of the text', '云岭区教研室工作总结\n正文。\n教研室下一步工作计划\n正文。'],
    ['a year without an office', '云岭区教研室工作总结\n正文。\n2013年工作计划\n正文。'],
    ['an unfinished sentence above', '云岭区教研室工作总结\n制定了\n云岭区教研室工作计划\n等文件。'],
    ['an attachment', '云岭区教研室工作总结\n正文。\n附件：\n云岭区教研室工作计划\n正文。'],
    ['a list of titles', '云岭区教研室工作总结\n正文。\n云岭区教研室工作计划\n云岭区教研室工作总结'],
  ])('does not cut at %s', (_, text) => {
    expect(split(text)).toBe(1);
  });
});

describe('depths of headings', () => {
  it('are ranks: 编, 分编, 章, 节, 一、 and （一）, whichever a text has', () => {
    const code =
      '第一编 总则\n第一分编 通则\n第一章 目的\n第一节 范围\n第一条 为了发展教育，制定本法。\n第二章附则\n第二条 本法自公布之日起施行。';
    expect(outline(code).map((line) => line.slice(0, 7))).toEqual([
      '2 第一编 总',
      '3 第一分编 ',
      '4 第一章 目',
      '5 第一节 范',
      '- 第一条 为',
      '4 第二章附则',
      '- 第二条 本',
    ]);
    expect(outline('第一章 教学\n一、备课\n各校要认真备课。\n（一）集体\n每周一次。')).toEqual([
      '2 第一章 教学',
      '3 一、备课',
      '- 各校要认真备课。',
      '4 （一）集体',
      '- 每周一次。',
    ]);
  });

  it('follow the marks of the source, and numbered lines without marks go with their like', () => {
    const { lines } = sourceLines('## 甲\n#### 一、乙\n正文。\n###### 丙\n正文。\n二、丁\n正文。', true);
    const { blocks } = makeBlocks(joinParagraphs(lines).paragraphs);
    expect(blocks.map((block) => (block.kind === 'text' ? block.level : undefined))).toEqual([
      2,
      3,
      undefined,
      4,
      undefined,
      3,
      undefined,
    ]);
  });

  it('never count a table of contents', () => {
    const law =
      '目　录\n第一章　总则……1\n第二章　附则……2\n第一章　总则\n第一条　为了发展教育，制定本法。\n第二章　附则\n第二条　本法自公布之日起施行。';
    expect(outline(law).filter((line) => !line.startsWith('-'))).toEqual([
      '2 第一章　总则',
      '2 第二章　附则',
    ]);
  });

  it('leave items of articles and sentences about chapters alone', () => {
    const law =
      '第一条 有下列情形的：\n（一）甲。\n（二）乙。\n第二条 其他。\n第一章规定的事项，由教研室解释。\n第一节课由教研员听。';
    expect(outline(law).every((line) => line.startsWith('-'))).toBe(true);
  });

  it('take 一、 for headings where articles stand below them', () => {
    expect(outline('一、管辖\n第一条 由区里管辖。\n二、附则\n第二条 自公布之日起施行。')[0]).toBe(
      '2 一、管辖',
    );
  });
});
