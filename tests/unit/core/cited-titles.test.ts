import { describe, expect, test } from 'vitest';
import { findCitedTitles, type ShortNames } from '../../../src/core/cited-titles.ts';
import { findDocNumbers } from '../../../src/core/docnumber.ts';
import { normalizeTitle } from '../../../src/core/normalize-title.ts';

/** Each title as 原文 → number, for compact tables. */
const links = (text: string): string[] =>
  findCitedTitles(text).map((each) => (each.for ? `${each.raw} ${each.for}` : each.raw));

describe('where titles stand', () => {
  test.each([
    ['执行《甲办法》和《乙规定》', ['《甲办法》', '《乙规定》']],
    ['《关于修改〈甲规定〉、〈乙规定〉的决定》', ['《关于修改〈甲规定〉、〈乙规定〉的决定》']],
    ['《关于修改〈适用《丙法》的规定〉的决定》', ['《关于修改〈适用《丙法》的规定〉的决定》']],
    [
      '依据《甲意见(试行)》、云岭区有效课堂模式》和《乙评价表》',
      ['《甲意见(试行)》', '云岭区有效课堂模式》', '《乙评价表》'],
    ],
    ['学习《甲规范》、关于推进学前、小学管理的意见》等', ['《甲规范》', '关于推进学前、小学管理的意见》']],
    ['依据云岭区关于加强管理的意见》执行', ['云岭区关于加强管理的意见》']],
    ['参考《国家标准》（教体艺[2008]5号）》', ['《国家标准》 教体艺〔2008〕5号']],
    ['《没有结尾。《甲办法》', ['《甲办法》']],
    ['《》》', []],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
    for (const each of findCitedTitles(text)) expect(text.slice(each.start, each.end)).toBe(each.raw);
  });

  test('the title is bare and trimmed', () => {
    expect(findCitedTitles('《 关于〈甲〉的通知 》')[0]?.title).toBe('关于〈甲〉的通知');
    expect(findCitedTitles('、云岭区有效课堂模式》')[0]?.title).toBe('云岭区有效课堂模式');
  });
});

