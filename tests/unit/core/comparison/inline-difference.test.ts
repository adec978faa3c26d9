import { expect, test } from 'vitest';
import { inlineDifference } from '../../../../src/core/comparison/inline-difference.ts';

/** Both sides with what was changed in square brackets. */
function show(left: string, right: string): [string, string] {
  const difference = inlineDifference(left, right);
  const side = (runs: typeof difference.left): string =>
    runs.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
  return [side(difference.left), side(difference.right)];
}

test.each([
  ['一个数', '听课不少于60节。', '听课不少于80节。', '听课不少于[60]节。', '听课不少于[80]节。'],
  ['整个年份', '2012年度计划', '2013年度计划', '[2012]年度计划', '[2013]年度计划'],
  ['小数', '达到3.5%。', '达到3.8%。', '达到[3.5]%。', '达到[3.8]%。'],
  ['没有变', '开展听课活动。', '开展听课活动。', '开展听课活动。', '开展听课活动。'],
  ['全角半角', 'Ａ卷60分', 'A卷６０分', 'Ａ卷60分', 'A卷６０分'],
  [
    '句末加了一句',
    '开展听课活动。',
    '开展听课活动。开展评课活动。',
    '开展听课活动。',
    '开展听课活动。[开展评课活动。]',
  ],
  [
    '句中加了半句',
    '立项60项，年底鉴定。',
    '立项60项，严格管理，年底鉴定。',
    '立项60项，年底鉴定。',
    '立项60项，[严格管理，]年底鉴定。',
  ],
  ['整段换了', '科学发展观', '十八大精神', '[科学发展观]', '[十八大精神]'],
  [
    '不成碎屑',
    '由学校自查并上报区教育局',
    '请各片区抽查后报送区教研室',
    '[由学校自查并上报区教育局]',
    '[请各片区抽查后报送区教研室]',
  ],
  ['空的一边', '', '新的', '', '[新的]'],
])('%s', (_name, left, right, before, after) => {
  expect(show(left, right)).toEqual([before, after]);
});

test('texts that have nothing in common are replaced as a whole, however long', () => {
  const left = '听课评课磨课'.repeat(1500);
  const right = '甲乙丙丁戊己'.repeat(1500);
  expect(inlineDifference(left, right)).toEqual({
    left: [{ text: left, changed: true }],
    right: [{ text: right, changed: true }],
  });
});
