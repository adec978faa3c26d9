import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/load/content-fs.ts';
import { type Run, runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const plan = (number: number): string =>
  `云岭区教研室2012年度工作计划\n\n云教研字[2012]${number}号\n\n一、指导思想\n\n提高**质量,落实云教发(2011)5号。\n`;

const at = (...parts: string[]): string => path.join(folder(), ...parts);
const run = (...args: string[]): Promise<Run> => runScript('import-documents.ts', args, folder());
const put = async (name: string, data: string | Uint8Array): Promise<void> => {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), data);
};
/** Every file below a folder, relative, sorted. */
const filesIn = (name: string): string[] =>
  existsSync(at(name))
    ? readdirSync(at(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(at(name), path.join(entry.parentPath, entry.name)))
        .toSorted()
    : [];

interface JsonReport {
  imported: number;
  refused: number;
  files: {
    file: string;
    ok: boolean;
    reason?: string;
    outputs: {
      path: string;
      text?: string;
      fields: { field: string; value?: string }[];
      findings: { kind: string; line: number }[];
    }[];
  }[];
}
const json = (result: Run): JsonReport => JSON.parse(result.out) as JsonReport;

describe('npm run import', () => {
  it('writes one document per file, which the library then reads', async () => {
    await put('in/甲.txt', plan(3));
    await put('in/下级/乙.md', `# 云岭区教研室2013年度工作计划\n\n正文。\n`);
    const result = await run('in', '--to', 'plans');
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(filesIn('content')).toEqual([
      'plans/yunjiaoyanzi-2012-3.mdx',
      'plans/yunlingqujiaoyanshi-2013-niandugongzuojihua.mdx',
    ]);
    const { documents } = await loadContent(at('content'));
    expect(documents.map(({ problems }) => problems)).toEqual([[], []]);
    expect(result.out).toContain('docNumber：云教研字〔2012〕3号｜原文写明｜');
    expect(result.out).toMatch(/第 7 行：两个星号照录/);
    expect(result.out).toContain('文中引用的文号：云教发〔2011〕5号');
    expect(result.out).toContain('已导入 2 个文件。');
  });

  it('gives the same report as data', async () => {
    await put('甲.txt', plan(3));
    const report = json(await run('甲.txt', '--to', 'plans', '--json'));
    expect(report).toMatchObject({ imported: 1, refused: 0, files: [{ file: '甲.txt', ok: true }] });
    const [output] = report.files[0]?.outputs ?? [];
    expect(output?.path).toBe(path.join('content', 'plans', 'yunjiaoyanzi-2012-3.mdx'));
    expect(output?.fields.find(({ field }) => field === 'period')?.value).toBe('2012年');
    expect(output?.findings.some(({ kind, line }) => kind === 'changed' && line === 7)).toBe(true);
  });

  it('writes nothing in a trial run', async () => {
    await put('甲.txt', plan(3));
    const result = await run('甲.txt', '--to', 'plans', '--dry-run');
    expect(result.code).toBe(0);
    expect(result.out).toContain('没有写入任何文件');
    expect(result.out).toContain('  | docNumber: 云教研字〔2012〕3号');
    expect(filesIn('.')).toEqual(['甲.txt']);
    const [file] = json(await run('甲.txt', '--to', 'plans', '--dry-run', '--json')).files;
    expect(file?.outputs[0]?.text).toMatch(/^---\ntitle: .*\n## 一、指导思想\n/s);
  });

  it('refuses bad files with reasons and brings the others in', async () => {
    await put('in/1-good.txt', plan(3));
    await put('in/2-empty.txt', '');
    await put(
      'in/3-binary.txt',
      Uint8Array.from({ length: 999 }, (_, index) => (index * 71) % 256),
    );
    await put('in/4-sheet.docx', zipSync({ 'xl/workbook.xml': strToU8('x') }));
    await put('in/5-blank.txt', '\n \n');
    await put('in/6-good.txt', plan(4));
    await put('in/.DS_Store', 'x');
    const result = await run('in', '--to', 'plans', '--json');
    expect(result.code).toBe(1);
    const report = json(result);
    expect(report).toMatchObject({ imported: 2, refused: 4 });
    const reasons = Object.fromEntries(report.files.map(({ file, reason }) => [path.basename(file), reason]));
    expect(reasons['2-empty.txt']).toMatch(/空的/);
    expect(reasons['3-binary.txt']).toMatch(/不是纯文本|编码/);
    expect(reasons['4-sheet.docx']).toMatch(/^发现Excel 表格.*，应为 \.docx、.*。改法：/);
    for (const reason of Object.values(reasons))
      if (reason !== undefined) expect(reason).toMatch(/^发现.*，应为.*。改法：/s);
    expect(reasons['5-blank.txt']).toMatch(/只有空白/);
    expect(filesIn('content')).toEqual(['plans/yunjiaoyanzi-2012-3.mdx', 'plans/yunjiaoyanzi-2012-4.mdx']);
  });

  it('shows its progress on many files, apart from the report', async () => {
    for (let number = 1; number <= 25; number++) await put(`in/${number}.txt`, plan(number));
    const result = await run('in', '--to', 'plans', '--json');
    expect(result.err).toMatch(
      /^正在处理 2\/25：in\/10\.txt\n(?:正在处理 \d+\/25：in\/\d+\.txt\n)*已处理 25\/25\n$/,
    );
    expect(json(result).imported).toBe(25);
  });

  it('survives a line of a million characters', async () => {
    await put('甲.txt', `云岭区教研室2012年度工作计划\n${'教研工作，'.repeat(200_000)}`);
    expect((await run('甲.txt', '--to', 'plans')).code).toBe(0);
    expect(readFileSync(at('content', filesIn('content')[0] ?? ''), 'utf8').length).toBeGreaterThan(
      1_000_000,
    );
  });

  it('names files that cannot be read or found', async () => {
    await put('in/甲.txt', plan(3));
    await put('in/locked.txt', plan(4));
    await chmod(at('in/locked.txt'), 0);
    await symlink(at('in'), at('in/loop'));
    await symlink(at('nowhere'), at('in/broken'));
    const report = json(await run('in', 'missing.txt', '--to', 'plans', '--json'));
    const reasons = Object.fromEntries(report.files.map(({ file, reason }) => [path.basename(file), reason]));
    expect(reasons['missing.txt']).toMatch(/没有这个文件/);
    expect(reasons['loop']).toMatch(/不是普通文件/);
    expect(reasons['broken']).toMatch(/不是普通文件/);
    // The superuser may read anything, so there the locked file comes in.
    if (process.getuid?.() !== 0) expect(reasons['locked.txt']).toMatch(/没有权限/);
    expect(filesIn('content')).toContain('plans/yunjiaoyanzi-2012-3.mdx');
  });
});

describe('npm run import and what is there already', () => {
  const target = 'content/plans/yunjiaoyanzi-2012-3.mdx';

  it('never overwrites without --force', async () => {
    await put('甲.txt', plan(3));
    await put(target, 'mine');
    const refused = await run('甲.txt', '--to', 'plans');
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/^ {2}未导入：发现 .*已经存在，应为.*没有覆盖。改法：.*--force/m);
    expect(readFileSync(at(target), 'utf8')).toBe('mine');
    expect((await run('甲.txt', '--to', 'plans', '--force')).code).toBe(0);
    expect(readFileSync(at(target), 'utf8')).toContain('docNumber: 云教研字〔2012〕3号');
    expect(filesIn('content')).toEqual(['plans/yunjiaoyanzi-2012-3.mdx']);
  });

  it('writes into a folder that is empty or holds only the registers', async () => {
    await put('甲.txt', plan(3));
    await put('content/agencies.yml', '');
    expect((await run('甲.txt', '--to', 'plans')).code).toBe(0);
    expect(filesIn('content')).toContain('plans/yunjiaoyanzi-2012-3.mdx');
  });

  it('refuses a number that another file of the library has', async () => {
    await put(
      'content/plans/2012-plan.mdx',
      '---\ntitle: 甲\ndocNumber: 云教研字〔2012〕3号\nissuer: 乙\nkind: 工作计划\ncompleteness: 全文\n---\n',
    );
    await put('甲.txt', plan(3));
    const result = await run('甲.txt', '--to', 'plans', '--force');
    expect(result.code).toBe(1);
    expect(result.out).toContain('文号 云教研字〔2012〕3号 已经在 plans/2012-plan.mdx 里');
  });

  it('says when the text of a record arrives', async () => {
    await put(
      target,
      '---\ntitle: 甲\ndocNumber: 云教研字〔2012〕3号\nissuer: 乙\nkind: 工作计划\ncompleteness: 题录\n---\n',
    );
    await put('甲.txt', plan(3));
    expect((await run('甲.txt', '--to', 'plans')).out).toMatch(/现有的是题录/);
  });

  it('lets only one of two inputs have a number, and numbers equal titles apart', async () => {
    await put('in/a.txt', plan(3));
    await put('in/b.txt', `${plan(3)}另一段。\n`);
    await put('in/c.txt', '云岭区教研室工作计划\n正文甲。\n');
    await put('in/d.txt', '云岭区教研室工作计划\n正文乙。\n');
    await put('in/e.txt', '云岭区教研室工作计划\n正文乙。\n');
    const result = await run('in', '--to', 'plans');
    expect(result.code).toBe(1);
    expect(result.out).toMatch(/b\.txt\n.*与 in\/a\.txt 得到同一个文件名/);
    expect(result.out).toMatch(/e\.txt\n.*内容与 in\/d\.txt 的来源完全相同/);
    expect(filesIn('content')).toEqual([
      'plans/yunjiaoyanzi-2012-3.mdx',
      'plans/yunlingqujiaoyanshigongzuojihua-2.mdx',
      'plans/yunlingqujiaoyanshigongzuojihua.mdx',
    ]);
  });

  it('brings in all the documents of a file or none', async () => {
    await put('甲.txt', `${plan(3)}\n云岭区教研室2012年度工作总结\n\n一年来的工作已经完成。\n`);
    await put('content/summaries/yunlingqujiaoyanshi-2012-niandugongzuozongjie.mdx', 'mine');
    expect((await run('甲.txt', '--to', 'plans')).code).toBe(1);
    expect(filesIn('content')).toEqual(['summaries/yunlingqujiaoyanshi-2012-niandugongzuozongjie.mdx']);
    expect((await run('甲.txt', '--to', 'plans', '--out', 'other')).code).toBe(0);
    expect(filesIn('other')).toEqual([
      'plans/yunjiaoyanzi-2012-3.mdx',
      'summaries/yunlingqujiaoyanshi-2012-niandugongzuozongjie.mdx',
    ]);
  });

  it('writes to CONTENT_DIR and takes issuers from its register', async () => {
    await put('lib/agencies.yml', '- { code: 云教发, issuer: 云岭区教育局, certainty: 有据, basis: 落款 }\n');
    await put('甲.txt', '关于做好工作的通知\n云教发[2012]5号\n各中小学：\n正文。\n');
    const result = await runScript('import-documents.ts', ['甲.txt', '--to', 'policies'], folder(), 'lib');
    expect(result.out).toContain('issuer：云岭区教育局｜推断｜机关代字表：云教发');
    expect(filesIn('lib')).toEqual(['agencies.yml', 'policies/yunjiaofa-2012-5.mdx']);
  });
});

describe('npm run import, typed wrongly', () => {
  it.each([
    [[], /没有写要导入的文件/],
    [['x.txt'], /没有写 --to/],
    [['x.txt', '--to', 'plan'], /--to plan，应为/],
    [['x.txt', '--to', 'plans', '--froce'], /不认识或缺少值的选项 --froce/],
    [['x.txt', '--to'], /不认识或缺少值的选项 --to/],
    [['.', '--to', 'plans'], /没有文件/],
  ])('%j explains itself and ends with 2', async (args, message) => {
    const result = await run(...args);
    expect(result.code).toBe(2);
    expect(result.err).toMatch(message);
    expect(result.err).toContain('用法：');
    expect(result.err).not.toMatch(/\n\s+at /);
  });

  it('prints its usage when asked', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--dry-run') });
  });
});
