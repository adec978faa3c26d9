import { describe, expect, inject, it } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('officeSite'), '/');
const DONE = '[data-search][data-state="done"]';

describe('a teacher looks for a phrase', () => {
  it('finds it from the home page, opens the clause, follows a number and comes back', async () => {
    const { page, trouble } = await site.visit('');
    await page.fill('input[name="q"]', '雷打不动');
    await page.keyboard.press('Enter');
    await page.waitForSelector(DONE);
    expect(await page.getAttribute('[data-search]', 'data-total')).toBe('1');
    expect(new URL(page.url()).searchParams.get('q')).toBe('雷打不动');

    await page.locator('a[data-result]').first().click();
    await page.waitForSelector('[data-document-body] mark');
    expect(await page.textContent('[data-document-body] mark')).toBe('雷打不动');
    const document = page.url();

    await page.click('a[data-docnumber="峄教函字〔2010〕8号"]');
    await page.waitForURL('**/policies/yijiaohanzi-2010-8/');
    expect(await page.textContent('h1')).toContain('标题待考');
    const citing = page.locator('a[href*="/plans/yijiaohanzi-2011-4/#"]').first();
    expect(await citing.textContent()).toBe('第三部分第8条');

    await page.goBack();
    expect(page.url()).toBe(document);
    await page.goBack();
    await page.waitForSelector(DONE);
    expect(await page.inputValue('input[name="q"]')).toBe('雷打不动');
    expect(trouble).toEqual([]);
  });

  it('sees nothing for what no document says, and is told so', async () => {
    const { page } = await site.visit(`search/?q=${encodeURIComponent('课磨磨课课')}`);
    await page.waitForSelector(DONE);
    expect(await page.getAttribute('[data-search]', 'data-total')).toBe('0');
    expect(await page.locator('a[data-result]').count()).toBe(0);
  });

  it('reaches search from any page by / and by Ctrl K', async () => {
    for (const key of ['/', 'Control+k']) {
      const { page } = await site.visit('policies/yijiaofa-2010-65/');
      await page.keyboard.press(key);
      await page.waitForURL('**/search/');
    }
  });

  it('goes through the hits by arrow keys and opens one by Enter', async () => {
    const { page } = await site.visit(`search/?q=${encodeURIComponent('磨课')}`);
    await page.waitForSelector(DONE);
    await page.focus('input[name="q"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-document]');
  });

  it('narrows by type and year, and the address keeps the view', async () => {
    const { page, home } = await site.visit(`search/?q=${encodeURIComponent('磨课')}&type=policies`);
    await page.waitForSelector(DONE);
    const policies = Number(await page.getAttribute('[data-search]', 'data-total'));
    await page.goto(`${home}search/?q=${encodeURIComponent('磨课')}`);
    await page.waitForSelector(DONE);
    const all = Number(await page.getAttribute('[data-search]', 'data-total'));
    expect(policies).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(policies);
    expect(await page.locator('[data-year-count]').count()).toBeGreaterThan(1);
  });
});

describe('a member of staff has a number', () => {
  it.each(['鲁教基字[2007]21号', '鲁教基字（２００７）第021 号', '鲁教基字【2007】21號'])(
    'is led to the document whatever the print: %s',
    async (typed) => {
      const { page } = await site.visit(`search/?q=${encodeURIComponent(typed)}`);
      await page.waitForSelector(DONE);
      expect(await page.locator('a[href="/policies/lujiaojizi-2007-21/"]').count()).toBeGreaterThan(0);
    },
  );

  it('goes from the home page straight to it, and back', async () => {
    const { page, home } = await site.visit('');
    await page.fill('input[name="q"]', '鲁教基字[2007]21号');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/policies/lujiaojizi-2007-21/');
    await page.goBack();
    expect(page.url()).toBe(home);
  });

  it.each(['鲁教基字[2007]21号', '鲁教基字(2007)第21号'])('finds /n/%s/ resolved', async (typed) => {
    const { page } = await site.visit(`n/${encodeURIComponent(typed)}/`);
    await page.waitForURL('**/policies/lujiaojizi-2007-21/');
  });

  it('is told plainly of a number that nobody here knows', async () => {
    const { page } = await site.visit(`n/${encodeURIComponent('鲁教基字〔1901〕1号')}/`);
    await page.waitForFunction(() =>
      document.querySelector('[data-not-found-text]')?.textContent?.includes('〔1901〕'),
    );
    expect(await page.inputValue('[data-not-found] input[name="q"]')).toBe('鲁教基字〔1901〕1号');
  });

  it('copies the citation of a clause', async () => {
    const { page } = await site.visit('plans/yijiaohanzi-2011-4/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.click('[data-clause="第三部分第6条"] > .anchor');
    await page.click('.clause-menu button:nth-child(2)');
    await page.waitForSelector('.toast:not(:empty)');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe('《峄城区教研室2023年度工作计划》（峄教函字〔2011〕4号）第三部分第6条');
  });
});

describe('without JavaScript', () => {
  const plain = { javaScriptEnabled: false };

  it('reads documents, lists and the register', async () => {
    const { page } = await site.visit('', plain);
    await page.click('a[href="/policies/"]');
    await page.click('a[href="/policies/yijiaofa-2009-67/"]');
    expect(await page.isVisible('[data-document-facts]')).toBe(true);
    await page.click('a[href="/citations/"]');
    expect(await page.locator('.register > li').count()).toBeGreaterThan(5);
  });

  it('is told on the search page where the lists are', async () => {
    const { page } = await site.visit('search/', plain);
    expect(await page.locator('noscript, .no-js').first().textContent()).toContain('JavaScript');
    expect(await page.locator('main a[href="/plans/"]').count()).toBeGreaterThan(0);
  });

  it('is led from a canonical number to its document', async () => {
    const { page } = await site.visit(`n/${encodeURIComponent('峄教发〔2010〕65号')}/`, plain);
    await page.waitForURL('**/policies/yijiaofa-2010-65/');
  });
});
