import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseCollection } from '../../../scripts/inbox/choose-collection.ts';
import { enterAttachment } from '../../../scripts/inbox/keep-original.ts';
import { isWaiting } from '../../../src/core/inbox.ts';
import { runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const at = (...parts: string[]): string => path.join(folder(), ...parts);
const put = async (name: string, text: string | Uint8Array): Promise<void> => {
  await mkdir(path.dirname(at('content', name)), { recursive: true });
  await writeFile(at('content', name), text);
};
const files = async (name: string): Promise<string[]> =>
  (await readdir(at('content', name), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(at('content', name), path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    )
    .sort();
const inbox = (...args: string[]) => runScript('import-inbox.ts', args, folder(), at('content'));
const git = (...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=云岭', '-c', 'user.email=a@b.invalid', ...args], {
    cwd: folder(),
    stdio: 'pipe',
  });
};

const PLAN =
  '云岭区教研室2013年度工作计划\n\n一、工作目标\n\n听课覆盖全部学校。\n\n二、主要措施\n\n每学期听课不少于二十节。\n';
const SUMMARY = PLAN.replace('工作计划', '工作总结');
const NOTICE =
  '云岭区教育局关于加强听课工作的通知\n\n云教发〔2013〕5号\n\n各学校：\n\n每学期听课不少于二十节。\n';

beforeEach(() => mkdir(at('content/plans'), { recursive: true }));

describe('npm run inbox', () => {
  it('sorts files by folder, else by the title of their text, and leaves what it cannot read', async () => {
    await put('inbox/README.md', '收件箱');
    await put('inbox/甲.txt', PLAN);
    await put('inbox/乙.txt', SUMMARY);
    await put('inbox/policies/丙.txt', NOTICE);
    await put('inbox/丁.exe', 'MZ\u0000\u0001\u0003\u0000');
    await put('inbox/_稿.txt', PLAN);
    const run = await inbox('--report', at('out/inbox.md'));
    expect(run.code).toBe(1);
    expect(await files('plans')).toHaveLength(1);
    expect(await files('summaries')).toHaveLength(1);
    expect(await files('policies')).toEqual(['yunjiaofa-2013-5.mdx']);
    // Nothing of it was in git: the originals are kept.
    expect(await files('inbox')).toEqual([
      ...['README.md', '_已转换/丙.txt', '_已转换/乙.txt', '_已转换/甲.txt', '_稿.txt', '丁.exe'],
    ]);
    expect(run.out).toContain('没有转换的还在收件箱里');
    const report = await readFile(at('out/inbox.md'), 'utf8');
    expect(report).toMatch(/^<!-- jiaoyan-wenku:inbox -->\n## 收件箱转换报告/);
    expect(report).toContain('已转换 3 个文件，1 个没有转换。');
    expect(report.indexOf('没有转换的')).toBeLessThan(report.indexOf('已经转换的'));
    expect(report).toContain('题名以“总结”结尾');
    expect(report).toContain('放在 policies 文件夹');
    // A second run has only the refused one before it.
    expect((await inbox()).out).toContain('已导入 0 个文件，1 个未导入');
  });

  it('writes nothing in a trial', async () => {
    await put('inbox/甲.txt', PLAN);
    const run = await inbox('--dry-run');
    expect([run.code, await files('plans'), await files('inbox')]).toEqual([0, [], ['甲.txt']]);
    expect(run.out).toContain('试运行');
  });

  it('deletes originals that the last commit holds', async () => {
    await put('inbox/甲.txt', PLAN);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', '收到');
    await put('inbox/乙.txt', SUMMARY);
    // As a pattern of git it would mean the one that is committed.
    await put('inbox/[甲丙].txt', NOTICE);
    const run = await inbox();
    expect(run.code).toBe(0);
    expect(await files('inbox')).toEqual(['_已转换/[甲丙].txt', '_已转换/乙.txt']);
  });

  it('keeps originals as attachments that the check accepts', async () => {
    await put('inbox/plans/甲.txt', PLAN);
    expect((await inbox('--keep')).code).toBe(0);
    const [plan = ''] = await files('plans');
    const original = `originals/${plan.replace('.mdx', '.txt')}`;
    expect(await files('files')).toEqual([original]);
    expect(await files('inbox')).toEqual([]);
    expect(await readFile(at('content/plans', plan), 'utf8')).toContain(`file: files/${original}\n---\n`);
    const check = await runScript('check-content.ts', ['--format', 'json'], folder(), at('content'));
    expect(JSON.parse(check.out).errors).toBe(0);
  });

  it('has nothing to do in an empty inbox, or without one', async () => {
    expect(await inbox()).toMatchObject({ code: 0, out: '收件箱是空的，没有要转换的文件。\n' });
    await put('inbox/README.md', '收件箱');
    expect((await inbox()).code).toBe(0);
  });

  it('tells a wrong call in Chinese and ends with 2', async () => {
    for (const args of [['甲.txt'], ['--wrong'], ['--report']]) {
      const { code, err } = await inbox(...args);
      expect([code, err]).toEqual([2, expect.stringMatching(/^发现.+应/)]);
    }
    const { code, err } = await runScript('import-inbox.ts', [], folder(), at('没有'));
    expect([code, err]).toEqual([2, expect.stringContaining('不是可读的文件夹')]);
  });
});

it('the name of a file tells where nothing else does', () => {
  const of = (file: string): string => chooseCollection(file, undefined).collection;
  expect(of('2013年度工作计划.docx')).toBe('plans');
  expect(of('年度/2013年度工作总结.doc')).toBe('summaries');
  expect(of('summaries/2013年度工作计划.docx')).toBe('summaries');
  expect(of('plans')).toBe('policies');
  expect(of('扫描件0001.pdf')).toBe('policies');
});

it('an attachment is entered only where there is none, and nothing else is touched', () => {
  const text = '---\ntitle: 甲\n---\n\n正文\n\n---\n';
  expect(enterAttachment(text, 'files/a.docx')).toBe(
    '---\ntitle: 甲\nattachments:\n  - title: 原件\n    file: files/a.docx\n---\n\n正文\n\n---\n',
  );
  expect(enterAttachment('---\nattachments: []\n---\n', 'files/a.docx')).toBeUndefined();
  expect(enterAttachment('没有著录\n\n---\n---\n', 'files/a.docx')).toBeUndefined();
});

it.each([
  ['inbox/甲.docx', true],
  ['inbox/plans/甲.docx', true],
  ['inbox/README.md', false],
  ['inbox/plans/_稿/甲.docx', false],
  ['inbox/~$甲.docx', false],
  ['inbox/.gitkeep', false],
  ['inbox/Thumbs.db', false],
])('%s waits: %s', (file, waits) => {
  expect(isWaiting(file)).toBe(waits);
});
