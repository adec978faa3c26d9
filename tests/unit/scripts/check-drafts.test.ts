import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { reportGithub } from '../../../src/lint/reporters/github.ts';
import { reportJson } from '../../../src/lint/reporters/json.ts';
import { reportText } from '../../../src/lint/reporters/text.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const NUMBER = 'docNumber: 云教研字〔2012〕3号\n';
const AGENCIES = '- { code: 云教研字, issuer: 云岭区教研室, certainty: 有据, basis: 落款 }\n';

async function places(files: Record<string, string>): Promise<string[]> {
  const { issues } = await checkContent(await tempContent({ 'agencies.yml': AGENCIES, ...files }));
  return issues.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
}

describe('the check of drafts', () => {
  it('finds the number of a published document on a draft, and says so of the draft', async () => {
    const files = { 'plans/a.mdx': planText(`${NUMBER}draft: true\n`), 'plans/b.mdx': planText(NUMBER) };
    expect(await places(files)).toEqual(['duplicate-number plans/a.mdx:6']);
  });

  it('judges a draft’s text like any other', async () => {
    const files = { 'plans/a.mdx': planText('draft: true\n', '见[计划](/nowhere/)。\n') };
    expect(await places(files)).toEqual(['link-missing plans/a.mdx:9']);
  });

  it('tells a relation to a draft by number, by id and by former id', async () => {
    const summary = (target: string): string =>
      `---\ntitle: 总结\nissuer: 云岭区教研室\nkind: 工作总结\ncompleteness: 全文\nrelations: { reportsOn: [${target}] }\n---\n\n一、成绩。\n`;
    const files = {
      'plans/a.mdx': planText(`${NUMBER}draft: true\naliases: [plans/old]\n`),
      'summaries/a.mdx': summary('云教研字〔2012〕3号'),
      'summaries/b.mdx': summary('plans/yunjiaoyanzi-2012-3'),
      'summaries/c.mdx': summary('plans/old'),
      'summaries/d.mdx': summary('plans/none'),
    };
    expect(await places(files)).toEqual([
      'links-to-draft summaries/a.mdx:6',
      'links-to-draft summaries/b.mdx:6',
      'links-to-draft summaries/c.mdx:6',
      'relation-missing summaries/d.mdx:6',
    ]);
  });

  it('tells a published address that only a draft would have as lost', async () => {
    const files = { 'plans/a.mdx': planText('draft: true\n'), 'addresses.yml': '- /plans/a/\n' };
    expect(await places(files)).toEqual(['address-lost addresses.yml:1']);
  });

  it('lists drafts at the end of each report, and only those asked for', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText('draft: true\n'),
      'summaries/b.mdx': planText('draft: true\n').replace('kind: 工作计划', 'kind: 工作总结'),
    });
    const report = await checkContent(dir);
    const { drafts } = report;
    const last = '草稿 2 份，不会发布：plans/a.mdx、summaries/b.mdx。';
    expect(reportText(report).split('\n').at(-1)).toBe(last);
    expect(reportGithub(report).split('\n').at(-1)).toBe(last);
    expect(JSON.parse(reportJson(report))).toMatchObject({ drafts });
    expect((await checkContent(dir, ['plans'])).drafts).toEqual(['plans/a.mdx']);
    expect(reportText({ ...report, drafts: [] })).not.toContain('草稿');
  });
});
