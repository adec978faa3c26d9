import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBack } from '../../../../scripts/import/read-back.ts';
import { bodyOf, importBytes } from '../../../../scripts/import-score/import-bytes.ts';

const WORDS = [
  '教研',
  '听课。',
  '一、',
  '（一）',
  '**',
  '*',
  '{a}',
  '&lt;b&gt;',
  '[1](2)',
  '\n',
  ' ',
  '&nbsp;',
  '　',
  '2012年',
  '“',
  '》',
  '1.',
  '- ',
  '\u200b',
  '&amp;',
  '\\',
  '|',
  '_',
  '#',
  '附件：',
  '甲乙丙丁，',
];
const TAGS = [
  'p',
  'div',
  'span',
  'b',
  'i',
  'del',
  'u',
  'sup',
  'sub',
  'td',
  'tr',
  'table',
  'li',
  'ol',
  'ul',
  'h2',
  'br',
  'a href="https://example.org/x"',
  'a href="#_ftn1" name="_ftnref1"',
  'font',
  'pre',
  'center',
  'th colspan=2',
  'td rowspan=3',
  'select',
  'img src=x alt=图',
  'dl',
  'dt',
  'div style="display:none"',
  'div class=footer',
  'div id=zoom',
  'section',
  'nav',
  'textarea',
  'title',
  'iframe',
];

/** Markup in which anything stands in anything, closed or not. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...WORDS),
      fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
      fc.constantFrom(...TAGS).map((tag) => `</${tag.split(' ')[0]}>`),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('importing a soup of tags', () => {
  it('accounts for every Han character, and gives a body that can be read', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (markup) => {
        const page = `<html><body><p>云岭区教研室关于教研工作的通知</p><p>各校：</p>${markup}<p>特此通知，请遵照执行。</p></body></html>`;
        const drafts = await importBytes(new TextEncoder().encode(page), '网页.html', 'policies');
        const findings = drafts.flatMap((draft) => draft.findings);
        expect(findings.filter(({ message }) => /个汉字/.test(message))).toEqual([]);
        for (const draft of drafts) expect(readBack(bodyOf(draft))).toMatchObject({ ok: true });
      }),
      { numRuns: 400, seed: 5, endOnFailure: true },
    );
  });
});
