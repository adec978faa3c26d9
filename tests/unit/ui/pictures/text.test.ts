import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortTitle } from '../../../../src/ui/pictures/short-title.ts';
import { fitText, textWidth, wrapText } from '../../../../src/ui/pictures/text-width.ts';

describe('text in a picture', () => {
  test('is cut with an ellipsis only when it is too wide', () => {
    expect(fitText('听课评课办法', 6)).toBe('听课评课办法');
    expect(fitText('听课评课办法', 5)).toBe('听课评课…');
    expect(fitText('云岭区（教研室）', 5)).toBe('云岭区…');
  });

  test('breaks into lines, keeps a year whole and begins no line with a closing mark', () => {
    expect(wrapText('云岭区教研室2012年度工作计划', 8, 3)).toEqual(['云岭区教研', '室2012年', '度工作计划']);
    expect(wrapText('加强听课评课，提高质量', 6, 3)).toEqual(['加强听课评', '课，提高质量']);
  });

  test('never is wider than its place, and none is lost before the ellipsis', () => {
    const text = fc.string({ unit: fc.constantFrom(...'云岭区听课，。《》abM12'), maxLength: 50 });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 13, max: 24 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, most) => {
          const lines = wrapText(words, width, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) {
            if (/^[0-9A-Za-z]+$/.test(line)) continue;
            expect(textWidth(line)).toBeLessThanOrEqual(width + 9);
          }
          const joined = lines.join('');
          if (!joined.endsWith('…')) expect(joined).toBe(words);
        },
      ),
    );
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
