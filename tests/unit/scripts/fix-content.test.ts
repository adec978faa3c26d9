import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fixContent } from '../../../scripts/check/fix-content.ts';
import { checkContent, fixFolder } from '../../../scripts/check-content.ts';
import type { Issue, TextEdit } from '../../../src/lint/issue.ts';
import { parseSource } from '../../../src/schema/source.ts';
import { runScript } from './run-script.ts';

const FIELDS =
  '---\ntitle: 云岭区教研室2012年度工作计划\nissuer: 云岭区教研室\nkind: 工作计划\ncompleteness: 全文\n';
const plan = (body: string, extra = '') => `${FIELDS}${extra}---\n\n${body}`;

async function contentWith(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'fix-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await mkdir(path.join(dir, 'plans'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  }
  return dir;
}

const read = (dir: string, file = 'plans/a.mdx') => readFile(path.join(dir, file), 'utf8');

describe('--fix', () => {
  test('mends what is safe, keeps the rest to the letter, and finds nothing more the second time', async () => {
    const dir = await contentWith({
      'plans/a.mdx': plan(
        '一、教研,活动(试行).  \n\n1\\.落实\\(教学)：见云教发\\[2011]5号，8:30；(甲,\n乙)\n\n２.⼀\u200b般，二O一二年\n',
      ),
    });
    const { changed, left } = await fixFolder(dir);
    expect(await read(dir)).toBe(
      plan(
        '一、教研，活动（试行）.\n\n1\\.落实（教学）：见云教发\\[2011]5号，8:30；（甲，\n乙）\n\n2\\.一般，二〇一二年\n',
      ),
    );
    expect([...changed.keys()]).toEqual(['plans/a.mdx']);
    expect(left.size).toBe(0);
    expect((await checkContent(dir)).issues).toEqual([]);
    const again = await fixFolder(dir);
    expect(again.changed.size).toBe(0);
  });

  test('frontmatter: a number in another print keeps it as printedAs, a day gets its form', async () => {
    const dir = await contentWith({
      'plans/a.mdx': plan(
        '甲\n',
        'docNumber: 云教研字[2012]第03 号\nissuedOn: 2012年2月20日\nrelations: { implements: ["云教发[2011]5号"] }\n',
      ),
    });
    await fixFolder(dir);
    expect(await read(dir)).toBe(
      plan(
        '甲\n',
        'docNumber: 云教研字〔2012〕3号\nprintedAs: "云教研字[2012]第03 号"\nissuedOn: "2012-02-20"\nrelations: { implements: [云教发〔2011〕5号] }\n',
      ),
    );
  });

  test('a day that is none and a number that must be guessed at stay', async () => {
    const text = plan('甲\n', 'docNumber: 云教研字[12]3号\nissuedOn: 2012年2月30日\n');
    const dir = await contentWith({ 'plans/a.mdx': text });
    const { changed } = await fixFolder(dir);
    expect(changed.size).toBe(0);
    expect(await read(dir)).toBe(text);
  });

  test('files with errors of syntax are not touched, and it is said why', async () => {
    const yaml = plan('教研,活动\n', 'topics: [甲\n');
    const body = plan('教研,活动\n\n<甲\n');
    const dir = await contentWith({ 'plans/a.mdx': yaml, 'plans/b.mdx': body });
    const { changed, left } = await fixFolder(dir);
    expect(changed.size).toBe(0);
    expect(await read(dir)).toBe(yaml);
    expect(await read(dir, 'plans/b.mdx')).toBe(body);
    expect([...(left.get('plans/b.mdx') ?? [])].join()).toMatch(/正文读不了，没有自动改/);
  });

  test('only the files asked for', async () => {
    const text = plan('教研,活动\n');
    const dir = await contentWith({ 'plans/a.mdx': text, 'plans/b.mdx': text });
    await fixFolder(dir, ['plans/b.mdx']);
    expect(await read(dir)).toBe(text);
    expect(await read(dir, 'plans/b.mdx')).toContain('教研，活动');
  });

  test('who may read a file stays', async () => {
    const dir = await contentWith({ 'plans/a.mdx': plan('教研,活动\n') });
    await chmod(path.join(dir, 'plans/a.mdx'), 0o640);
    await fixFolder(dir);
    expect(await read(dir)).toBe(plan('教研，活动\n'));
    expect((await stat(path.join(dir, 'plans/a.mdx'))).mode & 0o777).toBe(0o640);
  });

  test('line ends stay, a byte order mark goes', async () => {
    const dir = await contentWith({ 'plans/a.mdx': `\uFEFF${plan('教研,活动\n')}`.replaceAll('\n', '\r\n') });
    await fixFolder(dir);
    expect(await read(dir)).toBe(plan('教研，活动\n').replaceAll('\n', '\r\n'));
  });
});

