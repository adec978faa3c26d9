import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const PLAN = 'plans/yunjiaoyanzi-2012-3/';
const ADDRESS = `https://wenku.example${FIXTURE_BASE}${PLAN}`;

/** Puts a sharing function of our own in the place of the device's; what it is called with is kept in `shared`. */
async function stubSharing(page: Page, outcome: 'done' | 'AbortError' | 'NotAllowedError'): Promise<void> {
  await page.evaluate((wanted) => {
    const share = async (data: ShareData): Promise<void> => {
      document.body.dataset['shared'] = JSON.stringify(data);
      if (wanted !== 'done') throw new DOMException('', wanted);
    };
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
  }, outcome);
}
const shared = (page: Page) => page.evaluate(() => document.body.dataset['shared']);

describe('sharing a document', () => {
  it('hands title, citation and the published address to the device, and asks no other site', async () => {
    const { page, trouble } = await site.visit(PLAN);
    await stubSharing(page, 'done');
    await page.click('[data-share]');
    await page.waitForFunction(() => document.body.dataset['shared'] !== undefined);
    const data = JSON.parse((await shared(page)) ?? '') as ShareData;
    expect(data.url).toBe(ADDRESS);
    expect(data.text).toMatch(/^《.+》（云教研字〔2012〕3号）$/);
    expect(trouble).toEqual([]);
  });

  it('copies both where the device has no such function, or refuses', async () => {
    for (const refused of [false, true]) {
      const { page } = await site.visit(PLAN, { permissions: ['clipboard-read', 'clipboard-write'] });
      if (refused) await stubSharing(page, 'NotAllowedError');
      else await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
      await page.click('[data-share]');
      await page.waitForSelector('.toast:has-text("云教研字")');
      expect(await page.textContent('.toast')).toContain(`（云教研字〔2012〕3号） ${ADDRESS}`);
    }
  });

  it('does nothing more when the reader closes the sheet', async () => {
    const { page } = await site.visit(PLAN);
    await stubSharing(page, 'AbortError');
    await page.click('[data-share]');
    await page.waitForFunction(() => document.body.dataset['shared'] !== undefined);
    expect(await page.locator('.toast').count()).toBe(0);
  });

  it('is not offered without scripts', async () => {
    const { page } = await site.visit(PLAN, { javaScriptEnabled: false });
    expect(await page.isVisible('[data-share]')).toBe(false);
  });
});
