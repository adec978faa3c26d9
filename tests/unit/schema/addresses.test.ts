import { describe, expect, test } from 'vitest';
import { type FieldProblem, judge } from '../../../src/schema/problems.ts';
import { addressesSchema, agenciesSchema, expandAddresses } from '../../../src/schema/registers.ts';

function problems(...entries: unknown[]): FieldProblem[] {
  const judged = judge(addressesSchema, expandAddresses(entries));
  return judged.ok ? [] : judged.problems;
}

describe('a published address', () => {
  test.each([
    '/plans/2012-work-plan/',
    '/n/云教研字〔2012〕3号/',
    '/policies/a.b_c-1/',
    '/old/search/',
    `/${'长'.repeat(85)}/`,
    '/n/中华人民共和国国务院令（第1号）、2/',
  ])('may be %s', (path) => {
    expect(problems(path)).toEqual([]);
  });

  test.each([
    ['/policies/../etc/', '“..”不能作'],
    ['/../../../../tmp/pwn/', '“..”不能作'],
    ['/./x/', '“.”不能作'],
    ['/x./', '“x.”不能作'],
    ['/a\u0007b/', '重新输入'],
    ['/a\u202eb/', '重新输入'],
    ['/a\u200bb/', '重新输入'],
    ['/a"b/', '去掉 " ；'],
    ['/a<b/', '去掉 < ；'],
    ['/a>b/', '去掉 > ；'],
    ['/a:b/', '去掉 : ；'],
    ['/a*b/', '去掉 * ；'],
    ['/a|b/', '去掉 | ；'],
    ['/a\\b/', '去掉 \\ ；'],
    ['/a?b=1/', '去掉 ? ；'],
    ['/%E4%BA%91/', '换成汉字'],
    ['/a b/', '去掉空格'],
    [`/${'长'.repeat(86)}/`, '改短'],
    [`/${`${'长'.repeat(80)}/`.repeat(5)}`, '改短'],
    ['/', '写域名和网站路径以后的部分'],
    ['//evil.example/', '写域名和网站路径以后的部分'],
    ['plans/a', '写域名和网站路径以后的部分'],
    ['/feed.xml/', '删去这一条'],
    ['/api/documents.json/', '删去这一条'],
    ['/API/', '删去这一条'],
    ['/_astro/x/', '删去这一条'],
    ['/pagefind/', '删去这一条'],
    ['/old/index.html/', '去掉最后的 index.html/'],
    ['/old/index/', '去掉最后的 index/'],
    ['/attachments/2012-plan.docx/', '删去这一条'],
  ])('may not be %j', (path, fix) => {
    for (const [problem, ...more] of [problems(path), problems({ path: '/old/', to: path })]) {
      expect(more).toEqual([]);
      expect(problem?.fix).toContain(fix);
      expect(problem?.expected).toMatch(/网址/);
    }
  });
});

test('an empty address is one fault', () => {
  expect(problems('')).toHaveLength(1);
  expect(problems(' ')).toHaveLength(1);
});

describe('an entry that has no fields', () => {
  test.each([
    [5, '第 1 项写的是数字 5', '照样式改写，例如 - { path: /plans/2012-work-plan/ }'],
    [null, '第 1 项是空的', '删去这一条，或照样式补全，例如 - { path: /plans/2012-work-plan/ }'],
    [['/a/'], '第 1 项写的是列表 ["/a/"]', '照样式改写，例如 - { path: /plans/2012-work-plan/ }'],
  ])('%j is told what an entry looks like', (entry, found, fix) => {
    expect(problems(entry)).toEqual([{ path: [0], found, expected: '一条，写明网址（path）', fix }]);
  });

  test('in agencies.yml too', () => {
    const judged = judge(agenciesSchema, ['云教研字']);
    expect(judged).toMatchObject({
      problems: [
        {
          found: '第 1 项写的是文字“云教研字”',
          expected: expect.stringContaining('机关代字（code）、发文机关（issuer）'),
          fix: expect.stringContaining('- { code: 云教研字, issuer: 云岭区教研室'),
        },
      ],
    });
  });
});
