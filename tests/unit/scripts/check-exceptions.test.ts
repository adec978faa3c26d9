import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const LONE = '贯彻课程改革意见》。\n\n开展“磨课活动。\n';
const entry = (fields: Record<string, string>): string =>
  `- ${JSON.stringify({ rule: 'unbalanced-marks', document: 'plans/a.mdx', reason: '原件如此', ...fields })}\n`;

async function check(exceptions: string | undefined, text = planText('', LONE)) {
  const dir = await tempContent({
    'plans/a.mdx': text,
    'plans/b.mdx': planText('', LONE),
    ...(exceptions === undefined ? {} : { 'exceptions.yml': exceptions }),
  });
  const { issues, excepted, warnings, files } = await checkContent(dir);
  const place = ({ rule, file, line }: (typeof issues)[number]): string => `${rule} ${file}:${line}`;
  return {
    issues: issues.map(place),
    excepted: excepted.map(place),
    warnings,
    files,
    all: { issues, excepted },
  };
}

const IN_B = ['unbalanced-marks plans/b.mdx:8', 'unbalanced-marks plans/b.mdx:10'];

describe('exceptions.yml', () => {
  test('a content folder without it is as before, an empty one too', async () => {
    expect((await check(undefined)).issues).toHaveLength(4);
    const { issues, files } = await check('');
    expect(issues).toHaveLength(4);
    expect(files).toBe(3);
  });

  test('an entry silences its rule in its document, and the issues are kept with the reason', async () => {
    const { issues, excepted, warnings, all } = await check(entry({}));
    expect(issues).toEqual(IN_B);
    expect(warnings).toBe(2);
    expect(excepted).toEqual(['unbalanced-marks plans/a.mdx:8', 'unbalanced-marks plans/a.mdx:10']);
    expect(all.excepted.map(({ reason }) => reason)).toEqual(['原件如此', '原件如此']);
  });

  test('a document may be named by its id', async () => {
    expect((await check(entry({ document: 'plans/a' }))).issues).toEqual(IN_B);
  });

  test('words of the issue pin an entry to it', async () => {
    const { issues, excepted } = await check(entry({ found: '课程改革意见》' }));
    expect(excepted).toEqual(['unbalanced-marks plans/a.mdx:8']);
    expect(issues).toEqual(['unbalanced-marks plans/a.mdx:10', ...IN_B]);
  });

  test('an entry that nothing answers to is a warning, whether pinned or not', async () => {
    const { issues, all } = await check(entry({ rule: 'year-conflict' }) + entry({ found: '没有这段' }));
    expect(issues).toEqual(
      expect.arrayContaining(['exception-unused exceptions.yml:1', 'exception-unused exceptions.yml:2']),
    );
    expect(all.issues.filter(({ rule }) => rule === 'exception-unused').map(({ found }) => found)).toEqual([
      '规则 year-conflict 在 plans/a.mdx 里没有任何问题，这条例外没有用到',
      '规则 unbalanced-marks 在 plans/a.mdx 里没有含“没有这段”的问题，这条例外没有用到',
    ]);
  });

  test('a rule that keeps files readable or harmless is not silenced', async () => {
    const { issues, excepted } = await check(entry({ rule: 'content-is-data' }), planText('', '{甲}\n'));
    expect(excepted).toEqual([]);
    expect(issues).toEqual(['exception-target exceptions.yml:1', 'content-is-data plans/a.mdx:8', ...IN_B]);
  });

  test('what names no rule or no document is an error, told once, with what was meant', async () => {
    const { all } = await check(entry({ rule: 'unbalanced-mark', document: 'plans/aa.mdx' }));
    const found = all.issues.filter(({ file }) => file === 'exceptions.yml');
    expect(found.map(({ rule, severity, fix }) => `${rule} ${severity} ${fix}`)).toEqual([
      'exception-target error 改为 plans/a.mdx',
      'exception-target error 改为 unbalanced-marks，或照报告改正',
    ]);
  });

  test.each([
    [
      'a reason left out',
      '- { rule: unbalanced-marks, document: plans/a.mdx }\n',
      '没有写第 1 项的理由（reason）',
    ],
    ['an unknown field', entry({ reasons: '甲' }), '不认识的字段'],
    ['no list', 'rule: unbalanced-marks\n', ''],
    ['broken YAML', '- { rule: \n', ''],
  ])('%s is told, and nothing is silenced by the file', async (_name, yaml, found) => {
    const { issues, excepted, all } = await check(yaml);
    expect(issues[0]).toMatch(/^register-format exceptions\.yml:/);
    expect(all.issues[0]?.found).toContain(found);
    expect(excepted).toEqual([]);
    expect(issues.filter((issue) => issue.startsWith('unbalanced'))).toHaveLength(4);
  });

  test('a path restricts what is reported as excepted too', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText('', LONE), 'exceptions.yml': entry({}) });
    expect((await checkContent(dir, ['plans'])).excepted).toHaveLength(2);
    expect(await checkContent(dir, ['exceptions.yml'])).toMatchObject({ issues: [], excepted: [], files: 1 });
  });
});

describe('severity by standing', () => {
  const status = (name: string): string => `status: { name: ${name}, basis: 虚构 }\n`;
  const severities = async (extra: string): Promise<string[]> => {
    const { issues } = await checkContent(await tempContent({ 'plans/a.mdx': planText(extra, LONE) }));
    return issues.filter(({ rule }) => rule === 'unbalanced-marks').map(({ severity }) => severity);
  };

  test('a mark without its partner is an error in a text in force, else a warning', async () => {
    expect(await severities(status('现行有效'))).toEqual(['error', 'error']);
    expect(await severities('')).toEqual(['warning', 'warning']);
    expect(await severities(status('失效'))).toEqual(['warning', 'warning']);
    expect(await severities(`${status('现行有效').replace('basis', 'date: "2012-01-01", basis')}`)).toEqual([
      'error',
      'error',
    ]);
  });
});
