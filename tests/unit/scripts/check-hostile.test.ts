import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckResult, checkContent } from '../../../scripts/check-content.ts';
import { loadContent } from '../../../src/load/content-fs.ts';
import { readUtf8 } from '../../../src/load/read-utf8-fs.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const found = ({ issues }: CheckResult): string[] =>
  issues.map(({ rule, file, line }) => `${rule} ${file}:${line}`);

async function checkPlan(text: string | Uint8Array): Promise<CheckResult> {
  return checkContent(await tempContent({ 'plans/a.mdx': text }));
}

describe('hostile and broken files', () => {
  test.each([
    ['an empty file', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['no frontmatter', '一、指导思想。\n'],
    ['frontmatter without an end', '---\ntitle: 甲\n'],
  ])('%s', async (_name, text) => {
    expect(found(await checkPlan(text))).toEqual(['frontmatter-yaml plans/a.mdx:1']);
  });

  test('frontmatter that is a list, a sentence or nothing', async () => {
    for (const yaml of ['- 甲\n- 乙\n', '标题：云岭区\n', '3\n']) {
      const result = await checkPlan(`---\n${yaml}---\n\n正文。\n`);
      expect(found(result)).toEqual(['frontmatter-schema plans/a.mdx:1']);
      expect(result.issues[0]?.expected).toBe('逐行写的“字段: 值”');
    }
    expect(found(await checkPlan('---\n---\n'))).toEqual(Array(4).fill('frontmatter-schema plans/a.mdx:1'));
  });

  test('bytes that are no UTF-8, beside a good file', async () => {
    const dir = await tempContent({
      'plans/a.mdx': Uint8Array.from({ length: 4096 }, (_, index) => (index * 151 + 128) % 256),
      'plans/b.mdx': planText(),
      'agencies.yml': Uint8Array.of(0xd4, 0xc6),
    });
    expect(found(await checkContent(dir))).toEqual([
      'register-format agencies.yml:1',
      'file-encoding plans/a.mdx:1',
    ]);
  });

  test('one line of five megabytes', async () => {
    expect(found(await checkPlan(planText('', `${'教研'.repeat(850_000)}\n`)))).toEqual([]);
  });

  test('Windows line ends and a byte order mark keep the lines right', async () => {
    const text = `\uFEFF${planText('isuedOn: "2012-02-20"\n', '一。\n\n{二}\n\n<三\n')}`.replaceAll(
      '\n',
      '\r\n',
    );
    expect(found(await checkPlan(text))).toEqual([
      'frontmatter-schema plans/a.mdx:6',
      'content-is-data plans/a.mdx:11',
      'mdx-syntax plans/a.mdx:13',
    ]);
  });

  test('a folder named like a document, a Word file, a draft', async () => {
    const dir = await tempContent({
      'plans/计划.docx': 'PK',
      'plans/_draft.mdx': '{',
      'plans/b.mdx': planText(),
    });
    await mkdir(path.join(dir, 'plans/x.mdx'));
    await writeFile(path.join(dir, 'plans/x.mdx/inner.mdx'), planText());
    expect(found(await checkContent(dir))).toEqual([
      'stray-file plans/x.mdx:1',
      'stray-file plans/计划.docx:1',
    ]);
  });

  test.each([
    ['nested lists', `a: ${'['.repeat(5000)}`],
    ['closed nested lists', `a: ${'['.repeat(3000)}${']'.repeat(3000)}`],
    ['nested mappings', Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['billion laughs', `a: &a [x,x]\n${'bcdefghij'.replace(/./g, (key) => `${key}: &${key} [*a,*a,*a]\n`)}`],
    ['a censored word that looks like an alias', 'title: **课程方案'],
    ['an anchor', 'title: &研室 计划'],
    ['a tag', 'title: !重要 计划'],
    ['a key that is a list', '? [a, b]\n: 1'],
  ])('YAML with %s is refused in Chinese', async (_name, yaml) => {
    const { issues } = await checkPlan(`---\n${yaml}\n---\n\n正文。\n`);
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue.rule).toBe('frontmatter-yaml');
      expect(issue.found).toMatch(/\p{Script=Han}/u);
    }
  });

  test('field names that every JavaScript object has', async () => {
    const { issues } = await checkPlan(
      planText('__proto__: 1\nconstructor: 2\ntoString: 3\nstatus: { constructor: 4 }\n'),
    );
    expect(new Set(issues.map((issue) => issue.rule))).toEqual(new Set(['frontmatter-schema']));
    expect(issues.map((issue) => issue.line)).toEqual(expect.arrayContaining([6, 7, 8, 9]));
  });

  test.each([
    ['100,000 emphasis marks', '*a'.repeat(100_000)],
    ['50,000 block quotes', '> '.repeat(50_000)],
    [
      'a list of 1,500 levels',
      Array.from({ length: 1500 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    ],
    ['3,000 nested tags', `${'<Supplied>'.repeat(3000)}x${'</Supplied>'.repeat(3000)}`],
    ['a program of 20,000 paragraphs', `export const a = \`${'\n\nx'.repeat(20_000)}`],
  ])('a body of %s is refused, not suffered', async (_name, body) => {
    const { issues } = await checkPlan(planText('', `${body}\n`));
    expect(issues.map((issue) => issue.rule)).toContain('mdx-syntax');
  });

  test('a file of 50 megabytes is not read', async () => {
    const { issues } = await checkPlan('a'.repeat(50_000_000));
    expect(issues.map(({ rule, found }) => `${rule} ${found}`)).toEqual([
      'file-encoding 文件读不了：有 48 MB，最多 8 MB',
    ]);
  });

  test('a file of 100,000 lines', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `第${index}段。\n`).join('\n');
    expect(found(await checkPlan(planText('', `${lines}\n见《甲。\n`)))).toEqual([
      'unbalanced-marks plans/a.mdx:100008',
    ]);
  });

  test('line ends of old Macs are named as what they are', async () => {
    const { issues } = await checkPlan(planText().replaceAll('\n', '\r'));
    expect(issues.map(({ rule, line, found }) => `${rule} ${line} ${found}`)).toEqual([
      'frontmatter-yaml 1 换行用的是旧式的回车符（CR），整个文件读成了一行',
    ]);
  });

  test('frontmatter of 30,000 fields is refused before YAML reads it', async () => {
    const fields = Array.from({ length: 30_000 }, (_, index) => `k${index}: 1\n`).join('');
    expect((await checkPlan(planText(fields))).issues.map(({ found }) => found)).toEqual([
      '著录信息超过 10 万字',
    ]);
  });

  test('a circle of links, a link to nothing, a pipe: none is followed or waited for', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText() });
    await symlink('..', path.join(dir, 'plans/circle'));
    await symlink('circle', path.join(dir, 'plans/b.mdx'));
    await symlink('none', path.join(dir, 'plans/c.mdx'));
    execFileSync('mkfifo', [path.join(dir, 'plans/pipe.mdx'), path.join(dir, 'exceptions.yml')]);
    expect(found(await checkContent(dir))).toEqual([
      'register-format exceptions.yml:1',
      'stray-file plans/b.mdx:1',
      'stray-file plans/c.mdx:1',
      'stray-file plans/circle:1',
      'stray-file plans/pipe.mdx:1',
    ]);
  });

  test('a file that is gone before it is read is no document, and no fault', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText(), 'plans/b.mdx': planText() });
    const reading = loadContent(dir);
    await rm(path.join(dir, 'plans/b.mdx'));
    const { documents, unreadable } = await reading;
    expect(unreadable).toEqual([]);
    expect(documents.length).toBeLessThanOrEqual(2);
    expect(await readUtf8(path.join(dir, 'plans/b.mdx'))).toMatchObject({ code: 'ENOENT' });
  });

  test('control characters and direction marks cannot forge a line of the report', async () => {
    const { issues } = await checkPlan(planText('"x\\n::error::y\\u001b[2J\\u202e": 1\n'));
    expect(issues[0]?.found).toBe('不认识的字段 x\uFFFD::error::y\uFFFD[2J\uFFFD');
  });
});
