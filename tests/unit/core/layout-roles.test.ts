import { describe, expect, test } from 'vitest';
import { layoutRoles } from '../../../src/core/layout-roles.ts';

const paragraphs = (...texts: string[]) => texts.map((text) => ({ text, paragraph: true }));
const rolesIn = (...texts: string[]) => Object.fromEntries(layoutRoles(paragraphs(...texts)));

describe('roles of paragraphs in the layout', () => {
  test('addressee, enclosures, signature and date of a notice', () => {
    expect(
      rolesIn(
        '各镇（街）中心校，区直各学校：',
        '现将有关事项通知如下。',
        '附件：1.听课记录表',
        '2.“磨课”日程',
        '云岭区教育局',
        '云岭区教研室',
        '2024年2月20日',
      ),
    ).toEqual({ 0: 'addressee', 2: 'enclosure', 3: 'enclosure-more', 4: 'signed', 5: 'signed', 6: 'signed' });
  });

  test('a date at the very end needs no signature, and may be in Chinese numerals', () => {
    expect(rolesIn('现予公布。', '二〇一二年二月二十日')).toEqual({ 1: 'signed' });
  });

  test.each([
    ['a sentence that ends with a colon', ['考核分三步。具体如下：']],
    ['a clause that ends with a colon', ['一、成立领导小组：', '组长一名。']],
    ['a colon further on', ['正文第一段。', '正文第二段。', '各学校：']],
    ['a date above the text', ['2012年2月20日', '正文。']],
    ['a date within the text', ['正文，到此为止。', '2012年2月20日', '第二段。']],
    ['a date in a sentence', ['会议定于2012年2月20日召开。']],
    ['the head of an attachment', ['附件：', '正文']],
  ])('%s has none', (_name, texts) => {
    expect(rolesIn(...texts)).toEqual({});
  });

  test('a heading is neither addressed nor signed', () => {
    expect(
      layoutRoles([
        { text: '云岭区教研室', paragraph: false },
        { text: '2012年2月20日', paragraph: true },
        { text: '正文。', paragraph: true },
      ]),
    ).toEqual(new Map());
  });
});
