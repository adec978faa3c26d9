import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRIES_PER_PAGE, LONGEST_LIST } from '../../src/core/list-pages.ts';
import { axeFaults } from '../support/axe.ts';
import { openFolder } from '../support/open-folder.ts';
import { openSite } from '../support/open-site.ts';

/** More than one page holds. */
const CIRCULARS = LONGEST_LIST + 9;
const YEARS = [2010, 2011, 2012, 2013];
const workspace = await mkdtemp(path.join(tmpdir(), 'wenku-lists-'));
const inside = (name: string): string => path.join(workspace, name);
const long = openSite(inside('long-site'), '/wenku/');
const copy = openFolder(inside('copy'));
const empty = openSite(inside('empty-site'), '/');

function circular(index: number): string {
  const year = YEARS[index % YEARS.length];
  return `---
title: 云岭区教育局第${index}次通知
docNumber: 云教发〔${year}〕${index}号
issuer: 云岭区教育局
kind: 通知
topics: [听课]
status: 未核实
completeness: ${index === 7 ? '题录' : '全文'}
---
${index === 7 ? '' : '\n各学校照此办理。\n'}`;
}

async function build(content: string, site: string, base: string, options: string[]): Promise<void> {
  // Vitest's own variables, BASE_URL among them, must not reach the build.
  const { PATH, HOME } = process.env;
  await promisify(execFile)(process.execPath, ['scripts/build-site.ts', ...options], {
    env: {
      ...{ PATH, HOME, BASE_PATH: base, SITE_URL: 'https://wenku.example' },
      ...{ CONTENT_DIR: inside(content), OUT_DIR: inside(site) },
    },
  });
}

beforeAll(async () => {
  await mkdir(inside('long/policies'), { recursive: true });
  await mkdir(inside('empty/plans'), { recursive: true });
  const files = Array.from({ length: CIRCULARS }, (_, index) => index + 1);
  await Promise.all(
    files.map((index) => writeFile(inside(`long/policies/circular-${index}.mdx`), circular(index))),
  );
  await writeFile(inside('long/topics.yml'), '- name: 听课\n  slug: tingke\n- name: 磨课\n');
  await build('long', 'long-site', '/wenku/', ['--offline', '--out', inside('copy')]);
  await build('empty', 'empty-site', '/', []);
}, 240_000);
afterAll(() => rm(workspace, { recursive: true, force: true }));

const rowsOf = (page: Page) => page.locator('[data-list-groups] [data-item]');

