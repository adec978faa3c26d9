import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);

const SMALLEST = 12;

describe.each([390, 800, 1280])('at %i pixels', (width) => {
  it('the map shows one drawing, whose text is large enough and stays in the page', async () => {
    const { page } = await site.visit('map/', { viewport: { width, height: 900 } });
    expect(await page.locator('.map svg:visible').count()).toBe(1);
    const texts = await page.locator('.map svg:visible text').evaluateAll((elements) =>
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
  });

  it('the neighbourhood keeps its boxes in the page and clear of each other, its text large enough', async () => {
    const { page } = await site.visit('plans/yunjiaoyanzi-2012-3/', { viewport: { width, height: 900 } });
    const boxes = await page.locator('.hood li a, .hood-here').evaluateAll((elements) =>
      elements.map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const sizes = [...element.querySelectorAll('*')].map((each) => getComputedStyle(each).fontSize);
        return { left, right, top, bottom, smallest: Math.min(...sizes.map(Number.parseFloat)) };
      }),
    );
    expect(boxes.length).toBeGreaterThan(3);
    for (const [index, box] of boxes.entries()) {
      expect(box.smallest).toBeGreaterThanOrEqual(SMALLEST);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
      for (const other of boxes.slice(index + 1)) {
        const apart = box.right <= other.left || other.right <= box.left;
        expect(apart || box.bottom <= other.top || other.bottom <= box.top).toBe(true);
      }
    }
    await page.context().close();
  });
});

it('a line meets the middle of its box and of the document', async () => {
  const { page } = await site.visit('plans/yunjiaoyanzi-2012-3/', { viewport: { width: 1280, height: 900 } });
  const rows = await page.locator('.hood ul.out').evaluate((list) => {
    const middle = (element: Element): number => {
      const { top, bottom } = element.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const lines = document.querySelector('.hood-ties.out') as SVGSVGElement;
    const { top, height } = lines.getBoundingClientRect();
    const boxes = [...list.querySelectorAll('a')];
    const here = document.querySelector('.hood-here') as Element;
    return {
      boxes: boxes.map((box, index) => middle(box) - (top + (height * (2 * index + 1)) / (2 * boxes.length))),
      here: middle(here) - (top + height / 2),
    };
  });
  for (const off of [...rows.boxes, rows.here]) expect(Math.abs(off)).toBeLessThanOrEqual(1);
  await page.context().close();
});

it('a box leads to its document by the keyboard', async () => {
  const { page } = await site.visit('plans/yunjiaoyanzi-2012-3/', { viewport: { width: 1280, height: 900 } });
  const box = page.locator('.hood ul a[href$="policies/yunjiaofa-2011-5/"]');
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
