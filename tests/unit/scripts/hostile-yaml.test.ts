import { spawnSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { contentFiles } from '../../../src/load/content-files-fs.ts';
import { loadContent } from '../../../src/load/content-fs.ts';
import { readServedFile } from '../../../src/load/served-file-fs.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const TRICKS: readonly (readonly [what: string, yaml: string])[] = [
  ['a merge key', 'a: &a { title: 甲 }\nb:\n  <<: *a'],
  ['a billion laughs', `a: &a [x,x]\n${'bcdefghij'.replace(/./g, (key) => `${key}: &${key} [*a,*a,*a]\n`)}`],
  ['an alias of itself', 'a: &a [*a]'],
  ['a tag of a program', 'a: !!js/function "function(){return 1}"'],
  ['a tag of Python', 'a: !!python/object/apply:os.system ["id"]'],
  ['binary', 'a: !!binary aGVsbG8='],
  ['a key twice', 'title: 甲\ntitle: 乙'],
  ['a directive', '%TAG ! tag:evil.example,2000:\n---\na: !x 1'],
  ['two documents', 'a: 1\n...\n---\nb: 2'],
  ['nested lists', `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`],
];

/** Each in the frontmatter of a document, and as a whole register. */
describe.each(TRICKS)('YAML with %s', (_what, yaml) => {
  test('is refused in a document, in Chinese, with its line', async () => {
    const dir = await tempContent({ 'plans/a.mdx': `---\n${yaml}\n---\n\n正文。\n` });
    const { issues } = await checkContent(dir);
    expect(issues.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    for (const { found, line } of issues) {
      expect(found).toMatch(/\p{Script=Han}/u);
      expect(line).toBeGreaterThan(0);
    }
  });

  test.each(['agencies.yml', 'topics.yml', 'addresses.yml', 'exceptions.yml'])(
    'is refused in %s',
    async (file) => {
      const dir = await tempContent({ 'plans/a.mdx': planText(), [file]: `${yaml}\n` });
      const { issues } = await checkContent(dir);
      expect(issues.map((issue) => `${issue.severity} ${issue.rule} ${issue.file}`)).toContain(
        `error register-format ${file}`,
      );
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );
});

describe('registers', () => {
  test.each([
    ['topics.yml', '- { name: 课程改革, __proto__: { polluted: 1 } }'],
    ['topics.yml', '- { name: 课程改革, constructor: { prototype: { polluted: 1 } } }'],
    ['topics.yml', '- { name: 课程改革, slug: ../../x }'],
    ['topics.yml', `- { name: 课程改革, slug: ${'a'.repeat(200)} }`],
    ['topics.yml', '- { name: "甲\\u202e乙" }'],
    ['agencies.yml', '- { code: "<b>", issuer: 甲, certainty: 推断, basis: 乙 }'],
    ['addresses.yml', '- //evil.example/'],
    ['addresses.yml', '- https://evil.example/'],
    ['addresses.yml', '- { path: /plans/a/, to: //evil.example/ }'],
    ['addresses.yml', '- { path: /plans/a/, to: "javascript:alert(1)" }'],
    ['addresses.yml', '- { path: /plans/a/, to: "/\\\\evil.example/" }'],
    ['addresses.yml', '- /plans/../../x/'],
    ['addresses.yml', '- /_astro/x/'],
    ['addresses.yml', '- /search/api.js/'],
    ['addresses.yml', `- /plans/${'a'.repeat(300)}/`],
    ['addresses.yml', '- "/plans/\\u0000/"'],
    ['addresses.yml', '- /plans/"><script>/'],
    ['exceptions.yml', '- { rule: "../x", document: plans/a.mdx, reason: 乙 }'],
  ])('%s with %s is refused', async (file, yaml) => {
    const dir = await tempContent({ 'plans/a.mdx': planText(), [file]: `${yaml}\n` });
    const { issues } = await checkContent(dir);
    const [issue] = issues.filter((each) => each.file === file && each.severity === 'error');
    expect(issue).toMatchObject({ rule: 'register-format', line: 1 });
    expect(`${issue?.found}${issue?.fix}`).not.toMatch(/[\n\u202e\0]/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('frontmatter', () => {
  test.each([
    ['a picture of the system', 'attachments:\n  - { title: 甲, file: ../../etc/passwd.txt }\n'],
    ['a full path', 'attachments:\n  - { title: 甲, file: /etc/passwd.txt }\n'],
    ['a Windows path', 'attachments:\n  - { title: 甲, file: "C:\\\\a.txt" }\n'],
    ['a page', 'attachments:\n  - { title: 甲, file: files/a.svg }\n'],
    ['a script as source', 'source: { url: "javascript:alert(1)" }\n'],
    ['data as source', 'source: { url: "data:text/html,x" }\n'],
    ['a file as source', 'source: { url: "file:///etc/passwd" }\n'],
    ['a folder as old name', 'aliases: [plans/../../x]\n'],
    ['an old name that no disk holds', `aliases: [plans/${'a'.repeat(300)}]\n`],
    ['marks that turn the text', 'notes: [{ text: "甲\\u202e乙" }]\n'],
  ])('that names %s is refused', async (_what, fields) => {
    const { issues } = await checkContent(await tempContent({ 'plans/a.mdx': planText(fields) }));
    expect(issues.filter(({ severity, line }) => severity === 'error' && line >= 6).length).toBeGreaterThan(
      0,
    );
  });
});

describe('the content folder itself', () => {
  test('a register, a collection or the files that are links are not followed, and said', async () => {
    const dir = await tempContent({
      'summaries/.keep': '',
      'outside/b.mdx': planText(),
      'outside/c.txt': '密',
    });
    await symlink('/etc/passwd', path.join(dir, 'topics.yml'));
    await symlink('/etc/passwd', path.join(dir, 'agencies.yml'));
    await symlink('outside', path.join(dir, 'plans'));
    await symlink('outside', path.join(dir, 'files'));
    await symlink('outside', path.join(dir, 'inbox'));
    const { issues } = await checkContent(dir);
    const said = issues
      .filter(({ found }) => found.includes('链接'))
      .map(({ severity, rule, file }) => `${severity} ${rule} ${file}`);
    expect(said).toEqual([
      'error register-format agencies.yml',
      'error file-encoding files',
      'error file-encoding inbox',
      'error file-encoding plans',
      'error register-format topics.yml',
    ]);
    expect(JSON.stringify(issues)).not.toContain('root:');
    expect((await loadContent(dir)).documents).toEqual([]);
    expect(await contentFiles(dir)).toEqual([]);
    expect(await readServedFile('files/c.txt', dir)).toBeUndefined();
  });

  test('may be a link, for whoever runs the site chooses it', async () => {
    const dir = await tempContent({ 'real/plans/a.mdx': planText(), 'real/files/a.txt': '甲' });
    await symlink('real', path.join(dir, 'content'));
    const content = path.join(dir, 'content');
    expect((await loadContent(content)).documents).toHaveLength(1);
    expect(await contentFiles(content)).toEqual(['files/a.txt']);
    expect(await readServedFile('files/a.txt', content)).toBeDefined();
  });

  test('very deep folders and very long names are read like any', async () => {
    const deep = Array.from({ length: 300 }, () => 'a').join('/');
    const dir = await tempContent({ [`plans/${deep}/b.mdx`]: planText(), [`files/${deep}/c.txt`]: '甲' });
    expect((await checkContent(dir)).errors).toBe(0);
    await writeFile(path.join(dir, `plans/${'d'.repeat(250)}.mdx`), planText());
    const { issues } = await checkContent(dir);
    expect(issues.map(({ rule, found }) => `${rule} ${found}`)).toContain(
      'file-name 没有文号，文件名有 250 个字符',
    );
  });

  test('pipes among the files are neither opened nor handed out', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText() });
    await mkdir(path.join(dir, 'files'));
    spawnSync('mkfifo', [path.join(dir, 'files/a.pdf'), path.join(dir, 'plans/b.mdx')]);
    const { issues } = await checkContent(dir);
    expect(issues.map(({ rule, file }) => `${rule} ${file}`)).toEqual(['stray-file plans/b.mdx']);
    expect(await contentFiles(dir)).toEqual([]);
    await rm(path.join(dir, 'files/a.pdf'));
  });

  test('bytes of nought in a text are refused', async () => {
    const { issues } = await checkContent(await tempContent({ 'plans/a.mdx': planText('', '甲\0乙。\n') }));
    expect(issues.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('error control-characters');
  });
});
