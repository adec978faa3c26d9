import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { planText, tempContent } from '../../support/temp-content.ts';
import { type Run, runScript } from './run-script.ts';

const AGENCIES = '- { code: 云教研字, issuer: 云岭区教研室, certainty: 有据, basis: 虚构 }\n';
const NUMBER = 'docNumber: 云教研字〔2012〕3号\naliases: [plans/draft]\n';
const record = (dir: string, ...args: string[]): Promise<Run> =>
  runScript('record-addresses.ts', args, path.resolve(import.meta.dirname, '../../..'), dir);
const read = (dir: string): Promise<string> => readFile(path.join(dir, 'addresses.yml'), 'utf8');

describe('npm run addresses', () => {
  it('records the pages that are there, says which, and finds nothing more the second time', async () => {
    const dir = await tempContent({ 'agencies.yml': AGENCIES, 'plans/a.mdx': planText(NUMBER) });
    const first = await record(dir);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('登记 4 个网址');
    const text = await read(dir);
    expect(text.match(/^- .*$/gm)).toEqual([
      '- /plans/yunjiaoyanzi-2012-3/',
      '- /issuers/yunlingqujiaoyanshi/',
      '- /years/2012/',
      '- /n/云教研字〔2012〕3号/',
    ]);
    expect(await record(dir)).toMatchObject({ code: 0, out: expect.stringContaining('没有要添加的') });
    expect(await read(dir)).toBe(text);
    expect((await readdir(dir)).sort()).toEqual(['addresses.yml', 'agencies.yml', 'plans']);
  });

  it('promises no comparison: after a rename with its alias, and without the earlier plan, the check passes', async () => {
    const plan = (year: number, extra = ''): string => planText(`period: ${year}年\n${extra}`);
    const summary = planText('period: 2012年\n').replaceAll('工作计划', '工作总结');
    const files = { 'agencies.yml': AGENCIES, 'summaries/b.mdx': summary };
    const [earlier, current] = [{ 'plans/earlier.mdx': plan(2011) }, { 'plans/old.mdx': plan(2012) }];
    const before = await tempContent({ ...files, ...earlier, ...current });
    expect((await record(before)).code).toBe(0);
    const addresses = await read(before);
    expect(addresses).not.toMatch(/changes|against-plan|citations/);
    // An earlier version did record them.
    const recorded = `${addresses}- /plans/old/changes/\n- /summaries/b/against-plan/\n`;
    const lost = async (more: Record<string, string>): Promise<string[]> => {
      const { issues } = await checkContent(
        await tempContent({ ...files, 'addresses.yml': recorded, ...more }),
      );
      return issues.filter(({ severity }) => severity === 'error').map(({ found }) => found);
    };
    expect(await lost({ ...earlier, 'plans/renamed.mdx': plan(2012, 'aliases: [plans/old]\n') })).toEqual([]);
    const onlyRecord = plan(2011).replace('全文', '题录').replace('一、指导思想。\n', '');
    expect(await lost({ 'plans/earlier.mdx': onlyRecord, ...current })).toEqual([]);
  });

  it('writes nothing with --dry-run', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText() });
    expect(await record(dir, '--dry-run')).toMatchObject({ code: 0, out: expect.stringContaining('会在') });
    await expect(read(dir)).rejects.toThrow();
  });

  it('refuses content with errors, and a page that was lost is one', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText(), 'addresses.yml': '- /plans/lost/\n' });
    const result = await record(dir);
    expect(result.code).toBe(1);
    expect(result.out).toContain('/plans/lost/');
    expect(result.err).toContain('没有登记');
    expect(await read(dir)).toBe('- /plans/lost/\n');
  });

  it('cannot run without a content folder, on a list in one line, or with what it does not know', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText(), 'addresses.yml': '[/plans/a/]\n' });
    expect(await record(dir)).toMatchObject({ code: 2, err: expect.stringContaining('改法') });
    expect(await record(path.join(dir, 'nowhere'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('CONTENT_DIR'),
    });
    expect(await record(dir, '--all')).toMatchObject({ code: 2, err: expect.stringContaining('--all') });
    expect(await record(dir, 'plans')).toMatchObject({ code: 2, err: expect.stringContaining('plans') });
  });

  it('records in a file with a byte order mark, and says of a folder that it is one', async () => {
    const marked = await tempContent({ 'plans/a.mdx': planText(), 'addresses.yml': '\uFEFF- /plans/a/\n' });
    expect(await record(marked)).toMatchObject({ code: 0, err: '' });
    expect(await read(marked)).toMatch(/^\uFEFF- \/plans\/a\/\n/);
    const folder = await tempContent({ 'plans/a.mdx': planText(), 'addresses.yml/a.txt': '' });
    const { code, out } = await record(folder);
    expect(code).toBe(1);
    expect(out).toContain('是一个文件夹');
    expect(out).not.toContain('UTF-8，');
    expect(out).toContain('改名或移走');
  });
});
