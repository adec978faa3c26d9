import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../src/import/number-format.ts';
import { type DocxParts, p, r, style } from '../../../support/docx-builder.ts';
import { readParts, saidOf, textsOf } from '../../../support/docx-manuscript.ts';

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const numPr = (id: number | string, at?: number): string =>
  `<w:numPr>${at === undefined ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${id}"/></w:numPr>`;
const item = (text: string, id: number, at = 0): string => p(r(text), numPr(id, at));
const startAt = (at: number, value: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;

const OFFICIAL = abstract(
  0,
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3．'),
  level(3, 'decimal', '（%4）'),
);

describe('automatic numbering', () => {
  it('counts the levels of official papers, and marks what it adds', () => {
    const numbering = OFFICIAL + num(1, 0);
    const body =
      item('目标', 1) +
      item('甲', 1, 1) +
      item('乙', 1, 1) +
      item('丙', 1, 2) +
      item('措施', 1) +
      item('丁', 1, 1);
    const { lines } = readParts({ numbering, body });
    expect(lines.map(({ text, generated }) => [text, generated])).toEqual([
      ['一、目标', 2],
      ['（一）甲', 3],
      ['（二）乙', 3],
      ['1．丙', 2],
      ['二、措施', 2],
      ['（一）丁', 3],
    ]);
  });

  it('goes on where numberings share one abstract numbering, and begins anew where told', () => {
    const numbering = OFFICIAL + num(1, 0) + num(2, 0) + num(3, 0, startAt(0, 5));
    const body = [item('甲', 1), item('乙', 2), item('丙', 3), item('丁', 3), item('戊', 1)].join('');
    expect(textsOf(body, { numbering })).toEqual(['一、甲', '二、乙', '五、丙', '六、丁', '七、戊']);
  });

  it('restarts levels as they say', () => {
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '第%1章'),
        level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
        level(2, 'decimal', '%3)', '<w:lvlRestart w:val="0"/>'),
        level(3, 'lowerLetter', '%4.', '<w:lvlRestart w:val="1"/>'),
      ) + num(1, 0);
    const body = [
      item('总则', 1),
      item('甲', 1, 1),
      item('子', 1, 2),
      item('天', 1, 3),
      item('乙', 1, 1),
      item('丑', 1, 2),
      item('地', 1, 3),
      item('附则', 1),
      item('寅', 1, 2),
      item('人', 1, 3),
    ].join('');
    expect(textsOf(body, { numbering })).toEqual([
      '第一章　总则',
      '1.1 甲',
      '1)子',
      'a.天',
      '1.2 乙',
      '2)丑',
      'b.地',
      '第二章　附则',
      '3)寅',
      'a.人',
    ]);
  });

  it('numbers paragraphs through their styles, and stops where told', () => {
    const styles =
      style('h1', 'heading 1', `<w:pPr>${numPr(1)}</w:pPr>`) +
      style('h2', 'heading 2', `<w:basedOn w:val="h1"/><w:pPr>${numPr(1)}</w:pPr>`) +
      style('a', 'a', '<w:basedOn w:val="b"/>') +
      style('b', 'b', '<w:basedOn w:val="a"/>');
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h1"/>'),
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="h2"/>'),
      ) + num(1, 0);
    const styled = (text: string, id: string, more = ''): string =>
      p(r(text), `<w:pStyle w:val="${id}"/>${more}`);
    const body = [
      styled('目标', 'h1'),
      styled('甲', 'h2'),
      styled('不编号', 'h1', numPr(0)),
      styled('措施', 'h1'),
      styled('绕圈的样式', 'a'),
    ].join('');
    const { lines } = readParts({ styles, numbering, body });
    expect(lines.map(({ text, marker }) => [text, marker])).toEqual([
      ['一、目标', 2],
      ['（一）甲', 3],
      ['不编号', 2],
      ['二、措施', 2],
      ['绕圈的样式', undefined],
    ]);
  });

  it('follows numbering styles, and replaced levels', () => {
    const styles = style('ls', 'list', `<w:pPr>${numPr(2)}</w:pPr>`, 'numbering');
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="ls"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="ls"/>${level(0, 'decimal', '%1、')}</w:abstractNum>` +
      num(1, 0) +
      num(2, 1) +
      num(3, 1, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1．')}</w:lvlOverride>`);
    expect(textsOf(item('甲', 1) + item('乙', 2) + item('丙', 3), { styles, numbering })).toEqual([
      '1、甲',
      '2、乙',
      'C．丙',
    ]);
  });

  it('writes bullets as signs, and leaves out those that have none', () => {
    const font = (name: string): string => `<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}"/></w:rPr>`;
    const numbering =
      abstract(
        0,
        level(0, 'bullet', '\uf06c', font('Wingdings')),
        level(1, 'bullet', '\uf0ff', font('Wingdings')),
      ) +
      abstract(1, level(0, 'bullet', '—')) +
      num(1, 0) +
      num(2, 1);
    const manuscript = readParts({ numbering, body: item('甲', 1) + item('乙', 1, 1) + item('丙', 2) });
    expect(manuscript.lines.map(({ text }) => text)).toEqual(['● 甲', '乙', '— 丙']);
    expect(saidOf(manuscript)).toEqual(['lost 2 项目符号没有对应的通用字符，没有收入']);
  });

  it('sets a space where number and text would run together', () => {
    const numbering =
      abstract(
        0,
        level(0, 'chineseCountingThousand', '第%1条', '<w:suff w:val="nothing"/>'),
        level(1, 'decimal', '%2.'),
      ) + num(1, 0);
    expect(textsOf(item('目的', 1) + item('2012年安排', 1, 1) + item('安排', 1, 1), { numbering })).toEqual([
      '第一条　目的',
      '1. 2012年安排',
      '2.安排',
    ]);
  });

  it('does not double a number that was also typed, as WPS leaves it', () => {
    const numbering = OFFICIAL + num(1, 0);
    const manuscript = readParts({ numbering, body: item('一、目标', 1) + item('措施', 1) });
    expect(manuscript.lines.map(({ text }) => text)).toEqual(['一、目标', '二、措施']);
    expect(saidOf(manuscript)).toEqual([expect.stringContaining('自动编号“一、”与段首打的序数相同')]);
  });

  it('counts empty paragraphs, and says so', () => {
    const numbering = OFFICIAL + num(1, 0);
    const manuscript = readParts({ numbering, body: item('甲', 1) + p('', numPr(1, 0)) + item('丙', 1) });
    expect(manuscript.lines.map(({ text }) => text)).toEqual(['一、甲', '三、丙']);
    expect(saidOf(manuscript)).toEqual([expect.stringContaining('空段带着自动编号“二、”')]);
  });

  it('survives numberings that lead nowhere or in circles', () => {
    const broken: DocxParts = {
      styles: style('n', 'n', `<w:pPr>${numPr(1)}</w:pPr>`, 'numbering'),
      numbering: `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>${num(1, 0)}${num(2, 77)}`,
    };
    expect(textsOf(item('甲', 1) + item('乙', 2) + item('丙', 99, 8), broken)).toEqual(['甲', '乙', '丙']);
  });
});

