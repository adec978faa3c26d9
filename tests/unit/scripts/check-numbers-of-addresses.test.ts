import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import type { Issue } from '../../../src/lint/issue.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const AGENCIES = '- { code: 云教研字, issuer: 云岭区教研室, certainty: 有据, basis: 虚构 }\n';
const CITING = planText('', '一、见云教研字〔2012〕30号、市教发〔2010〕9号。\n');

/** What the rules on addresses say of a register, given the files. */
async function issuesOf(addresses: string, files: Record<string, string>): Promise<Issue[]> {
  const dir = await tempContent({ 'agencies.yml': AGENCIES, 'addresses.yml': addresses, ...files });
  const { issues } = await checkContent(dir);
  return issues.filter(({ rule }) => rule === 'address-lost' || rule === 'redirect-target');
}

describe('the published page of a number', () => {
  const both = '- /plans/yunjiaoyanzi-2012-30/\n- /n/云教研字〔2012〕30号/\n';
  const files = (aliases: string) => ({
    'plans/a.mdx': planText(`docNumber: 云教研字〔2012〕3号\n${aliases}`),
    'plans/citing.mdx': CITING,
  });

  test('is lost when no document bears the number, though others cite it', async () => {
    const issues = await issuesOf(both, files(''));
    expect(issues.map(({ line }) => line)).toEqual([1, 2]);
    for (const { fix } of issues) expect(fix).toContain('aliases: [云教研字〔2012〕30号]');
    expect(issues[1]?.found).toContain('只说明本库未收录');
    expect(issues[1]?.fix).toContain('删去这一条');
  });

  test('cannot lead elsewhere while it is cited', async () => {
    const [issue, ...more] = await issuesOf(
      '- { path: /n/云教研字〔2012〕30号/, to: /citations/ }\n',
      files(''),
    );
    expect(more).toEqual([]);
    expect(issue?.fix).toContain('删去这一条');
  });

  test('is not saved by the former address alone', async () => {
    const issues = await issuesOf(both, files('aliases: [plans/yunjiaoyanzi-2012-30]\n'));
    expect(issues.map(({ line }) => line)).toEqual([2]);
    expect(issues[0]?.fix).toContain('aliases 里加上 云教研字〔2012〕30号');
  });

  test('and the address are saved by the former number', async () => {
    expect(await issuesOf(both, files('aliases: [云教研字〔2012〕30号]\n'))).toEqual([]);
  });
});

describe('a redirect to the page of a number', () => {
  const files = {
    'plans/a.mdx': planText('docNumber: 云教研字〔2012〕3号\naliases: [云教研字〔2012〕30号]\n'),
    'plans/citing.mdx': CITING,
  };

  test('is fine when the page is there because the number is cited', async () => {
    expect(await issuesOf('- { path: /old/, to: /n/市教发〔2010〕9号/ }\n', files)).toEqual([]);
    expect(await issuesOf('- { path: /old/, to: /n/市教发〔2010〕10号/ }\n', files)).toHaveLength(1);
  });

  test.each(['云教研字〔2012〕3号', '云教研字〔2012〕30号'])(
    'takes two steps when %s is held',
    async (number) => {
      const [issue] = await issuesOf(`- { path: /old/, to: /n/${number}/ }\n`, files);
      expect(issue?.fix).toBe('把 to 改为 /plans/yunjiaoyanzi-2012-3/');
    },
  );
});
