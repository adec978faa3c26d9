import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const DONE = '[data-search][data-state="done"]';

describe('a teacher looks for a phrase', () => {
  it('finds it from the home page, opens the clause, follows a number and comes back', async () => {
    const { page, trouble } = await site.visit('');
    await page.fill('input[name="q"]', '建立台账');
    await page.keyboard.press('Enter');
    await page.waitForSelector(DONE);
    expect(await page.getAttribute('[data-search]', 'data-total')).toBe('1');
    expect(new URL(page.url()).searchParams.get('q')).toBe('建立台账');

    await page.locator('a[data-result]').first().click();
    await page.waitForSelector('[data-document-body] mark');
    expect(await page.textContent('[data-document-body] mark')).toBe('建立台账');
    const document = page.url();

    await page.click('a[data-docnumber="云教发〔2011〕5号"]');
    await page.waitForURL('**/policies/yunjiaofa-2011-5/');
    expect(await page.textContent('h1')).toContain('听课工作');
    const citing = page.locator('a[href*="/plans/yunjiaoyanzi-2012-3/#"]').first();
    expect(await citing.textContent()).toBe('第一部分第1条');

    await page.goBack();
    expect(page.url()).toBe(document);
    await page.goBack();
    await page.waitForSelector(DONE);
    expect(await page.inputValue('input[name="q"]')).toBe('建立台账');
    expect(trouble).toEqual([]);
  });

  it('sees nothing for what no document says, and is told so', async () => {
    const { page } = await site.visit(`search/?q=${encodeURIComponent('课听听课课')}`);
    await page.waitForSelector(DONE);
    expect(await page.getAttribute('[data-search]', 'data-total')).toBe('0');
    expect(await page.locator('a[data-result]').count()).toBe(0);
  });

  it('reaches search from any page by / and by Ctrl K', async () => {
    for (const key of ['/', 'Control+k']) {
      const { page } = await site.visit('policies/yunjiaofa-2008-2/');
      await page.keyboard.press(key);
      await page.waitForURL('**/search/');
    }
  });

  it('goes through the hits by arrow keys and opens one by Enter', async () => {
    const { page } = await site.visit(`search/?q=${encodeURIComponent('听课')}`);
    await page.waitForSelector(DONE);
    await page.focus('input[name="q"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-document]');
  });

  it('narrows by type and year, and the address keeps the view', async () => {
    const { page, home } = await site.visit(`search/?q=${encodeURIComponent('听课')}&type=policies`);
    await page.waitForSelector(DONE);
    const policies = Number(await page.getAttribute('[data-search]', 'data-total'));
    await page.goto(`${home}search/?q=${encodeURIComponent('听课')}`);
    await page.waitForSelector(DONE);
    const all = Number(await page.getAttribute('[data-search]', 'data-total'));
    expect(policies).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(policies);
    expect(await page.locator('[data-year-count]').count()).toBeGreaterThan(1);
  });
});

describe('a member of staff has a number', () => {
  it.each(['云教发[2011]5号', '云教发（２０１１）第005 号', '云教发【2011】5號'])(
    'is led to the document whatever the print: %s',
    async (typed) => {
      const { page } = await site.visit(`search/?q=${encodeURIComponent(typed)}`);
      await page.waitForSelector(DONE);
      expect(await page.locator('a[href="/wenku/policies/yunjiaofa-2011-5/"]').count()).toBeGreaterThan(0);
      const total = await page.getAttribute('[data-search]', 'data-total');
      if (total === '0') await page.waitForSelector('[data-suggestion]:has-text("规范写法")');
    },
  );

  it('goes from the home page straight to it, and back', async () => {
    const { page, home } = await site.visit('');
    await page.fill('input[name="q"]', '云教发[2011]5号');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/policies/yunjiaofa-2011-5/');
    await page.goBack();
    expect(page.url()).toBe(home);
  });

  it.each(['云教发[2011]5号', '云教发(2011)第5号'])('finds /n/%s/ resolved', async (typed) => {
    const { page } = await site.visit(`n/${encodeURIComponent(typed)}/`);
    await page.waitForURL('**/policies/yunjiaofa-2011-5/');
  });

  it('is told plainly of a number that nobody here knows', async () => {
    const { page } = await site.visit(`n/${encodeURIComponent('云教发〔1901〕1号')}/`);
    await page.waitForFunction(() =>
      document.querySelector('[data-not-found-text]')?.textContent?.includes('〔1901〕'),
    );
    expect(await page.inputValue('[data-not-found] input[name="q"]')).toBe('云教发〔1901〕1号');
  });

  it('copies the citation of a clause', async () => {
    const { page } = await site.visit('plans/yunjiaoyanzi-2012-3/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.click('[data-clause="第二部分（一）第1条"] > .anchor');
    await page.click('.clause-menu button:nth-child(2)');
    await page.waitForSelector('.toast:not(:empty)');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe('《云岭区教研室2012年度工作计划》（云教研字〔2012〕3号）第二部分（一）第1条');
  });
});

describe('without JavaScript', () => {
  const plain = { javaScriptEnabled: false };

  it('reads documents, lists and the register', async () => {
    const { page } = await site.visit('', plain);
    await page.click('a[href="/wenku/policies/"]');
    await page.click('a[href="/wenku/policies/yunjiaofa-2008-2/"]');
    expect(await page.isVisible('[data-document-facts]')).toBe(true);
    await page.click('a[href="/wenku/citations/"]');
    expect(await page.locator('.register > li').count()).toBeGreaterThan(4);
  });

  it('is told on the search page where the lists are', async () => {
    const { page } = await site.visit('search/', plain);
    expect(await page.locator('noscript, .no-js').first().textContent()).toContain('JavaScript');
    expect(await page.locator('main a[href="/wenku/plans/"]').count()).toBeGreaterThan(0);
  });

  it('is led from a canonical number to its document', async () => {
    const { page } = await site.visit(`n/${encodeURIComponent('云教发〔2008〕2号')}/`, plain);
    await page.waitForURL('**/policies/yunjiaofa-2008-2/');
  });
});
