import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const LINK = '[data-document-body] a[data-docnumber="云教发〔2011〕5号"]';

describe('a document whose term ends on a day', () => {
  it('is in force for a reader before that day', async () => {
    const { page, trouble } = await site.visit('policies/yunjiaofa-2011-5/');
    expect(await page.locator('.doc-head .chip').first().textContent()).toBe('现行有效');
    expect(await page.locator('.status-banner:visible').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('has lapsed for a reader after it: on its page, in lists and on links', async () => {
    const { page, trouble } = await site.visit('policies/yunjiaofa-2011-5/');
    await page.clock.setFixedTime(new Date('2100-01-02T08:00:00'));
    await page.reload();
    expect(await page.locator('.doc-head .chip').first().textContent()).toBe('失效');
    expect(await page.locator('.status-banner:visible').allTextContents()).toEqual([
      '本文件有效期至 2099-12-31，已失效。',
    ]);

    await page.goto(new URL('../', page.url()).href);
    const row = page.locator('li[data-item]', { hasText: '云教发〔2011〕5号' });
    expect(await row.locator('.chip-bad').textContent()).toBe('失效');

    await page.goto(new URL('../plans/yunjiaoyanzi-2012-3/', page.url()).href);
    expect(await page.getAttribute(LINK, 'class')).toBe('ref ref-text ref-dead');
    expect(await page.getAttribute(LINK, 'title')).toContain('现已失效（引用时有效）');
    expect(trouble).toEqual([]);
  });
});

describe('a dead document on paper', () => {
  it('is marked in words after the link, without colour or strokes through it', async () => {
    const { page } = await site.visit('plans/yunjiaoyanzi-2012-3/');
    await page.emulateMedia({ media: 'print' });
    const mark = await page
      .locator('a.ref-dead')
      .first()
      .evaluate((link) => ({
        words: getComputedStyle(link, '::after').content,
        line: getComputedStyle(link).textDecorationLine,
      }));
    expect(mark).toEqual({ words: expect.stringContaining('引用时已废止'), line: 'none' });
    expect(await page.locator('[data-copy-citation]').isVisible()).toBe(false);
  });
});

describe('search results', () => {
  it('mark what is dead', async () => {
    const { page } = await site.visit(`search/?q=${encodeURIComponent('听课经费')}`);
    await page.waitForSelector('[data-search][data-state="done"]');
    const hit = page.locator('[data-search] li', { hasText: '云教发〔2008〕2号' }).first();
    expect(await hit.locator('.chip-bad').first().textContent()).toBe('废止');
  });
});
