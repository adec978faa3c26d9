import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkFaults, writeFaults } from '../../../scripts/report-links.ts';
import { qualityReport } from '../../../scripts/report-quality.ts';
import type { Issue } from '../../../src/lint/issue.ts';
import { runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const at = (name: string): string => path.join(folder(), name);

const finding = (what: string) => ({
  what,
  url: '/plans/2012/',
  label: '云岭区教研室2012年度工作计划',
  cited: 0,
});
const check = (id: string, group: string, weight: string, findings: unknown[]) => ({
  ...{ id, group, weight, findings, title: '站内死链', mend: '改链接的地址。' },
});
const site = async (checks: unknown[], built: unknown = { pages: 1, links: 2, files: 0, external: [] }) => {
  await mkdir(at('dist/api'), { recursive: true });
  await writeFile(at('dist/api/inspection.json'), JSON.stringify({ asOf: null, columns: [], checks, built }));
};

describe('npm run links', () => {
  it('tells the faults that a reader would click on, and only those', async () => {
    await site([
      check('dead-link', '链接与附件', 'fault', [finding('链接 /没有/, 50% 打不开\n::error::')]),
      check('image-alt', '链接与附件', 'fault', []),
      check('no-topic', '著录', 'gap', [finding('没有主题')]),
    ]);
    const faults = await linkFaults(at('dist'));
    expect(faults.map(({ id }) => id)).toEqual(['dead-link']);
    expect(writeFaults(faults, 'text')).toContain(
      '站内死链 云岭区教研室2012年度工作计划（/plans/2012/）：链接 /没有/',
    );
    // A hostile text can't begin a command of its own.
    expect(writeFaults(faults, 'github').split('\n')).toEqual([
      expect.stringMatching(/^::error title=站内死链::.+50%25 打不开%0A::error::。改法：/),
      '共 1 处打不开或不合要求，请改正后再合并。',
    ]);
    const run = await runScript('report-links.ts', ['--format', 'github'], folder());
    expect(run.code).toBe(1);
  });

  it('is content with a sound site', async () => {
    await site([check('dead-link', '链接与附件', 'fault', [])]);
    expect(await runScript('report-links.ts', [], folder())).toMatchObject({
      code: 0,
      out: '站内链接和附件都打得开。\n',
    });
  });

  it('says when there is no site, or no whole report', async () => {
    await expect(linkFaults(at('dist'))).rejects.toThrow('先运行 npm run build');
    await site([], null);
    await expect(linkFaults(at('dist'))).rejects.toThrow('不是完整的自查报告');
    await writeFile(at('dist/api/inspection.json'), '{');
    await expect(linkFaults(at('dist'))).rejects.toThrow('不是完整的自查报告');
    expect((await runScript('report-links.ts', ['--format', 'pdf'], folder())).code).toBe(2);
  });
});

describe('npm run quality', () => {
  const issue = (given: Partial<Issue>): Issue => ({
    ...{
      rule: 'r',
      severity: 'warning',
      file: 'content/plans/a.mdx',
      line: 3,
      found: '甲',
      expected: '乙',
      fix: '丙',
    },
    ...given,
  });

  it('gives every problem a fingerprint of its own that does not follow its line', () => {
    const [first, second, error] = qualityReport([
      ...[issue({}), issue({ line: 9 }), issue({ severity: 'error', found: '丁' })],
    ]);
    expect(first).toMatchObject({
      ...{ description: '发现甲，应为乙。改法：丙。', check_name: 'r', severity: 'minor' },
      location: { path: 'content/plans/a.mdx', lines: { begin: 3 } },
    });
    expect(second?.fingerprint).not.toBe(first?.fingerprint);
    expect(error?.severity).toBe('major');
    expect(qualityReport([issue({ line: 40 })])[0]?.fingerprint).toBe(first?.fingerprint);
  });

  it('writes the report, and asks for a file to write it to', async () => {
    await mkdir(at('content/plans'), { recursive: true });
    await writeFile(at('content/plans/a.mdx'), '没有著录\n');
    const run = await runScript('report-quality.ts', ['--out', 'quality.json'], folder(), at('content'));
    expect([run.code, run.out]).toEqual([1, expect.stringContaining('已写进 quality.json')]);
    expect((await runScript('report-quality.ts', [], folder(), at('content'))).code).toBe(2);
  });
});