describe('what must not stand', () => {
  const text = plan('甲乙丙\n');
  const at = text.indexOf('甲');
  const issue = (rule: string, edits?: TextEdit[]): Issue => ({
    ...{ rule, severity: 'warning', file: 'plans/a.mdx', line: 8, found: '甲', expected: '乙', fix: '丙' },
    ...(edits ? { edits } : {}),
  });

  async function attempt(judge: (text: string) => Issue[]) {
    const dir = await contentWith({ 'plans/a.mdx': text });
    const source = parseSource('plans', 'plans/a.mdx', text);
    const report = await fixContent(dir, [source], judge(text), async (texts) =>
      judge(texts.get(source.file) ?? text),
    );
    return { report, now: await read(dir) };
  }

  test('a new problem: the file stays, with the rule that would report it', async () => {
    const { report, now } = await attempt((now) =>
      now === text ? [issue('one', [{ start: at, end: at, text: ' ' }])] : [issue('two')],
    );
    expect(now).toBe(text);
    expect([...(report.left.get('plans/a.mdx') ?? [])]).toEqual([
      '规则 one 的问题没有自动改：改后会出现新的问题（规则 two）',
    ]);
  });

  test('another structure: the file stays', async () => {
    const { report, now } = await attempt((now) =>
      now === text ? [issue('one', [{ start: at, end: at, text: '# ' }])] : [],
    );
    expect(now).toBe(text);
    expect([...(report.left.get('plans/a.mdx') ?? [])].join()).toMatch(/改后正文的结构会变/);
  });

  test('what one rule spoils does not keep another from its work', async () => {
    const { now } = await attempt((now) => [
      ...(now.includes('# ') ? [issue('new')] : [issue('bad', [{ start: at, end: at, text: '# ' }])]),
      ...(now.includes('丙,') ? [] : [issue('good', [{ start: at + 3, end: at + 3, text: ',' }])]),
    ]);
    expect(now).toBe(text.replace('丙', '丙,'));
  });

  test.each([
    ['changed meanwhile', (file: string) => writeFile(file, '别的'), /被别的程序改过，没有自动改/],
    ['gone meanwhile', (file: string) => rm(file), /系统不让写（ENOENT），没有自动改/],
  ])('a file that is %s: told, not thrown', async (_name, disturb, message) => {
    const dir = await contentWith({ 'plans/a.mdx': text });
    const source = parseSource('plans', 'plans/a.mdx', text);
    const found = [issue('one', [{ start: at, end: at, text: ',' }])];
    const { changed, left } = await fixContent(dir, [source], found, async () => {
      await disturb(path.join(dir, 'plans/a.mdx'));
      return [];
    });
    expect(changed.size).toBe(0);
    expect([...(left.get('plans/a.mdx') ?? [])].join()).toMatch(message);
  });

  test('edits that chase one another come to an end', async () => {
    const { now } = await attempt((now) => [
      issue('one', [{ start: at, end: at, text: now.length % 2 ? '.' : ',' }]),
    ]);
    expect(now.length).toBeLessThan(text.length + 100);
  });
});

describe('npm run check -- --fix', () => {
  const check = (dir: string, args: string[]) => runScript('check-content.ts', args, dir, dir);

  test('says what it changed and what remains; exit codes as without', async () => {
    const dir = await contentWith({ 'plans/a.mdx': plan('教研,活动\n\n{甲}\n') });
    const before = await check(dir, []);
    expect(before.out).toMatch(/npm run check -- --fix 可以代改/);
    const run = await check(dir, ['--fix']);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(
      /plans\/a\.mdx 自动改了 1 处：\n {2}第 8 行“教研,活动”改为“教研，活动”（规则 mixed-widths）/,
    );
    expect(run.out).toMatch(/1 个错误，0 个警告/);
    await writeFile(path.join(dir, 'plans/a.mdx'), plan('甲\n', 'docNumber: 云教研字[2012]3号\n'));
    expect((await check(dir, ['--fix'])).out).toContain('“docNumber: 云教研字[2012]3号”改为');
    await writeFile(path.join(dir, 'plans/a.mdx'), plan('教研,活动\n'));
    expect((await check(dir, ['--fix'])).code).toBe(0);
  });

  test('json holds both', async () => {
    const dir = await contentWith({ 'plans/a.mdx': plan('教研,活动\n') });
    const { code, out } = await check(dir, ['--fix', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      issues: [],
      fixed: [{ file: 'plans/a.mdx', changes: [{ rule: 'mixed-widths', line: 8, places: 1 }] }],
      unfixed: [],
    });
  });

  test('without a folder: exit 2', async () => {
    expect((await runScript('check-content.ts', ['--fix'], os.tmpdir(), '/no-such-folder')).code).toBe(2);
  });
});
