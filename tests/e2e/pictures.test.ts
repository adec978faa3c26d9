import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);

const SMALLEST = 12;

describe.each([390, 800, 1280])('at %i pixels', (width) => {
  it.each([
    ['neighbourhood', 'plans/yunjiaoyanzi-2012-3/', '.hood'],
    ['map', 'map/', '.map'],
  ])(
    'the %s shows one drawing, whose text is large enough and stays in the page',
    async (_name, path, box) => {
      const { page } = await site.visit(path, { viewport: { width, height: 900 } });
      expect(await page.locator(`${box} svg:visible`).count()).toBe(1);
      const texts = await page.locator(`${box} svg:visible text`).evaluateAll((elements) =>
        elements.map((element) => {
          const svg = (element as SVGTextElement).ownerSVGElement as SVGSVGElement;
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          const { left, right } = element.getBoundingClientRect();
          return { size: Number.parseFloat(getComputedStyle(element).fontSize) * scale, left, right };
        }),
      );
      expect(texts.length).toBeGreaterThan(3);
      for (const { size, left, right } of texts) {
        expect(size).toBeGreaterThanOrEqual(SMALLEST);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
      }
      await page.context().close();
    },
  );
});

it('a box leads to its document by the keyboard', async () => {
  const { page } = await site.visit('plans/yunjiaoyanzi-2012-3/', { viewport: { width: 1280, height: 900 } });
  const box = page.locator('.hood-wide a[href$="policies/yunjiaofa-2011-5/"]');
  await box.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/policies/yunjiaofa-2011-5/');
  await page.context().close();
});

it('a circle leads to as many documents as it says', async () => {
  const { page } = await site.visit('map/', { viewport: { width: 390, height: 900 } });
  const circle = page.locator('.map-narrow a[href*="search/?"]').first();
  const count = await circle.locator('text').textContent();
  await circle.click();
  await page.waitForSelector('[data-search][data-state="done"]');
  expect(await page.getAttribute('[data-search]', 'data-total')).toBe(count);
  await page.context().close();
});
