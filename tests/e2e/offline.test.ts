import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it, vi } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { loadSearchApi } from '../support/search-api.ts';

const dir = inject('offlineSite');
const folder = openFolder(dir);
const DONE = '[data-search][data-state="done"]';
const SEARCH = 'search/index.html';

const queryOf = (words: string): string => `?q=${encodeURIComponent(words)}`;
const total = (page: Page): Promise<string | null> => page.getAttribute('[data-search]', 'data-total');

describe('the folder on a memory stick', () => {
  it('finds a phrase from the first page, opens the clause with the words marked, and comes back', async () => {
    const { page, trouble } = await folder.visit('index.html');
    await page.fill('input[name="q"]', '建立台账');
    await page.keyboard.press('Enter');
    await page.waitForSelector(DONE);
    expect(folder.placeOf(page)).toMatchObject({ file: SEARCH, hash: '' });
    expect(folder.placeOf(page).query.get('q')).toBe('建立台账');
    expect(await total(page)).toBe('1');

    await page.locator('[data-clause-hit]').first().click();
    await page.waitForSelector('[data-document-body] mark');
    expect(await page.textContent('[data-document-body] mark')).toBe('建立台账');
    const { file, hash } = folder.placeOf(page);
    expect(file).toBe('plans/yunjiaoyanzi-2012-3/index.html');
    expect(hash).not.toBe('');
    const clause = page.locator(`[id="${hash.slice(1)}"]`);
    expect(await clause.textContent()).toContain('建立台账');
    // The way there may be a slow one, to the eye.
    await expect
      .poll(() => clause.evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(700);
    await page.keyboard.press('Escape');
    expect(await page.locator('mark').count()).toBe(0);
    expect(folder.placeOf(page).query.has('hl')).toBe(false);

    await page.goBack();
    await page.waitForSelector(DONE);
    expect(await page.inputValue('input[name="q"]')).toBe('建立台账');
    await page.goBack();
    expect(folder.placeOf(page).file).toBe('index.html');
    expect(trouble).toEqual([]);
  });

  it('answers while typing, narrows by year, and the back button undoes it', async () => {
    const { page, trouble } = await folder.visit(SEARCH);
    await page.locator('[data-search] input').pressSequentially('听课');
    await page.waitForSelector(DONE);
    const all = await total(page);
    expect(Number(all)).toBeGreaterThan(2);
    expect(await page.locator('a[data-result]').count()).toBe(Number(all));
    await page.click('[data-year-count]:not([disabled])[data-value="2012"]');
    await page.waitForFunction(
      (before) => document.querySelector('[data-search]')?.getAttribute('data-total') !== before,
      all,
    );
    expect(folder.placeOf(page).query.getAll('year')).toEqual(['2012']);
    await page.goBack();
    await page.waitForFunction(
      (before) => document.querySelector('[data-search]')?.getAttribute('data-total') === before,
      all,
    );
    expect(folder.placeOf(page).query.has('year')).toBe(false);
    expect(trouble).toEqual([]);
  });

  it('gives the answers of the site itself, in the same order', async () => {
    const { api } = await loadSearchApi(inject('fixtureSite'));
    for (const query of ['听课', '听课 -评课', '云', '2011年', '“落实”', '课程 改革']) {
      const { results } = await api.search(query);
      const expected = await Promise.all(results.map(async (result) => (await result.data()).documentId));
      const { page } = await folder.visit(SEARCH, queryOf(query));
      await page.waitForSelector(DONE);
      const places = await page
        .locator('a[data-result]')
        .evaluateAll((links) =>
          links.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : '')),
        );
      expect(places.map((place) => place.split('/').slice(-3).join('/'))).toEqual(
        expected.map((id) => `${id}/index.html`),
      );
      await page.context().close();
    }
    vi.unstubAllGlobals();
  });

  it('offers what is near when nothing is found', async () => {
    const { page, trouble } = await folder.visit(SEARCH, queryOf('建立台账无人说过'));
    await page.waitForSelector(DONE);
    expect(await total(page)).toBe('0');
    await page.click('[data-suggestion]');
    // While it is being searched for there is no number.
    await page.waitForSelector('[data-search][data-total]:not([data-total="0"])');
    expect(Number(await total(page))).toBeGreaterThan(0);
    expect(trouble).toEqual([]);
  });

  it.each(['云教发[2011]5号', '云教发（２０１１）第005 号'])(
    'leads from the first page straight to %s',
    async (typed) => {
      const { page, trouble } = await folder.visit('index.html');
      await page.fill('input[name="q"]', typed);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.endsWith('/policies/yunjiaofa-2011-5/index.html'));
      await page.goBack();
      expect(folder.placeOf(page).file).toBe('index.html');
      expect(trouble).toEqual([]);
    },
  );

  it('shows the page of a number that it lacks, and leads on from that of one it holds', async () => {
    const { page, trouble } = await folder.visit('plans/yunjiaoyanzi-2012-3/index.html');
    await page.click('a[data-docnumber="云教发〔2009〕12号"]');
    await page.waitForSelector('.chip:has-text("未收录")');
    expect(folder.placeOf(page).file).toBe('n/云教发〔2009〕12号/index.html');
    await page.goto((await folder.visit('n/云教发〔2008〕2号/index.html')).page.url());
    await page.waitForURL((url) => url.pathname.endsWith('/policies/yunjiaofa-2008-2/index.html'));
    expect(trouble).toEqual([]);
  });

  it('is searched by / and Ctrl K from any page', async () => {
    for (const key of ['/', 'Control+k']) {
      const { page } = await folder.visit('policies/yunjiaofa-2008-2/index.html');
      await page.keyboard.press(key);
      await page.waitForURL((url) => url.pathname.endsWith('/search/index.html'));
      await page.waitForSelector('[data-search]');
    }
  });

  it('keeps the display settings from page to page, and filters its lists', async () => {
    const { page, trouble } = await folder.visit('index.html', '', { colorScheme: 'light' });
    await page.click('[data-display] summary');
    await page.check('input[name="theme"][value="dark"]', { force: true });
    await page.click('nav a[href="policies/index.html"]');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await page.fill('[data-list-filter] input', '云教发（2011）5');
    expect(await page.locator('[data-item]:visible').count()).toBe(1);
    expect(trouble).toEqual([]);
  });

  it('says what to do when a file of the folder is missing, and goes on when it is there again', async () => {
    const file = path.join(dir, 'pagefind/pagefind-entry.json.js');
    await rename(file, `${file}.away`);
    const { page } = await folder.visit(SEARCH, queryOf('云教发〔2011〕5号'));
    await page
      .waitForSelector('[data-search][data-state="error"]')
      .finally(() => rename(`${file}.away`, file));
    expect(await page.textContent('[role="status"]')).toContain('把整个文件夹重新复制一份');
    await page.click('[data-retry]');
    await page.waitForSelector(DONE);
  });

  it('says without JavaScript where the lists are, which work', async () => {
    const { page } = await folder.visit(SEARCH, '', { javaScriptEnabled: false });
    expect(await page.textContent('.search-noscript')).toContain('JavaScript');
    await page.click('.search-noscript a[href="../policies/index.html"]');
    await page.click('a[href="yunjiaofa-2011-5/index.html"]');
    expect(await page.textContent('h1')).toContain('听课工作');
  });
});