describe('formats of numbers', () => {
  it.each([
    ['chineseCounting', ['一', '十', '十一', '二十', '九十九', '一〇一']],
    ['chineseCountingThousand', ['一', '十', '十一', '二十', '九十九', '一百零一']],
    ['ideographTraditional', ['甲', '癸', '11', '20', '99', '101']],
    ['ideographZodiac', ['子', '酉', '戌', '20', '99', '101']],
    ['chineseLegalSimplified', ['壹', '壹拾', '壹拾壹', '贰拾', '玖拾玖', '壹佰零壹']],
    ['japaneseCounting', ['一', '十', '十一', '二十', '九十九', '一百零一']],
    ['ideographDigital', ['一', '一〇', '一一', '二〇', '九九', '一〇一']],
    ['decimalFullWidth', ['１', '１０', '１１', '２０', '９９', '１０１']],
    ['decimalEnclosedCircleChinese', ['①', '⑩', '⑪', '⑳', '99', '101']],
    ['decimalEnclosedParen', ['⑴', '⑽', '⑾', '⒇', '(99)', '(101)']],
    ['decimalEnclosedFullstop', ['⒈', '⒑', '⒒', '⒛', '99.', '101.']],
    ['upperRoman', ['I', 'X', 'XI', 'XX', 'XCIX', 'CI']],
    ['lowerLetter', ['a', 'j', 'k', 't', 'uuuu', 'wwww']],
    ['decimalZero', ['01', '10', '11', '20', '99', '101']],
    ['ordinal', ['1st', '10th', '11th', '20th', '99th', '101st']],
    ['numberInDash', ['- 1 -', '- 10 -', '- 11 -', '- 20 -', '- 99 -', '- 101 -']],
  ])('%s', (format, expected) => {
    expect([1, 10, 11, 20, 99, 101].map((value) => formatNumber(value, format))).toEqual(expected);
  });

  it('writes thousands, tens of thousands, custom and unknown formats', () => {
    const han = (value: number): string => formatNumber(value, 'chineseCountingThousand');
    expect([1001, 1010, 1100, 10_003, 120_000].map(han)).toEqual([
      '一千零一',
      '一千零一十',
      '一千一百',
      '一万零三',
      '十二万',
    ]);
    expect(formatNumber(7, 'custom', '001, 002, 003')).toBe('007');
    expect(formatNumber(7, 'thaiLetters')).toBe('7');
  });
});
