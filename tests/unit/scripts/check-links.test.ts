import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckResult, checkContent } from '../../../scripts/check-content.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const rules = ({ issues }: CheckResult): string[] => issues.map(({ rule, file }) => `${rule} ${file}`);
const NUMBER = 'docNumber: 云教研字〔2012〕3号\n';
const AGENCIES = '- { code: 云教研字, issuer: 云岭区教研室, certainty: 有据, basis: 虚构 }\n';

/** The check's verdict on a body beside a numbered plan, with one image and one form in the public folder. */
async function checkBody(body: string): Promise<CheckResult> {
  const dir = await tempContent({
    'agencies.yml': AGENCIES,
    'plans/a.mdx': planText('', body),
    'plans/old-plan.mdx': planText(NUMBER),
  });
  const publicDir = path.join(dir, '_public');
  await mkdir(path.join(publicDir, 'files'), { recursive: true });
  await writeFile(path.join(publicDir, 'files/登记表.docx'), '');
  await writeFile(path.join(publicDir, 'map.png'), '');
  return checkContent(dir, [], publicDir);
}

describe('links within the site', () => {
  test.each([
    '/',
    '/plans/',
    '/plans/a/',
    '/plans/yunjiaoyanzi-2012-3/',
    '/plans/yunjiaoyanzi-2012-3/#s1',
    '/plans/yunjiaoyanzi-2012-3/#cited-title',
    '#s1',
    '#',
    '/years/2012/#plans',
    '/search/?q=%E7%A3%A8%E8%AF%BE&type=plans#main',
    '/n/云教研字〔2012〕3号/',
    '/help/fields/',
    '/api/documents.json',
    '/files/登记表.docx',
    '/files/%E7%99%BB%E8%AE%B0%E8%A1%A8.docx',
  ])('%s leads somewhere', async (address) => {
    expect(rules(await checkBody(`一、见[此处](${address})。\n`))).toEqual([]);
  });

  test.each([
    ['/plans/old-plan/', '改为 /plans/yunjiaoyanzi-2012-3/'],
    ['/content/plans/old-plan.mdx', '改为 /plans/yunjiaoyanzi-2012-3/'],
    ['/Plans/A', '改为 /plans/a/'],
    ['/plans/index.html', '改为 /plans/'],
    ['/public/map.png', '改为 /map.png'],
    ['/n/云教研字[2012]3号/', '改为 /n/云教研字〔2012〕3号/'],
    ['/n/云教发〔2009〕1号/', '核对文号；文号不必自己做链接，正文里照写，网站会把它做成链接'],
    ['/plans/../years/', expect.stringMatching(/^在网站上打开所指的网页/)],
    ['/years/2011/', expect.stringMatching(/^在网站上打开所指的网页/)],
    ['/%E0%A4%A', expect.stringMatching(/^在网站上打开所指的网页/)],
    ['/plans/a/#s2', expect.stringMatching(/^在网站上打开那一页/)],
    ['#note-1', expect.stringMatching(/^在网站上打开那一页/)],
  ])('%s leads nowhere', async (address, fix) => {
    const { issues } = await checkBody(`一、见[此处](${address})。\n`);
    expect(issues).toMatchObject([{ rule: 'link-missing', file: 'plans/a.mdx', line: 8, column: 4, fix }]);
  });

  test('an image is a file, not a page', async () => {
    expect(rules(await checkBody('![地图](/map.png)\n'))).toEqual([]);
    expect(rules(await checkBody('![地图](/plans/)\n'))).toEqual(['link-missing plans/a.mdx']);
  });

  test('the number of a text that is cited but not held has a page', async () => {
    const body = '一、依据云教发〔2011〕5号，见[此处](/n/云教发〔2011〕5号/)。\n';
    expect(rules(await checkBody(body))).toEqual([]);
  });
});

test('the number that only a note or a relation names has a page', async () => {
  const notes = 'notes:\n  - text: 又见云教发〔2011〕5号。\n';
  const dir = await tempContent({
    'plans/a.mdx': planText(notes, '一、见[此处](/n/云教发〔2011〕5号/)和[要素](#facts)。\n'),
  });
  expect(rules(await checkContent(dir))).toEqual([]);
});

describe('one fault gives one message', () => {
  const linking = planText(
    'relations:\n  implements: [云教发〔2011〕9号]\n  forwards: [policies/yunjiaofa-2011-9]\n',
    '一、见[意见](/policies/yunjiaofa-2011-9/#s1)、[2011年](/years/2011/)和[登记](/n/云教发〔2011〕9号/)。\n',
  );

  test.each([
    [
      'a wrong field',
      'docNumber: 云教发[2011]9号\nkind: 意见\ntitle: 甲\nissuer: 乙\n',
      'frontmatter-schema',
    ],
    ['unreadable YAML', 'title: 关于: 甲: 乙\ndocNumber: 云教发〔2011〕9号\n', 'frontmatter-yaml'],
  ])('a target with %s is there all the same', async (_name, yaml, rule) => {
    const dir = await tempContent({
      'plans/a.mdx': linking,
      'policies/b.mdx': `---\n${yaml}---\n\n一、正文。\n`,
    });
    expect(new Set(rules(await checkContent(dir)))).toEqual(new Set([`${rule} policies/b.mdx`]));
  });

  test('so has a target that is no UTF-8', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText('', '一、见[意见](/policies/b/)和[2011年](/years/2011/)。\n'),
      'policies/b.mdx': Uint8Array.of(0xd4, 0xc6),
    });
    expect(rules(await checkContent(dir))).toEqual(['file-encoding policies/b.mdx']);
  });

  test('two files with one number are duplicates even when one has another fault', async () => {
    const dir = await tempContent({
      'agencies.yml': AGENCIES,
      'plans/a.mdx': planText(NUMBER),
      'plans/b.mdx': planText(`${NUMBER}keywords: 甲\n`),
    });
    expect(rules(await checkContent(dir)).sort()).toEqual([
      'duplicate-number plans/a.mdx',
      'duplicate-number plans/b.mdx',
      'frontmatter-schema plans/b.mdx',
    ]);
  });

  test('a field under its Chinese name is not reported missing too', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText().replace('issuer:', '发文机关:') });
    const { issues } = await checkContent(dir);
    expect(issues).toMatchObject([{ found: '不认识的字段 发文机关', fix: '把“发文机关”改为 issuer' }]);
  });
});
