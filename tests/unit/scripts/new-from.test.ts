import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { loadContent } from '../../../src/load/content-fs.ts';
import { writeContent } from '../../support/temp-content.ts';
import { type Run, runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const at = (...parts: string[]): string => path.join(folder(), ...parts);
const run = (...args: string[]): Promise<Run> => runScript('new-document.ts', args, folder());

beforeEach(() => cp('tests/fixtures/library', at('content'), { recursive: true }));

async function made(file: string) {
  const { documents } = await loadContent(at('content'));
  const document = documents.find(({ source }) => source.file === file);
  expect(document?.problems).toEqual([]);
  return document;
}

describe('npm run new -- plan --from', () => {
  it.each([
    'plans/yunjiaoyanzi-2012-3',
    '云教研字[2012] 03 号',
    'content/plans/2012.mdx',
    'plans/2012.mdx',
    'last',
  ])('finds %s and makes next year’s plan of it, a draft that the check passes', async (asked) => {
    const result = await run('plan', '--from', asked);
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(result.out).toContain(path.join('content', 'plans', '2013-work-plan.mdx'));
    const { data } = (await made('plans/2013-work-plan.mdx')) ?? {};
    expect(data).toMatchObject({ title: '云岭区教研室2013年度工作计划', period: '2013年', draft: true });
    expect(data?.docNumber).toBeUndefined();
    const { issues } = await checkContent(at('content'), ['plans/2013-work-plan.mdx']);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('names the lines to look at as they are in the new file', async () => {
    const { out } = await run('plan', '--from', 'last');
    const line = Number(/第 (\d+) 行：正文写着 2012/.exec(out)?.[1]);
    const text = readFileSync(at('content/plans/2013-work-plan.mdx'), 'utf8');
    expect(text.split('\n')[line - 1]).toContain('现将2012年度工作安排如下');
    expect(out).toContain('正文引用的 云教发〔2008〕2号 已废止');
    expect(text).toContain('# - 正文引用的 云教发〔2008〕2号 已废止');
  });

  it('takes another period, number, title and file name when they are given', async () => {
    const given = [
      '--year',
      '2014',
      '--number',
      '云教研字〔2014〕1号',
      '--title',
      '新计划',
      '--file',
      'next',
    ];
    await run('plan', '--from', 'last', ...given);
    expect((await made('plans/next.mdx'))?.data).toMatchObject({
      ...{ title: '新计划', period: '2014年', docNumber: '云教研字〔2014〕1号' },
    });
  });

  it('never overwrites, and passes drafts by when it takes the last', async () => {
    await run('plan', '--from', 'last');
    const again = await run('plan', '--from', 'last');
    expect(again.code).toBe(1);
    expect(again.err).toMatch(/2013-work-plan\.mdx 已经存在/);
  });

  it('makes the summary that reports on a plan', async () => {
    const { code, out } = await run('summary', '--from', '云教研字〔2012〕3号');
    expect(code).toBe(0);
    expect(out).toContain('2012-work-summary.mdx');
    const { data, source } = (await made('summaries/2012-work-summary.mdx')) ?? {};
    expect(data?.relations).toEqual({ reportsOn: ['云教研字〔2012〕3号'] });
    expect(source?.body).toContain('## 二、主要措施');
    expect(source?.body).toContain('> 计划：1\\.经费按云教发〔2008〕2号执行。\n\n（待写：完成情况）');
  });

  it.each([
    [
      ['plan', '--from', 'plans/yunjiaoyanzi-2012-4'],
      1,
      /没有这份工作计划.*是不是 plans\/yunjiaoyanzi-2012-3/,
    ],
    [['plan', '--from', 'policies/yunjiaofa-2011-5'], 1, /没有这份工作计划/],
    [['policy', '--from', 'last'], 2, /policy 带有 --from/],
    [['plan', '--from'], 2, /--from/],
  ])('%j explains itself and ends with %i', async (args, code, message) => {
    const result = await run(...args);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(message);
    expect(result.err).not.toMatch(/\n\s+at /);
  });

  it('explains what can’t be taken: a record, a faulty file, a plan of no time, an empty library', async () => {
    const plan = (title: string, more: string): string =>
      `---\ntitle: ${title}\nissuer: 云岭区教研室\nkind: 工作计划\n${more}\n---\n`;
    await writeContent(at('content'), {
      'plans/record.mdx': plan('2010年计划', 'completeness: 题录'),
      'plans/faulty.mdx': plan('2010年计划', 'completeness: 全部'),
      'plans/timeless.mdx': `${plan('计划', 'completeness: 全文')}\n一、目标。\n`,
    });
    expect((await run('plan', '--from', 'plans/record')).err).toMatch(/只有题录/);
    expect((await run('plan', '--from', 'plans/faulty')).err).toMatch(/著录有错误.*npm run check/);
    expect((await run('plan', '--from', 'plans/timeless')).err).toMatch(/没有写所属时期（period）/);
    await writeContent(at('empty'), { 'plans/.gitkeep': '' });
    const empty = await runScript('new-document.ts', ['plan', '--from', 'last'], folder(), at('empty'));
    expect(empty).toMatchObject({ code: 1, err: expect.stringMatching(/应至少有一份/) });
  });
});
