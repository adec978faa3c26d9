import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { planText, tempContent } from '../../support/temp-content.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SCRIPT = path.join(ROOT, 'scripts/check-content.ts');

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command as npm does, in a folder of its own. */
function check(dir: string, args: string[] = [], cwd = ROOT, env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, ...args], {
      cwd,
      env: { ...process.env, ...env, CONTENT_DIR: dir },
    });
    const run: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      run.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      run.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...run, code }));
  });
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('npm run check', () => {
  test('a clean folder: exit 0 and a summary', async () => {
    const run = await check(await tempContent({ 'plans/2012-work-plan.mdx': planText() }));
    expect(run).toEqual({ code: 0, stdout: '检查了 1 个文件：0 个错误，0 个警告。可以发布。\n', stderr: '' });
  });

  test('a day that is none: exit 2 and how to write it', async () => {
    const run = await check(await tempContent({ 'plans/a.mdx': planText() }), [], ROOT, {
      AS_OF: '2012-02-30',
    });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^发现日期（AS_OF）是“2012-02-30”，应为真实存在的日期.*改法：/);
  });

  test('warnings alone: exit 0', async () => {
    const run = await check(
      await tempContent({ 'plans/a.mdx': planText('docNumber: 云教研字〔2012〕3号\n') }),
    );
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/plans\/a\.mdx:6 警告：发现机关代字 云教研字 不在 agencies\.yml 中，应为/);
    expect(lastLine(run.stdout)).toBe('检查了 1 个文件：0 个错误，1 个警告。可以发布；警告请核对。');
  });

  test('errors in several files appear at once, in order, with file, line and mend', async () => {
    const dir = await tempContent({
      'plans/b.mdx': planText('isuedOn: "2012-02-20"\n'),
      'plans/a.mdx': planText('', '甲\n\n{乙}\n'),
      'summaries/c.mdx': '没有著录信息\n',
      'topics.yml': '- 课程: 改革: 一\n',
    });
    const run = await check(dir);
    expect(run.code).toBe(1);
    const places = [...run.stdout.matchAll(/^(\S+?\.(?:mdx|yml):\d+)/gm)].map((match) => match[1]);
    expect(places).toEqual(
      ['plans/a.mdx:10', 'plans/b.mdx:6', 'summaries/c.mdx:1', 'topics.yml:1'].map((place) =>
        path.join(dir, place),
      ),
    );
    expect(run.stdout.match(/发现.*，应为.*。\n {2}改法：.*。（规则 [a-z-]+，/g)).toHaveLength(4);
    expect(lastLine(run.stdout)).toBe('检查了 4 个文件：4 个错误，0 个警告。请先改正错误再提交。');
  });

  test('all faults of one file appear at once, in frontmatter and body', async () => {
    const extra = 'docNumber: 云教研字[2012]3号\ntopics: 课程改革\nkeywords: [甲]\n';
    const dir = await tempContent({
      'plans/a.mdx': planText(extra, '一 < 二<三\n\n{四}\n\n<b>五</b>\n\n见《六。\n'),
    });
    const { stdout } = await check(dir, ['--format', 'json']);
    const issues: { rule: string; line: number }[] = JSON.parse(stdout).issues;
    expect(issues.map(({ rule, line }) => `${line} ${rule}`)).toEqual([
      '6 frontmatter-schema',
      '7 frontmatter-schema',
      '8 frontmatter-schema',
      '11 mdx-syntax',
      '13 content-is-data',
      '15 unknown-component',
      '17 unbalanced-marks',
    ]);
  });

  test('paths restrict the report, not what is read', async () => {
    const number = 'docNumber: 云教研字〔2012〕3号\n';
    const agencies = '- { code: 云教研字, issuer: 云岭区教研室, certainty: 有据, basis: 虚构 }\n';
    const dir = await tempContent({
      'agencies.yml': agencies,
      'plans/a.mdx': planText(number),
      'plans/b.mdx': planText(number),
      'summaries/c.mdx': '坏\n',
    });
    for (const given of [path.join(dir, 'plans/a.mdx'), 'plans/a.mdx']) {
      const run = await check(dir, [given]);
      expect(run.code).toBe(1);
      expect(run.stdout).toContain('文号 云教研字〔2012〕3号 与 plans/b.mdx 重复');
      expect(run.stdout).not.toContain('c.mdx');
      expect(lastLine(run.stdout)).toMatch(/^检查了 1 个文件：1 个错误/);
    }
    expect(lastLine((await check(dir, ['plans'])).stdout)).toMatch(/^检查了 2 个文件：2 个错误/);
    expect(lastLine((await check(dir, ['plans/a.mdx', dir])).stdout)).toMatch(/^检查了 4 个文件：3 个错误/);
    expect((await check(dir, ['agencies.yml'])).code).toBe(0);
  });

  test.each([
    [['--strict'], /不认识的选项 --strict/],
    [['--format', 'xml'], /不认识的格式 xml.*text、github、json/],
    [['--format'], /--format 后面没有格式/],
    [['plans/none.mdx'], /路径 plans\/none\.mdx 不在内容文件夹/],
    [['..'], /路径 \.\. 不在内容文件夹/],
    [[''], /一个空的路径/],
    [['plans/a.mdx', '--fxi'], /不认识的选项 --fxi/],
  ])('%j cannot run: exit 2 and a Chinese message', async (args, message) => {
    const run = await check(await tempContent({ 'plans/a.mdx': planText() }), args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(message);
    expect(run.stderr).toMatch(/^发现.*，应为.*改法：[^\n]*\n$/);
  });

  test('a missing content folder, or a file in its place: exit 2', async () => {
    const dir = await tempContent({ file: '' });
    for (const missing of [path.join(dir, 'none'), path.join(dir, 'file')]) {
      const run = await check(missing);
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/^发现.*不是可读的文件夹，应为内容文件夹。改法：.*CONTENT_DIR[^\n]*\n$/);
    }
  });

  test('a folder without plans, summaries or policies is not taken for an empty library', async () => {
    const dir = await tempContent({ 'src/a.mdx': planText(), 'agencies.yml': '' });
    const run = await check(dir);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(
      /^发现 .*里没有 plans、summaries、policies .*，应为内容文件夹.*改法：[^\n]*\n$/,
    );
  });

  test('an office that has nothing yet is fine', async () => {
    const dir = await tempContent({ 'policies/.gitkeep': '' });
    const run = await check(dir);
    expect(run).toEqual({ code: 0, stdout: '检查了 0 个文件：0 个错误，0 个警告。可以发布。\n', stderr: '' });
  });

  test('documents beside the three folders are reported, the help pages and a README are not', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText(),
      'b.mdx': planText(),
      'plan/c.md': planText(),
      'README.md': '说明',
      'help/d.mdx': '',
      'rules/e.mdx': '',
      '_drafts/f.mdx': '',
    });
    const { stdout } = await check(dir, ['--format', 'json']);
    const issues: { rule: string; file: string }[] = JSON.parse(stdout).issues;
    expect(issues.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'stray-file b.mdx',
      'stray-file plan/c.md',
    ]);
  });

  test('--help explains the command', async () => {
    const run = await check(await tempContent({}), ['--help']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^用法：npm run check/);
  });

  test('json has its documented shape', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText('', '{甲}\n'), 'plans/b.docx': '' });
    const run = await check(dir, ['--format=json']);
    expect(run.code).toBe(1);
    const issue = {
      line: expect.any(Number),
      found: expect.any(String),
      expected: expect.any(String),
      fix: expect.any(String),
    };
    expect(JSON.parse(run.stdout)).toEqual({
      version: 1,
      files: 2,
      drafts: [],
      errors: 1,
      warnings: 1,
      issues: [
        { rule: 'content-is-data', severity: 'error', file: 'plans/a.mdx', column: 1, ...issue },
        { rule: 'stray-file', severity: 'warning', file: 'plans/b.docx', ...issue },
      ],
      excepted: [],
    });
  });

  test('github names files from the root of the repository', async () => {
    const dir = await tempContent({ '.git/HEAD': '', 'site/content/plans/a,b.mdx': planText('', '{甲}\n') });
    const run = await check(path.join(dir, 'site/content'), ['--format', 'github']);
    expect(run.stdout).toMatch(
      /^::error file=site\/content\/plans\/a%2Cb\.mdx,line=8,col=1,title=content-is-data::发现[^\n]*改法：/m,
    );
  });

  test('on GitHub the whole report goes into the summary of the run', async () => {
    const dir = await tempContent({
      'content/plans/a.mdx': planText('', '{甲}\n'),
      'summary.md': '前一步。\n',
    });
    const summary = path.join(dir, 'summary.md');
    const run = await check(path.join(dir, 'content'), ['--format', 'github'], ROOT, {
      GITHUB_STEP_SUMMARY: summary,
    });
    expect(run.code).toBe(1);
    expect(await readFile(summary, 'utf8')).toMatch(/^前一步。\n## 内容检查\n[\s\S]*\| 错误 \| 发现/);
  });

  test('sarif knows every rule by its page, and files from the root of the repository', async () => {
    const dir = await tempContent({
      '.git/HEAD': '',
      'content/plans/甲 乙.mdx': planText('', '{甲}\n'),
      'content/exceptions.yml': '- { rule: file-name, document: plans/甲 乙.mdx, reason: 虚构 }\n',
    });
    const run = await check(path.join(dir, 'content'), ['--format', 'sarif'], ROOT, {
      SITE_URL: 'https://wenku.example.org',
      BASE_PATH: '/wk',
    });
    expect(run.code).toBe(1);
    const [{ tool, results }] = JSON.parse(run.stdout).runs;
    expect(tool.driver.rules.length).toBeGreaterThan(40);
    for (const { id, helpUri, shortDescription } of tool.driver.rules) {
      expect(helpUri).toBe(`https://wenku.example.org/wk/help/rules/${id}/`);
      expect(shortDescription.text).toMatch(/\p{Script=Han}/u);
    }
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('content-is-data');
    const uri = 'content/plans/%E7%94%B2%20%E4%B9%99.mdx';
    expect(results.map((result: { ruleId: string }) => result.ruleId)).toEqual([
      'content-is-data',
      'file-name',
    ]);
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri,
      uriBaseId: '%SRCROOT%',
    });
    expect(results[1].suppressions).toHaveLength(1);
  });
});