describe('the number that a title was printed with', () => {
  test.each([
    ['《甲意见》（云教发〔2010〕65号）', ['《甲意见》 云教发〔2010〕65号']],
    ['《甲意见》 云教发〔2010〕65 号', ['《甲意见》 云教发〔2010〕65号']],
    ['云教发〔2010〕65号《甲意见》', ['《甲意见》 云教发〔2010〕65号']],
    ['依据云教发[2010]65号文件《甲意见》', ['《甲意见》 云教发〔2010〕65号']],
    ['《甲》《乙》（云教发〔2010〕65号）', ['《甲》', '《乙》 云教发〔2010〕65号']],
    [
      '《甲》（云教发〔2010〕1号）和《乙》（云教发〔2010〕2号）',
      ['《甲》 云教发〔2010〕1号', '《乙》 云教发〔2010〕2号'],
    ],
    [
      '云教发〔2010〕1号《甲》云教发〔2010〕2号《乙》',
      ['《甲》 云教发〔2010〕1号', '《乙》 云教发〔2010〕2号'],
    ],
    [
      '《甲》（云教发〔2010〕1号，以下简称《意见》）',
      ['《甲》 云教发〔2010〕1号', '《意见》 云教发〔2010〕1号'],
    ],
    [
      '《甲条例》（以下简称《条例》，国务院令第12号）',
      ['《甲条例》 国务院令第12号', '《条例》 国务院令第12号'],
    ],
    [
      '《甲办法》（以下简称《办法》）由教育部令第3号公布',
      ['《甲办法》 教育部令第3号', '《办法》 教育部令第3号'],
    ],
    ['市人民政府第59号令公布的《甲规定》', ['《甲规定》 市人民政府令第59号']],
    ['市政府第25号令发布、1997年市政府第12号令修改的《甲规定》', ['《甲规定》 市政府令第25号']],
    [
      '以国办发（2009）29号文，转发了七部门《甲通知》（以下简称《办法》）',
      ['《甲通知》 国办发〔2009〕29号', '《办法》 国办发〔2009〕29号'],
    ],
    [
      '《关于印发甲的通知》（云教发〔2010〕1号）印发的《乙方案》',
      ['《关于印发甲的通知》 云教发〔2010〕1号', '《乙方案》 云教发〔2010〕1号'],
    ],
    [
      '按照《甲通知》（云教发〔2010〕1号）要求，现将《乙办法》印发给你们',
      ['《甲通知》 云教发〔2010〕1号', '《乙办法》'],
    ],
    ['落实云教发〔2010〕1号文件精神，现印发《乙方案》', ['《乙方案》']],
    [
      '《关于贯彻国办发〔2015〕71号文件的意见》（云政办发〔2016〕36号）',
      ['《关于贯彻国办发〔2015〕71号文件的意见》 云政办发〔2016〕36号'],
    ],
    ['《关于贯彻国办发〔2015〕71号文件的意见》印发以来', ['《关于贯彻国办发〔2015〕71号文件的意见》']],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test('numbers that the caller has found are used', () => {
    const text = '《甲意见》（云教发〔2010〕65号）';
    expect(findCitedTitles(text, findDocNumbers(text))).toEqual(findCitedTitles(text));
    expect(findCitedTitles(text, [])[0]?.for).toBeUndefined();
  });
});

describe('normalizeTitle', () => {
  test.each([
    ['《关于印发〈甲方案（试行）〉的通知》', '关于印发<甲方案(试行)>的通知'],
    ['关于“双减”工作的 通知', '关于"双减"工作的通知'],
    ['《关于修改《甲》的决定》', '关于修改〈甲〉的决定'],
    ['关于２０１１年ＡＢ卷的通知', '关于2011年ab卷的通知'],
  ])('%s is %s', (one, other) => {
    expect(normalizeTitle(one)).toBe(normalizeTitle(other));
  });

  test('keeps different titles apart', () => {
    expect(normalizeTitle('《甲》和《乙》')).not.toBe(normalizeTitle('甲和乙'));
    expect(normalizeTitle('甲意见')).not.toBe(normalizeTitle('甲意见（试行）'));
  });
});

describe('a number near a title, in the prints that are met', () => {
  test.each([
    ['**云教发[2010]65号**《甲意见》：', ['《甲意见》 云教发〔2010〕65号']],
    ['《甲标准》，云教部 **云教体艺〔2014〕5 号**。', ['《甲标准》 云教体艺〔2014〕5号']],
    ['《甲办法》（修订）（云教发〔2021〕6号）', ['《甲办法》 云教发〔2021〕6号']],
    ['关于印发《甲办法》的通知（云教发[2002]19号）', ['《甲办法》 云教发〔2002〕19号']],
    ['关于学习《甲办法》的通知（云教发[2002]19号）', ['《甲办法》']],
    ['"关于印发《甲办法》的通知", "document_no": "云教发〔2024〕4号"', ['《甲办法》 云教发〔2024〕4号']],
    ['《甲》，云教发〔2010〕1号《乙》', ['《甲》', '《乙》 云教发〔2010〕1号']],
    ['云岭区发票有关问题的通知》（云教发〔2006〕4号）', ['云岭区发票有关问题的通知》 云教发〔2006〕4号']],
  ])('%s', (text, expected) => expect(links(text)).toEqual(expected));
});

describe('short names', () => {
  const meanings = (text: string, names: ShortNames = new Map()) =>
    findCitedTitles(text, undefined, names).flatMap(({ title, short }) => (short ? [[title, short]] : []));
  const full = { title: '甲的意见', number: '云教发〔2010〕1号' };

  test.each([
    [
      '《甲的意见》（云教发〔2010〕1号，以下简称《意见》）。《意见》要求',
      [
        ['意见', full],
        ['意见', full],
      ],
    ],
    ['《甲的意见》（以下简称“《意见》”）', [['意见', { title: '甲的意见' }]]],
    ['《甲的意见》（云教发〔2010〕1号，以下简称“意见”）。执行《意见》', [['意见', full]]],
    ['云教发〔2010〕1号（以下简称《意见》）', [['意见', { number: '云教发〔2010〕1号' }]]],
    [
      '《甲》和《乙》（以下分别简称《丙》《丁》）',
      [
        ['丙', { title: '甲' }],
        ['丁', { title: '乙' }],
      ],
    ],
    [
      '《甲》和《乙》（以下统称《规定》）。《规定》',
      [
        ['规定', {}],
        ['规定', {}],
      ],
    ],
    ['云岭区教研室（以下简称“教研室”）。《教研室》', []],
    ['《意见》要求。《甲的意见》（以下简称《意见》）', [['意见', { title: '甲的意见' }]]],
    ['《甲的意见》（以下简称《意见》）。《意见》（云教发〔2012〕3号）', [['意见', { title: '甲的意见' }]]],
  ])('%s', (text, expected) => expect(meanings(text)).toEqual(expected));

  test('a name is known in later blocks of its document', () => {
    const names: ShortNames = new Map();
    meanings('《甲的意见》（云教发〔2010〕1号，以下简称《意见》）', names);
    expect(meanings('落实《意见》第三条。', names)).toEqual([['意见', full]]);
    expect(links('落实《意见》第三条。')).toEqual(['《意见》']);
  });

  test.each(['（以下简称办法）', '（以下简称“办法”）', '（云教发〔2010〕2号，以下简称办法）'])(
    'a name in quotes or bare is known in the next block, even at the end of its own: %s',
    (definition) => {
      const names: ShortNames = new Map();
      meanings(`《关于乙的办法》${definition}已印发。`, names);
      expect(meanings('按照《办法》：', names)).toMatchObject([['办法', { title: '关于乙的办法' }]]);
    },
  );
});
