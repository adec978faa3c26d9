import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const site = openSite(inject('fixtureSite'), FIXTURE_BASE);

/** One page of each kind. */
const KINDS = {
  home: '',
  list: 'plans/',
  document: 'plans/yunjiaoyanzi-2012-3/',
  record: 'policies/yunjiaofa-2008-2/',
  excerpt: 'summaries/2012/',
  years: 'years/',
  year: 'years/2012/',
  issuers: 'issuers/',
  issuer: 'issuers/yunlingqujiaoyanshi/',
  topics: 'topics/',
  topic: 'topics/kecheng-gaige/',
  changes: 'plans/yunjiaoyanzi-2012-3/changes/',
  'against plan': 'summaries/2012/against-plan/',
  compare: 'compare/',
  'two compared': 'compare/?a=plans/yunjiaoyanzi-2011-2&b=plans/yunjiaoyanzi-2012-3',
  register: 'citations/',
  'look-up': 'n/',
  missing: `n/${encodeURIComponent('云教发〔2009〕12号')}/`,
  search: `search/?q=${encodeURIComponent('听课')}`,
  'search without a hit': `search/?q=${encodeURIComponent('无人说过的话')}`,
  help: 'help/',
  guide: 'help/search/',
  fields: 'help/fields/',
  rules: 'help/rules/',
  404: 'no-such-page/',
};

const kinds = Object.entries(KINDS);
const settle = 'main';

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(kinds)('the %s page has no accessibility fault and asks no other host', async (_kind, path) => {
    const { page, trouble } = await site.visit(path, { colorScheme, reducedMotion: 'reduce' });
    await page.waitForSelector(settle);
    if (path.startsWith('search/')) await page.waitForSelector('[data-search][data-state="done"]');
    if (path.startsWith('compare/?')) await page.waitForSelector('.cmp-rows');
    await page.addScriptTag({ path: axePath });
    const { violations } = await page.evaluate(
      (): Promise<AxeResults> =>
        (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
    );
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(faults).toEqual([]);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});

describe.each([320, 390, 1280])('at %i pixels', (width) => {
  it.each(kinds)('the %s page does not scroll sideways', async (_kind, path) => {
    const { page } = await site.visit(path, { viewport: { width, height: 800 } });
    await page.waitForSelector(settle);
    if (path.startsWith('search/')) await page.waitForSelector('[data-search][data-state="done"]');
    if (path.startsWith('compare/?')) await page.waitForSelector('.cmp-rows');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.context().close();
  });
});

describe('the display settings', () => {
  it('are kept from page to page', async () => {
    const { page, home } = await site.visit('', { colorScheme: 'light' });
    await page.click('[data-display] summary');
    await page.check('input[name="theme"][value="dark"]', { force: true });
    await page.check('input[name="text"][value="large"]', { force: true });
    await page.goto(`${home}plans/`);
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    expect(await page.getAttribute('html', 'data-text')).toBe('large');
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeGreaterThanOrEqual(18);
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
