import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { askNames } from '../../../scripts/adopt/ask-names.ts';
import { changeSettings } from '../../../scripts/adopt/change-settings.ts';
import { newSettings, readCommand } from '../../../scripts/adopt/read-names.ts';
import { checkContent } from '../../../scripts/check-content.ts';
import { siteConfig } from '../../../src/site.config.ts';
import { planText, writeContent } from '../../support/temp-content.ts';
import { type Run, runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const at = (...parts: string[]): string => path.join(folder(), 'library', ...parts);
const run = (...args: string[]): Promise<Run> => runScript('adopt-site.ts', args, at());
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=云岭', '-c', 'user.email=a@b', '-C', at(), ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** The fictional office that has the library. */
const FORMER = '云山区教研室';

/** Its library, of nothing but what taking over touches. */
beforeEach(async () => {
  await writeContent(at(), {
    'content/plans/old/a.mdx': planText(),
    'content/summaries/b.mdx': planText().replace('工作计划\nc', '工作总结\nc'),
    'content/policies/.gitkeep': '',
    'content/files/2012/form.docx': 'form',
    'content/inbox/README.md': '放这里',
    'content/inbox/计划.docx': 'doc',
    'content/help/publish.mdx': 'help',
    'content/agencies.yml': '- { code: 旧教发, issuer: 旧机关, certainty: 有据, basis: 落款 }\n',
    'content/topics.yml': '- name: 听课评课\n',
    'content/addresses.yml': '- /plans/a/\n',
    'content/exceptions.yml': '[]\n',
    'tests/office/content.test.ts': 'test',
    'tests/citations/content.txt': '# content/plans/a.mdx x\n',
    'tests/citations/lines.txt': 'lines\n',
  });
  const settings = readFileSync('src/site.config.ts', 'utf8');
  await writeContent(at(), { 'src/site.config.ts': changeSettings(settings, { office: FORMER }) });
});

function commit(): void {
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'seed');
}

async function filesOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

const TAKEN = ['--office', '云岭区教研室', '--yes'];

