import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const AGENCIES = '- { code: 云教研字, issuer: 云岭区教研室, certainty: 有据, basis: 虚构 }\n';

/** What the check says of each lost address, given the register and the files. */
async function fixes(addresses: string, files: Record<string, string>): Promise<string[]> {
  const dir = await tempContent({ 'agencies.yml': AGENCIES, 'addresses.yml': addresses, ...files });
  const { issues } = await checkContent(dir);
  return issues.filter(({ rule }) => rule === 'address-lost').map(({ fix }) => fix);
}

describe('a lost address', () => {
  test('of a file that has a number now is known by the file’s name', async () => {
    const [fix] = await fixes('- /plans/draft/\n', {
      'plans/draft.mdx': planText('docNumber: 云教研字〔2012〕3号\n'),
    });
    expect(fix).toContain('疑已改为 plans/draft.mdx（《云岭区教研室2012年度工作计划》）');
    expect(fix).toContain('加一行 aliases: [plans/draft]');
  });

  test('of a file that went to another folder is known by its slug', async () => {
    const [fix] = await fixes('- /policies/yunjiaoyanzi-2012-3/\n', {
      'plans/a.mdx': planText('docNumber: 云教研字〔2012〕3号\n'),
    });
    expect(fix).toContain('疑已改为 plans/a.mdx');
    expect(fix).toContain('aliases: [policies/yunjiaoyanzi-2012-3]');
  });

  test('of a number that was corrected is mended by that number, for both its addresses', async () => {
    const found = await fixes('- /plans/yunjiaoyanzi-2012-30/\n- /n/云教研字〔2012〕30号/\n', {
      'plans/a.mdx': planText('docNumber: 云教研字〔2012〕3号\naliases: [plans/older]\n'),
    });
    expect(found).toHaveLength(2);
    for (const fix of found) expect(fix).toContain('plans/a.mdx');
    for (const fix of found) expect(fix).toContain('在它的 aliases 里加上 云教研字〔2012〕30号');
    expect(
      await fixes('- /plans/yunjiaoyanzi-2012-30/\n- /n/云教研字〔2012〕30号/\n', {
        'plans/a.mdx': planText('docNumber: 云教研字〔2012〕3号\naliases: [云教研字〔2012〕30号]\n'),
      }),
    ).toEqual([]);
  });

  test('is not laid to a document that was published where it is, nor to one of two alike', async () => {
    const addresses = '- /plans/work-plan-2011/\n- /plans/work-plan-2012/\n';
    const [published] = await fixes(addresses, { 'plans/work-plan-2012.mdx': planText() });
    expect(published).toMatch(/^文件还在的，.*aliases: \[plans\/work-plan-2011\].*to: \/plans\/ \}$/);
    const [between] = await fixes('- /plans/work-plan-2011/\n', {
      'plans/work-plan-2013.mdx': planText(),
      'plans/work-plan-2014.mdx': planText(),
    });
    expect(between).not.toContain('疑');
  });

  test('of a subject is offered the one most like it, or the list', async () => {
    const topics = '- { name: 听课评课, slug: tingke-pingke }\n- { name: 教学, slug: jiaoxue }\n';
    const [far, near] = await fixes('- /topics/tingke/\n- /topics/tingke-ping/\n', {
      'plans/a.mdx': planText(),
      'topics.yml': topics,
    });
    expect(far).toContain('- { path: /topics/tingke/, to: /topics/ }');
    expect(near).toContain('- { path: /topics/tingke-ping/, to: /topics/tingke-pingke/ }');
  });

  test('is not asked for while a file cannot be read, and is once it can', async () => {
    const broken = { 'plans/a.mdx': '---\ntitle: [\n---\n' };
    expect(await fixes('- /plans/lost/\n', broken)).toEqual([]);
    expect(await fixes('- /plans/lost/\n', { 'plans/a.mdx': planText('docNumber: 第3号\n') })).toEqual([]);
    expect(await fixes('- /plans/lost/\n', { 'plans/a.mdx': planText('period: 去年\n') })).toHaveLength(1);
  });
});

describe('a register of which nothing is left', () => {
  const lost = (count: number): string =>
    Array.from({ length: count }, (_, at) => `- /policies/old-${at}/\n`).join('');
  const plan = { 'plans/a.mdx': planText('period: 2012年\naliases: [plans/older]\n') };
  const judge = async (addresses: string, files: Record<string, string> = plan) => {
    const dir = await tempContent({ 'addresses.yml': addresses, ...files });
    return (await checkContent(dir)).issues.map(({ rule, severity, line }) => `${rule} ${severity} ${line}`);
  };

  test('is that of another library: one warning, whatever years and common pages they share', async () => {
    expect(await judge(`- /years/2012/\n- /citations/\n${lost(8)}`)).toEqual(['address-lost warning 1']);
    expect(await judge(`${lost(10)}- /n/云教发〔2010〕1号/\n`)).toEqual(['address-lost warning 1']);
  });

  test('is a loss when it is short, or one page, alias or issuer is still there', async () => {
    expect(await judge(lost(9))).toHaveLength(9);
    for (const kept of ['/plans/a/', '/plans/older/', '/issuers/yunlingqujiaoyanshi/']) {
      const found = await judge(`${lost(10)}- ${kept}\n`);
      expect(found).toHaveLength(10);
      expect(found[0]).toBe('address-lost error 1');
    }
  });

  test('is not judged while a file cannot be read', async () => {
    expect(await judge(lost(10), { 'plans/a.mdx': '---\ntitle: [\n---\n' })).not.toContain(
      'address-lost warning 1',
    );
  });
});

describe('a former id', () => {
  test('still answers in links, to a clause too, and in relations', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText('aliases: [plans/older]\n'),
      'plans/b.mdx': planText(
        'relations: { implements: [plans/older] }\n',
        '一、见[甲](/plans/older/#s1)和[乙](/plans/older/)。\n',
      ),
    });
    expect((await checkContent(dir)).issues).toEqual([]);
  });

  test('has no more places than its document', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText('aliases: [plans/older]\n'),
      'plans/b.mdx': planText('', '一、见[甲](/plans/older/#s9)。\n'),
    });
    expect((await checkContent(dir)).issues.map(({ rule }) => rule)).toEqual(['link-missing']);
  });

  test('of its own is no other document to stand in a relation to', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText('aliases: [plans/older]\nrelations: { implements: [plans/older] }\n'),
    });
    expect((await checkContent(dir)).issues.map(({ rule }) => rule)).toEqual(['relation-to-itself']);
  });
});
