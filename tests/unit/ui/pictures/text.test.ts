import { describe, expect, test } from 'vitest';
import { shortTitle } from '../../../../src/ui/pictures/short-title.ts';
import { fitText } from '../../../../src/ui/pictures/text-width.ts';

describe('text in a picture', () => {
  test('is cut with an ellipsis only when it is too wide', () => {
    expect(fitText('听课评课办法', 6)).toBe('听课评课办法');
    expect(fitText('听课评课办法', 5)).toBe('听课评课…');
    expect(fitText('云岭区（教研室）', 5)).toBe('云岭区…');
  });
});

test.each([
  ['云岭区教研室2012年度工作计划', '云岭区教研室', '2012年度工作计划'],
  ['云岭区教育局关于进一步加强教研工作的意见', '云岭区教育局', '进一步加强教研工作的意见'],
  ['关于开展教学开放周活动的通知', '云岭区教育局', '开展教学开放周活动'],
  ['关于印发《云岭区听课评课办法》的通知', '云岭区教育局', '云岭区听课评课办法'],
  ['关于转发《云岭市教育局关于加强教研工作的意见》的通知', '云岭区教育局', '转发：加强教研工作的意见'],
  ['《云岭区教学工作规范》', '', '云岭区教学工作规范'],
  ['云岭区规定', '云岭区', '云岭区规定'],
])('%s is known by its own part', (title, issuer, short) => {
  expect(shortTitle(title, issuer)).toBe(short);
});