describe.each(['policies/', 'issuers/yunlingqujiaoyuju/', 'topics/tingke/'])(
  'the long list %s',
  (address) => {
    it('is read to its end without JavaScript', async () => {
      const { page } = await long.visit(address, { javaScriptEnabled: false });
      expect(await rowsOf(page).count()).toBe(ENTRIES_PER_PAGE);
      const seen = new Set<string>();
      for (;;) {
        for (const title of await page.locator('.doclist-title').allTextContents()) seen.add(title);
        const next = page.locator('a[rel="next"]');
        if ((await next.count()) === 0) break;
        await next.click();
        await page.waitForLoadState();
      }
      expect(page.url()).toMatch(/\/page\/2\/$/);
      expect(seen.size).toBe(CIRCULARS);
      await page.context().close();
    });

    it('leads from each year of its columns to the documents of that year', async () => {
      const { page, home } = await long.visit(address, { javaScriptEnabled: false });
      const hrefs = await page
        .locator('.yearbars a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(hrefs).toHaveLength(YEARS.length);
      for (const [index, href] of hrefs.entries()) {
        await page.goto(`${home}404.html`);
        await page.goto(href);
        expect(await page.locator('.year-group:target h2').textContent()).toContain(`${YEARS[index]}年`);
      }
      await page.context().close();
    });

    it('is filtered over all its pages, keeps what is asked in the address, and clears', async () => {
      const { page, trouble } = await long.visit(address);
      await page.fill('[data-list-filter] input', '云教发[2010]4号');
      await page.waitForSelector('[data-list-results]:not([hidden])');
      expect(await page.locator('[data-item]:visible').count()).toBe(1);
      expect(await page.textContent('[data-list-filter] output')).toBe(`显示 1 / ${CIRCULARS} 份`);
      expect(new URL(page.url()).searchParams.get('text')).toBe('云教发[2010]4号');
      await page.reload();
      await page.waitForSelector('[data-list-results]:not([hidden])');
      expect(await page.locator('[data-item]:visible').count()).toBe(1);
      await page.click('[data-list-results] a');
      await page.waitForURL('**/policies/yunjiaofa-2010-4/');
      await page.goBack();
      await page.click('[data-clear]');
      await page.waitForSelector('[data-list-groups]', { state: 'visible' });
      expect(new URL(page.url()).search).toBe('');
      expect(trouble).toEqual([]);
      await page.context().close();
    });
  },
);

describe('the filter of a long list', () => {
  it('lists more on demand, newest first, and says what to do when nothing answers', async () => {
    const { page } = await long.visit('policies/?year=2013');
    await page.waitForSelector('[data-list-results]:not([hidden])');
    const of2013 = Math.ceil((CIRCULARS - 2) / 4);
    expect(await page.textContent('[data-list-filter] output')).toContain(`显示 ${of2013} /`);
    await page.fill('[data-list-filter] input', '通知');
    await page.selectOption('[data-list-filter] [name="year"]', '');
    await page.waitForFunction(
      (all) => document.querySelector('output')?.textContent?.includes(`显示 ${all} /`),
      CIRCULARS,
    );
    expect(await page.locator('[data-list-results] .number').first().textContent()).toContain('〔2013〕');
    expect(await page.locator('[data-list-results] li').count()).toBe(100);
    await page.click('[data-list-results] [data-more]');
    expect(await page.locator('[data-list-results] li').count()).toBe(200);
    await page.fill('[data-list-filter] input', '没有这样的标题');
    await page.waitForFunction(() => document.querySelector('output')?.textContent?.includes('改法'));
    await page.context().close();
  });

  it('works in the copy on disk', async () => {
    const { page, trouble } = await copy.visit('policies/index.html');
    await page.selectOption('[data-list-filter] [name="completeness"]', '题录');
    await page.waitForSelector('[data-list-results]:not([hidden])');
    await page.click('[data-list-results] a');
    await page.waitForSelector('[data-document]');
    expect(page.url()).toContain('yunjiaofa-2013-7');
    expect(trouble).toEqual([]);
  });
});

describe('topics by year', () => {
  it('lead from each cell to that year on the topic’s page', async () => {
    const { page } = await long.visit('topics/', { javaScriptEnabled: false });
    const cells = page.locator('.topic-grid td a');
    expect(await cells.count()).toBe(YEARS.length);
    await cells.first().click();
    await page.waitForURL('**/topics/tingke/page/2/#y2010');
    expect(await page.locator('.year-group:target .doclist li').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('a topic without documents says how it gets some', async () => {
    const { page } = await long.visit('topics/moke/');
    expect(await page.textContent('main')).toContain('还没有文件归入这个主题');
    await page.context().close();
  });
});

describe('the further pages', () => {
  it('are in the sitemap', async () => {
    const sitemap = await readFile(inside('long-site/sitemap-0.xml'), 'utf8');
    expect(sitemap).toContain('https://wenku.example/wenku/policies/page/2/');
  });

  it.each(['light', 'dark'] as const)(
    'have no accessibility fault in %s, filtered or not',
    async (colorScheme) => {
      for (const address of ['policies/', 'policies/page/2/', 'policies/?year=2010', 'topics/', 'issuers/']) {
        const { page } = await long.visit(address, { colorScheme, viewport: { width: 390, height: 800 } });
        if (address.includes('?')) await page.waitForSelector('[data-list-results]:not([hidden])');
        expect(await axeFaults(page), address).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    },
  );
});

describe('the page for wrong addresses', () => {
  it('offers documents whose addresses are spelled alike', async () => {
    const { page, trouble } = await long.visit('policy/yunjiaofa-2011-77x/');
    await page.waitForSelector('[data-near] a');
    expect(await page.locator('[data-near] a').first().textContent()).toBe('云岭区教育局第77次通知');
    await page.locator('[data-near] a').first().click();
    await page.waitForURL('**/policies/yunjiaofa-2011-77/');
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('asks for nothing where no document can be meant', async () => {
    const { page } = await long.visit('');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${new URL(page.url()).href}topic/`);
    await page.waitForSelector('[data-near] a');
    expect(await page.locator('[data-near] a').first().textContent()).toBe('主题');
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
    await page.context().close();
  });
});

describe('a library without a document', () => {
  it.each([
    ['', '文库还是空的'],
    ['plans/', '还没有收录工作计划'],
    ['policies/', 'npm run new -- policy'],
    ['years/', '还没有收录文件'],
    ['issuers/', '还没有收录文件'],
    ['topics/', '还没有收录文件'],
    ['citations/', '还没有引用可登记'],
    ['compare/', '还没有两份可对照的文件'],
    ['map/', '文库还是空的'],
    ['n/', '按文号查'],
  ])('says so on /%s, and how it gets one', async (address, words) => {
    const { page, trouble } = await empty.visit(address, { viewport: { width: 320, height: 700 } });
    expect(await page.textContent('main')).toContain(words);
    expect(await page.locator('main :is(table, .yearbars, [data-list-filter]):visible').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('searches in it without fault', async () => {
    const { page, trouble } = await empty.visit(`search/?q=${encodeURIComponent('磨课')}`);
    await page.waitForSelector('[data-search][data-state="done"][data-total="0"]');
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});
