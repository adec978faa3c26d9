import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';
import { KINDS } from '../support/page-kinds.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);

const bodySize = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const body = document.querySelector('[data-document-body] p') ?? document.body;
    return Number.parseFloat(getComputedStyle(body).fontSize);
  });

async function choose(page: Page, label: string): Promise<void> {
  if ((await page.getAttribute('[data-display]', 'open')) === null)
    await page.click('[data-display] summary');
  await page.click(`[data-display] label:has-text("${label}")`);
}

describe('the display settings', () => {
  it('are kept from page to page, and the body is as large as is demanded of large text', async () => {
    const { page, home } = await site.visit(KINDS.home, { colorScheme: 'light' });
    await choose(page, '暗');
    await choose(page, '特大');
    await choose(page, '宋体');
    await page.goto(home + KINDS.document);
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
      theme: 'dark',
      text: 'huge',
      face: 'song',
    });
    expect(await bodySize(page)).toBeGreaterThan(22);
    await choose(page, '大');
    expect(await bodySize(page)).toBeGreaterThanOrEqual(18);
    // 国办公开办函〔2021〕28号: large text has at least 18 px and lines of 1.3.
    const leading = await page.evaluate(() => {
      const { lineHeight, fontSize } = getComputedStyle(
        document.querySelector('[data-document-body] p') ?? document.body,
      );
      return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    });
    expect(leading).toBeGreaterThanOrEqual(1.3);
  });

  it('stand before the first paint: nothing moves and nothing flashes', async () => {
    const { page, home } = await site.visit(KINDS.home, { colorScheme: 'light' });
    await page.evaluate(() =>
      localStorage.setItem('display', JSON.stringify({ theme: 'dark', text: 'huge', face: 'song' })),
    );
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ('value' in entry) seen.push(`shift ${String(entry.value)}`);
      }).observe({ type: 'layout-shift', buffered: true });
      document.addEventListener('DOMContentLoaded', () =>
        seen.push(`ready ${document.documentElement.dataset['theme']}`),
      );
    });
    await page.goto(home + KINDS.document, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['ready dark']);
  });

  it.each([
    '{"theme":"x\\"><script>","base":"/evil/"}',
    '5',
    'null',
    '"dark"',
    '{',
    '[]',
    'x'.repeat(100_000),
  ])('pass over what another site of the host kept under their name: %.40s', async (garbage) => {
    const { page, home, trouble } = await site.visit(KINDS.home, { colorScheme: 'dark' });
    await page.evaluate((kept) => localStorage.setItem('display', kept), garbage);
    await page.goto(home + KINDS.document);
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
      theme: 'dark',
      base: FIXTURE_BASE,
    });
    await choose(page, '亮');
    expect(await page.getAttribute('html', 'data-theme')).toBe('light');
    expect(trouble).toEqual([]);
  });

  it('go back to the defaults', async () => {
    const { page, home } = await site.visit(KINDS.home, { colorScheme: 'light' });
    await choose(page, '暗');
    await choose(page, '特大');
    await page.click('[data-display] button');
    await page.waitForSelector('html[data-theme="light"]');
    expect(await page.getAttribute('html', 'data-text')).toBe('normal');
    await page.goto(home + KINDS.list);
    expect(await page.getAttribute('html', 'data-theme')).toBe('light');
    await page.click('[data-display] summary');
    expect(await page.isChecked('[data-display] input[name="text"][value="normal"]')).toBe(true);
  });

  it('follow the system, another window, and a page from which the reader comes back', async () => {
    const { page } = await site.visit(KINDS.home, { colorScheme: 'light' });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForSelector('html[data-theme="dark"]');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await choose(other, '亮');
    await page.waitForSelector('html[data-theme="light"]');
    await page.evaluate(() => {
      localStorage.setItem('display', JSON.stringify({ theme: 'dark', text: 'large', face: 'sans' }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await page.getAttribute('html', 'data-text')).toBe('large');
  });

  it('last for the page, and say so, where the browser keeps nothing', async () => {
    const { page, home, trouble } = await site.visit(KINDS.home, { colorScheme: 'light' });
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('closed', 'SecurityError');
        },
      }),
    );
    await page.goto(home + KINDS.document);
    await choose(page, '暗');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    expect(await page.textContent('[data-display] [aria-live]')).toContain('只在本页有效');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    expect(trouble).toEqual([]);
  });
});
