import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { textWithin } from '../support/html.ts';
import { openFolder } from '../support/open-folder.ts';
import { openSite } from '../support/open-site.ts';

const run = promisify(execFile);
const workspace = await mkdtemp(path.join(tmpdir(), 'wenku-register-'));
const [dir, copy] = [path.join(workspace, 'site'), path.join(workspace, '离线 版#1')];
const BASE = '/wenku/';
const site = openSite(dir, BASE);
const folder = openFolder(copy);
const read = (file: string): Promise<string> => readFile(path.join(dir, file), 'utf8');
const numberPage = (typed: string): string => `n/${encodeURIComponent(typed)}/`;

beforeAll(async () => {
  // Vitest's own variables, BASE_URL among them, must not reach the build.
  const { PATH, HOME } = process.env;
  await run(process.execPath, ['scripts/build-site.ts', '--offline', '--out', copy], {
    env: {
      ...{ PATH, HOME },
      ...{ CONTENT_DIR: 'tests/fixtures/register', OUT_DIR: dir, BASE_PATH: BASE },
      SITE_URL: 'https://wenku.example',
    },
  });
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

/** Counted by hand in tests/fixtures/register: state, number, title, places, citing documents. */
const COUNTED = [
  ['有歧义', '', '云岭区教学常规', '1', '1'],
  ['未收录', '云教发〔2010〕8号', '云岭区评课规范', '3', '2'],
  ['未收录', '', '云岭区作业管理细则', '1', '1'],
  ['未收录', '云教发〔2009〕76号', '', '1', '1'],
  ['未收录', '云教发〔2010〕9号', '云岭区作业管理细则', '1', '1'],
  ['只有题录', '云岭区人民政府令2016年第3号', '云岭区教师培训办法', '2', '1'],
  ['只有题录', '', '云岭区评课规范', '1', '1'],
  ['已收录', '云教发〔2009〕67号', '云岭区听课办法', '3', '2'],
  ['已收录', '云教研字〔2012〕3号', '云岭区教研室2012年度工作计划', '1', '1'],
];

describe('the register of a built site, counted by hand', () => {
  it('has these rows in this order as a table', async () => {
    const csv = await read('citations.csv');
    expect(csv.startsWith('\ufeff状态,文号,题名,')).toBe(true);
    const rows = csv.trimEnd().split('\r\n').slice(1);
    const cells = rows.map((row) => row.split(','));
    expect(
      cells.map(([state, number, title, , , places, documents]) => [state, number, title, places, documents]),
    ).toEqual(COUNTED);
    expect((await read('citations-places.csv')).trimEnd().split('\r\n')).toHaveLength(1 + 14);
  });

  it('says so on its page', async () => {
    const html = await read('citations/index.html');
    expect(html).toContain('库中 2 份文件的正文引用过 9 种文号与题名，共 14 处。');
    expect(html.match(/<li id="[dnt]-/g)).toHaveLength(COUNTED.length);
    expect(html).toContain('id="n-云教发〔2010〕8号"');
    expect(html.indexOf('id="ambiguous"')).toBeLessThan(html.indexOf('id="missing"'));
  });

  it('lists what an ambiguous title may mean, and hints at what a missing number may be', async () => {
    const html = await read('citations/index.html');
    const row = (anchor: string): string => html.split(`id="${anchor}"`)[1]?.split('<li id=')[0] ?? '';
    expect(row('t-云岭区教学常规')).toContain('policies/twin-a/');
    expect(row('t-云岭区教学常规')).toContain('policies/twin-b/');
    expect(row('n-云教发〔2010〕8号')).toContain('库中有同题而没有著录文号的文件，或许就是它：');
    expect(row('n-云教发〔2010〕8号')).toContain('policies/reviewing/');
    expect(row('t-云岭区作业管理细则')).toContain('别处引用同题时写有文号');
  });
});

describe('the page of a missing number', () => {
  it('says what is known, who cites it and how to contribute it', async () => {
    const html = await read('n/云教发〔2010〕8号/index.html');
    const text = textWithin(html, 'id');
    expect(html).toContain('《云岭区评课规范》');
    expect(html).toContain('云岭区教育局');
    expect(html).toContain('2 份，3 处');
    expect(html).toContain('policies/reviewing/');
    expect(html).toContain(
      'npm run new -- policy --number &quot;云教发〔2010〕8号&quot; --title &quot;云岭区评课规范&quot;',
    );
    expect(text).not.toBe('');
  });

  it('names held numbers that one slip makes of it, as no answer', async () => {
    const html = await read('n/云教发〔2009〕76号/index.html');
    expect(html).toContain('相近的文号');
    expect(html).toContain('policies/yunjiaofa-2009-67/');
    expect(html).toContain('网站不把它们当作同一份文件');
    expect(html).toContain('plans/yunjiaoyanzi-2012-3/#note-1');
  });
});

const listed = (page: Page): Promise<string[]> =>
  page.locator('[data-register-results] .register-head > :first-child').allTextContents();

describe('the filter of the register', () => {
  it('narrows, announces the count, keeps the view in the address and clears', async () => {
    const { page, trouble, home } = await site.visit('citations/');
    await page.fill('[data-register-filter] [name="q"]', '云教发[2010]8');
    await page.waitForSelector('[data-register-results]:not([hidden])');
    expect(await listed(page)).toEqual(['云岭区评课规范']);
    expect(await page.textContent('[data-register-filter] output')).toBe(
      '符合的有 1 种（全部 9 种），共引用 3 处。',
    );
    expect(await page.isVisible('#missing')).toBe(false);
    await page.fill('[data-register-filter] [name="q"]', '');
    await page.selectOption('[data-register-filter] [name="state"]', 'missing');
    await page.selectOption('[data-register-filter] [name="from"]', 'summaries');
    await page.waitForFunction(() => document.querySelector('output')?.textContent?.includes('2 种'));
    expect(new URL(page.url()).search).toBe('?state=missing&from=summaries');
    await page.goto(`${home}citations/?by=code%3A%E4%BA%91%E6%95%99%E5%8F%91&sort=number`);
    await page.waitForSelector('[data-register-results]:not([hidden])');
    expect(await listed(page)).toEqual([
      '云岭区听课办法',
      '云教发〔2009〕76号',
      '云岭区评课规范',
      '云岭区作业管理细则',
    ]);
    await page.click('[data-clear]');
    await page.waitForSelector('#missing', { state: 'visible' });
    expect(new URL(page.url()).search).toBe('');
    expect(trouble).toEqual([]);
  });

  it('says what to do when nothing answers', async () => {
    const { page } = await site.visit(`citations/?q=${encodeURIComponent('无人引用的文件')}`);
    await page.waitForFunction(() => document.querySelector('output')?.textContent?.includes('改法'));
    expect(await listed(page)).toEqual([]);
  });

  it('leads from the address of a row to where the row is now', async () => {
    const { page } = await site.visit(`citations/#${encodeURIComponent('n-云教发〔2009〕67号')}`);
    await page.waitForURL((url) => decodeURIComponent(url.hash) === '#d-policies/yunjiaofa-2009-67');
  });

  it('works in the copy on disk, which has the tables as files', async () => {
    const { page, trouble } = await folder.visit('citations/index.html');
    await page.selectOption('[data-register-filter] [name="state"]', 'held');
    await page.waitForSelector('[data-register-results]:not([hidden])');
    expect(await listed(page)).toHaveLength(2);
    expect((await readFile(path.join(copy, 'citations.csv'), 'utf8')).includes('云岭区教学常规')).toBe(true);
    expect(await page.getAttribute('a[download]', 'href')).toBe('../citations.csv');
    await page.click('[data-register-results] .register-head a');
    await page.waitForSelector('[data-document]');
    expect(trouble).toEqual([]);
  });

  it('isn’t there without JavaScript, but every row is', async () => {
    const { page } = await site.visit('citations/', { javaScriptEnabled: false });
    expect(await page.isVisible('[data-register-filter]')).toBe(false);
    expect(await page.locator('.register > li').count()).toBe(COUNTED.length);
  });
});

describe('/n/ in the browser', () => {
  const HELD = '**/policies/yunjiaofa-2009-67/';
  it.each([
    ['square brackets', numberPage('云教发[2009]67号'), HELD],
    ['no 号, no slash', `n/${encodeURIComponent('云教发〔2009〕67')}`, HELD],
    ['full width, 第, zeros', numberPage('云教发（２００９）第067號'), HELD],
    ['plus signs', 'n/%E4%BA%91%E6%95%99%E5%8F%91+%282009%29+67%E5%8F%B7', HELD],
    ['encoded twice', numberPage(encodeURIComponent('云教发[2009]67号')), HELD],
    ['GBK', 'n/%D4%C6%BD%CC%B7%A2%5B2009%5D67%BA%C5/', HELD],
    [
      'what a messenger appends, and hands it on',
      `${numberPage('云教发[2009]67号')}?from=singlemessage`,
      /\/policies\/yunjiaofa-2009-67\/\?from=singlemessage$/,
    ],
    ['hyphen', numberPage('云教发2009-67'), HELD],
    ['a former number', numberPage('云教发[2009]60号'), HELD],
    [
      'another form of an order',
      numberPage('云岭区人民政府令(2016)第3号'),
      '**/policies/yunlingqurenminzhengfuling-2016-3/',
    ],
    ['a missing number', numberPage('云教发[2010]8'), `**/${numberPage('云教发〔2010〕8号')}`],
  ])('resolves %s', async (_what, address, expected) => {
    const { page } = await site.visit(address);
    await page.waitForURL(expected);
  });

  it('offers what may be meant and chooses nothing', async () => {
    const { page, trouble } = await site.visit(numberPage('云教发2009年'));
    await page.waitForSelector('[data-not-found-text] a');
    expect(await page.locator('[data-not-found-text] a').allTextContents()).toEqual([
      '云教发〔2009〕60号',
      '云教发〔2009〕67号',
      '云教发〔2009〕76号',
    ]);
    expect(trouble).toEqual([]);
  });

  it('says that nobody knows a number, and what is near', async () => {
    const { page } = await site.visit(numberPage('云教发[2009]69号'));
    await page.waitForSelector('[data-not-found-text] a');
    expect(await page.textContent('[data-not-found-text]')).toContain('本库没有 云教发〔2009〕69号');
    expect(await page.locator('[data-not-found-text] li').allTextContents()).toContain('云教发〔2009〕67号');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('has a page of its own, with the question in the address', async () => {
    const { page, home } = await site.visit('n/');
    await page.fill('[data-number-form] input', '云教发 9号');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-number-answer] a');
    expect(await page.textContent('[data-number-answer] a')).toBe('云教发〔2010〕9号');
    expect(new URL(page.url()).searchParams.get('q')).toBe('云教发 9号');
    await page.goto(`${home}n/?q=${encodeURIComponent('云教发〔2009〕67')}`);
    await page.waitForURL(HELD);
  });

  it('answers in the copy on disk', async () => {
    const { page, trouble } = await folder.visit('n/index.html');
    await page.fill('[data-number-form] input', '云教发[2009]60号');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/policies/yunjiaofa-2009-67/index.html'));
    expect(trouble).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(['citations/', `citations/?state=missing`, numberPage('云教发〔2010〕8号'), 'n/'])(
    '%s has no accessibility fault and fits a small phone',
    async (address) => {
      const { page } = await site.visit(address, { colorScheme, viewport: { width: 320, height: 700 } });
      if (address.includes('?')) await page.waitForSelector('[data-register-results]:not([hidden])');
      expect(await axeFaults(page)).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );
});
