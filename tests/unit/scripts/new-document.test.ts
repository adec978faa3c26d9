import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/load/content-fs.ts';
import { type Run, runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const at = (...parts: string[]): string => path.join(folder(), ...parts);
const run = (...args: string[]): Promise<Run> => runScript('new-document.ts', args, folder());

describe('npm run new', () => {
  it('writes a valid document and says where', async () => {
    const args = [
      '--title',
      '云岭区教研室2012年度工作计划',
      '--number',
      '云教研字[2012] 03 号',
      '--issuer',
      '云岭区教研室',
      '--year',
      '2012',
    ];
    const result = await run('plan', ...args);
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(result.out).toContain(path.join('content', 'plans', 'yunjiaoyanzi-2012-3.mdx'));
    const [document] = (await loadContent(at('content'))).documents;
    expect(document?.data).toMatchObject({
      docNumber: '云教研字〔2012〕3号',
      period: '2012年',
      kind: '工作计划',
    });
  });

  it('takes the issuer from the register of agency codes', async () => {
    await mkdir(at('content'));
    await writeFile(
      at('content/agencies.yml'),
      '- { code: 云教发, issuer: 云岭区教育局, certainty: 有据, basis: 落款 }\n',
    );
    await run('policy', '--title', '关于做好工作的通知', '--number', '云教发〔2012〕5号');
    const [document] = (await loadContent(at('content'))).documents;
    expect(document).toMatchObject({
      id: 'policies/yunjiaofa-2012-5',
      data: { issuer: '云岭区教育局', kind: '通知' },
    });
  });

  it.each([
    ['plan', 'plans'],
    ['summary', 'summaries'],
    ['policy', 'policies'],
  ])('writes a valid document of the kind %s from nothing at all', async (kind, collection) => {
    const result = await run(kind);
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(result.out).toMatch(/下一步：填写标题（title），核对发文机关/);
    const [document] = (await loadContent(at('content'))).documents;
    expect(document).toMatchObject({
      id: `${collection}/new-${kind}`,
      problems: [],
      data: { title: '（待填标题）' },
    });
  });

  it('names what is still to be filled in', async () => {
    const result = await run('summary', '--file', '2012-summary', '--year', '2012-2013学年第1学期');
    expect(result.out).toContain('填写标题');
    expect(readFileSync(at('content/summaries/2012-summary.mdx'), 'utf8')).toContain(
      'period: 2012—2013学年第一学期',
    );
  });

  it('refuses to overwrite', async () => {
    await run('plan', '--title', '云岭区计划');
    await writeFile(at('content/plans/yunlingqujihua.mdx'), 'mine');
    const again = await run('plan', '--title', '云岭区计划');
    expect(again.code).toBe(1);
    expect(again.err).toMatch(/已经存在/);
    expect(readFileSync(at('content/plans/yunlingqujihua.mdx'), 'utf8')).toBe('mine');
  });

  it.each([
    [[], /没有写文件的类别/],
    [['memo'], /发现 memo/],
    [['plan', '--number', '三号'], /发现 --number 三号/],
    [['plan', '--title', '甲', '--year', '去年'], /发现 --year 去年/],
    [['plan', '--title', ' '], /--title 是空的/],
    [['plan', '--file', '../x'], /发现 --file/],
    [['plan', '--titel', 'x'], /--titel/],
  ])('%j explains itself and ends with 2', async (args, message) => {
    const result = await run(...args);
    expect(result.code).toBe(2);
    expect(result.err).toMatch(message);
    expect(result.err).not.toMatch(/\n\s+at /);
  });
});
