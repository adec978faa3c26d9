import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';
import { KIND_ENTRIES, settle } from '../support/page-kinds.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);

describe.each([320, 390, 1280])('at %i pixels', (width) => {
  it.each(KIND_ENTRIES)('the %s page does not scroll sideways', async (_kind, path) => {
    const { page } = await site.visit(path, { viewport: { width, height: 800 } });
    await settle(page, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.context().close();
  });
});

describe('the list filter', () => {
  it('narrows the list and says how many are shown', async () => {
    const { page } = await site.visit('policies/');
    await page.fill('[data-list-filter] input', '云教发（2011）5');
    expect(await page.locator('[data-item]:visible').count()).toBe(1);
    expect(await page.textContent('[data-list-filter] output')).toContain('1 /');
  });
});