describe('npm run adopt', () => {
  it('strips the content, keeps what is the program’s own, and sets the names', async () => {
    commit();
    const names = ['--name', '云岭教研文库', '--url', 'https://www.example.org/', '--base', 'wenku'];
    const { code, out, err } = await run(...TAKEN, ...names, '--contact', "云岭区教研室 O'Neil");
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(await filesOf(at())).toEqual([
      ...['content/agencies.yml', 'content/files/.gitkeep', 'content/help/publish.mdx'],
      ...['content/inbox/README.md', 'content/plans/.gitkeep', 'content/policies/.gitkeep'],
      ...['content/summaries/.gitkeep', 'content/topics.yml', 'src/site.config.ts'],
      ...['tests/citations/content.txt', 'tests/citations/lines.txt'],
    ]);
    const settings = readFileSync(at('src/site.config.ts'), 'utf8');
    for (const line of [
      ...["  name: '云岭教研文库',", "  office: '云岭区教研室',", "  url: 'https://www.example.org',"],
      ...["  basePath: '/wenku/',", `  contact: "云岭区教研室 O'Neil",`, '  exampleSearches: [],'],
    ])
      expect(settings.split('\n')).toContain(line);
    expect(readFileSync(at('content/agencies.yml'), 'utf8')).not.toMatch(/^[^#\n]/m);
    expect(out).toContain('content/plans/old/a.mdx');
    expect(await checkContent(at('content'))).toMatchObject({ errors: 0, warnings: 0 });
  });

  it('can be undone by the command that it names', async () => {
    commit();
    const { out } = await run(...TAKEN);
    const undo = /想退回：git (.*)$/m.exec(out)?.[1]?.split(' ') ?? [];
    git(...undo);
    expect(git('status', '--porcelain', '--untracked-files=no')).toBe('');
    expect(existsSync(at('content/plans/old/a.mdx'))).toBe(true);
  });

  it('leaves the documents alone when the library is that office’s already', async () => {
    commit();
    await run(...TAKEN);
    await writeContent(at(), { 'content/plans/own.mdx': planText() });
    git('add', '-A');
    git('commit', '-qm', 'taken over');
    const again = await run(...TAKEN, '--name', '云岭文库');
    expect(again.code).toBe(0);
    expect(again.out).toContain('文库已经是云岭区教研室的，不删文件');
    expect(existsSync(at('content/plans/own.mdx'))).toBe(true);
    expect(git('status', '--porcelain').trim()).toBe('M src/site.config.ts');
    git('checkout', '-q', '.');
    expect((await run(...TAKEN, '--strip-content')).code).toBe(0);
    expect(existsSync(at('content/plans/own.mdx'))).toBe(false);
  });

  it('leaves them alone when it is told to', async () => {
    commit();
    await run(...TAKEN, '--keep-content');
    expect(git('status', '--porcelain').trim()).toBe('M src/site.config.ts');
  });

  it.each([
    ['changed', 'content/plans/old/a.mdx'],
    ['new', 'content/policies/new.mdx'],
    ['changed', 'src/site.config.ts'],
  ])('does nothing where a file is %s and not committed: %s', async (_state, file) => {
    commit();
    await writeContent(at(), {
      [file]: `// mine\n${file.endsWith('ts') ? readFileSync(at(file), 'utf8') : ''}`,
    });
    const before = git('status', '--porcelain');
    const { code, err } = await run(...TAKEN);
    expect(code).toBe(1);
    expect(err).toContain(file);
    expect(err).toMatch(/改法：git add/);
    expect(git('status', '--porcelain')).toBe(before);
  });

  it('doesn’t mind an unfinished help page, which it never touches', async () => {
    commit();
    await writeContent(at(), { 'content/help/new.mdx': 'mine' });
    expect((await run(...TAKEN)).code).toBe(0);
  });

  it('says what it would do and does nothing, in a dry run and without consent', async () => {
    commit();
    expect(await run('--office', '云岭区教研室', '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('content/plans/old/a.mdx'),
    });
    expect(await run('--office', '云岭区教研室')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/什么也没有动.*--yes/),
    });
    expect(git('status', '--porcelain')).toBe('');
  });

  it('keeps a copy beside a folder that is in no repository', async () => {
    const { code, out } = await run(...TAKEN);
    expect(code).toBe(0);
    expect(out).toContain(`${at()}-before-adopt`);
    const copy = path.join(folder(), 'library-before-adopt');
    expect(readFileSync(path.join(copy, 'content/files/2012/form.docx'), 'utf8')).toBe('form');
    expect(readFileSync(path.join(copy, 'src/site.config.ts'), 'utf8')).toContain(FORMER);
  });

  it('lays long values out as the formatter does', async () => {
    commit();
    symlinkSync(path.resolve('node_modules'), at('node_modules'), 'junction');
    await cp('biome.json', at('biome.json'));
    await run(...TAKEN, '--description', '云'.repeat(200));
    const lint = execFileSync(at('node_modules/.bin/biome'), ['check', 'src/site.config.ts'], { cwd: at() });
    expect(String(lint)).toContain('Checked 1 file');
  });

  it('explains what was typed wrongly and ends with 2', async () => {
    const { code, err } = await run('--offices', '甲');
    expect(code).toBe(2);
    expect(err).toMatch(/--offices/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('names a settings file that it doesn’t know, and a folder that is no library', async () => {
    await writeContent(at(), { 'src/site.config.ts': "export const siteConfig = { office: '甲' };\n" });
    expect(await run(...TAKEN)).toMatchObject({ code: 2, err: expect.stringMatching(/没有 contact 这一项/) });
    expect(existsSync(at('content/plans/old/a.mdx'))).toBe(true);
    await rm(at('src'), { recursive: true });
    expect(await run(...TAKEN)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/应在文库的文件夹里运行/),
    });
  });
});

it.each([
  [[], /没有写 --office/],
  [['--office', ' '], /机关名（--office）是空的/],
  [['云岭区教研室'], /多余的“云岭区教研室”/],
  [['--office', '甲', '--url', 'https://example.org/wenku'], /--url https:\/\/example\.org --base \/wenku\//],
  [['--office', '甲', '--url', 'example.org'], /应为完整的网址/],
  [['--office', '甲', '--base', '/文库/'], /应为只含字母/],
])('%j is no way to call it', (args, message) => {
  expect(() => newSettings(readCommand(args).typed)).toThrow(message);
});

it('asks again for what can’t be, and leaves out what is not answered', async () => {
  const answers = ['', '云岭区教研室', '', '', 'example.org', 'https://www.example.org', '', ''];
  const asked: string[] = [];
  const question = async (text: string): Promise<string> => {
    asked.push(text);
    return answers.shift() ?? '';
  };
  expect(await askNames({ question }, siteConfig)).toEqual({
    office: '云岭区教研室',
    url: 'https://www.example.org',
  });
  expect(asked).toHaveLength(8);
});
