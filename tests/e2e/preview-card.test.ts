import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openFolder } from '../support/open-folder.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const folder = openFolder(inject('offlineSite'));
const PLAN = 'plans/yunjiaoyanzi-2012-3/';
const CARD = '.preview-card';
const HELD = '[data-document-body] a[data-docnumber="云教发〔2011〕5号"]';
const DEAD = '[data-document-body] a[data-docnumber="云教发〔2008〕2号"]';
const MISSING = '[data-document-body] a[data-docnumber="云教发〔2009〕12号"]';
const AMBIGUOUS = '[data-document-body] a.ref-ambiguous';

async function boxes(page: Page, link: string) {
  const card = await page.locator(CARD).boundingBox();
  const lines = await page.locator(link).first().boundingBox();
  if (!card || !lines) throw new Error('no card or no link');
  return { card, link: lines };
}

/** The card lies beside the link and within the window. */
async function expectWellPlaced(page: Page, link: string): Promise<void> {
  const { card, link: own } = await boxes(page, link);
  expect(card.y >= own.y + own.height || card.y + card.height <= own.y).toBe(true);
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  expect(card.x).toBeGreaterThanOrEqual(0);
  expect(card.x + card.width).toBeLessThanOrEqual(width);
}

describe('with a mouse', () => {
  it('shows title, number, issuer, date and status, and asks nothing of the network but its own script', async () => {
    const { page, trouble } = await site.visit(PLAN);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.hover(HELD);
    await page.waitForSelector(CARD);
    const text = await page.textContent(CARD);
    for (const part of [
      '云岭区教育局关于加强听课工作的通知',
      '云教发〔2011〕5号',
      '云岭区教育局',
      '2011-01-10',
      '现行有效',
      '另有 1 份文件引用它',
    ])
      expect(text).toContain(part);
    await expectWellPlaced(page, HELD);
    expect(
      asked.every((url) => /preview-card|add-styles|defineProperty|follow-contents|favicon/.test(url)),
    ).toBe(true);
    expect(await page.getAttribute(HELD, 'title')).toBeNull();
    expect(trouble).toEqual([]);
  });

  it('stays while the pointer is on it, leads on, and goes when the pointer does', async () => {
    const { page } = await site.visit(PLAN);
    await page.hover(DEAD);
    await page.waitForSelector(CARD);
    await page.hover(`${CARD} .citation-facts`);
    await page.waitForTimeout(500);
    expect(await page.isVisible(CARD)).toBe(true);
    await page.mouse.move(5, 5);
    await page.waitForSelector(CARD, { state: 'detached' });
    await page.hover(DEAD);
    await page.click(`${CARD} .citation-facts a`);
    await page.waitForURL('**/policies/yunjiaofa-2008-2/#cited-title');
  });

  it('says 未收录 of a missing number and names all that an ambiguous title may mean', async () => {
    const { page } = await site.visit(PLAN);
    await page.hover(MISSING);
    await page.waitForSelector(CARD);
    expect(await page.textContent(CARD)).toContain('未收录');
    await page.hover(AMBIGUOUS);
    await page.waitForSelector(`${CARD} .choice`);
    expect(await page.locator(`${CARD} .choice a`).count()).toBe(2);
  });

  it('is not opened by a pointer that only passes, and goes when the page scrolls', async () => {
    const { page } = await site.visit(PLAN);
    await page.hover(DEAD);
    await page.mouse.move(5, 5);
    await page.waitForTimeout(600);
    expect(await page.locator(CARD).count()).toBe(0);
    await page.hover(DEAD);
    await page.waitForSelector(CARD);
    await page.mouse.wheel(0, 300);
    await page.waitForSelector(CARD, { state: 'detached' });
  });

  it('still follows the link when it is clicked', async () => {
    const { page } = await site.visit(PLAN);
    await page.hover(HELD);
    await page.waitForSelector(CARD);
    await page.click(HELD);
    await page.waitForURL('**/policies/yunjiaofa-2011-5/');
  });
});

describe('with the keyboard', () => {
  const isFocused = (page: Page, selector: string): Promise<boolean> =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => link === document.activeElement);

  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      if (await isFocused(page, selector)) return;
    }
    throw new Error(`${selector} was not reached`);
  }

  it('opens at once on focus, and Esc closes it without moving the focus', async () => {
    const { page } = await site.visit(PLAN);
    await tabTo(page, HELD);
    await page.waitForSelector(CARD);
    await page.keyboard.press('Escape');
    expect(await page.locator(CARD).count()).toBe(0);
    expect(await isFocused(page, HELD)).toBe(true);
  });

  it('is reached by Tab, and left by Tab and by Esc, never a trap', async () => {
    const { page } = await site.visit(PLAN);
    await tabTo(page, HELD);
    await page.waitForSelector(CARD);
    await page.keyboard.press('Tab');
    expect(await isFocused(page, `${CARD} .citation-facts a`)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await isFocused(page, HELD)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await isFocused(page, HELD)).toBe(true);
    expect(await page.locator(CARD).count()).toBe(0);
    await tabTo(page, DEAD);
    await page.waitForSelector(`${CARD}:has-text("废止")`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.locator(CARD).count()).toBe(0);
    expect(await isFocused(page, 'body')).toBe(false);
  });

  it('is described to a screen reader before any card opens', async () => {
    const { page } = await site.visit(PLAN);
    const id = await page.getAttribute(HELD, 'aria-describedby');
    expect(await page.textContent(`[id="${id}"]`)).toContain('现行有效');
  });
});

describe('with a finger', () => {
  const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

  async function press(page: Page, selector: string, milliseconds: number): Promise<void> {
    await page.locator(selector).first().scrollIntoViewIfNeeded();
    // A link that is broken over two lines has its middle beside it.
    const box = await page
      .locator(selector)
      .first()
      .evaluate((link) => link.getClientRects()[0]?.toJSON() as DOMRect | undefined);
    if (!box) throw new Error(`no ${selector}`);
    const session = await page.context().newCDPSession(page);
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await page.waitForTimeout(milliseconds);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  it('opens on a long press, which follows no link, and closes on a tap elsewhere', async () => {
    const { page, trouble } = await site.visit(PLAN, PHONE);
    const before = page.url();
    await press(page, MISSING, 900);
    await page.waitForSelector(CARD);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    await expectWellPlaced(page, MISSING);
    await page.touchscreen.tap(20, 20);
    await page.waitForSelector(CARD, { state: 'detached' });
    expect(trouble).toEqual([]);
  });

  it('follows the link on a tap', async () => {
    const { page } = await site.visit(PLAN, PHONE);
    await page.locator(HELD).first().tap();
    await page.waitForURL('**/policies/yunjiaofa-2011-5/');
  });
});

describe('everywhere', () => {
  it.each([
    ['light', 'none'],
    ['dark', 'none'],
    ['dark', 'active'],
  ] as const)(
    'has no accessibility fault when open: %s, forced colours %s',
    async (colorScheme, forcedColors) => {
      const { page } = await site.visit(PLAN, { colorScheme, forcedColors, reducedMotion: 'reduce' });
      for (const link of [HELD, AMBIGUOUS]) {
        await page.hover(link);
        await page.waitForSelector(CARD);
        expect(await axeFaults(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
    },
  );

  it.each([320, 390, 1280])('fits a window of %i pixels', async (width) => {
    const { page } = await site.visit(PLAN, { viewport: { width, height: 700 } });
    for (const link of [HELD, DEAD, AMBIGUOUS]) {
      await page.hover(link);
      await page.waitForSelector(CARD);
      await expectWellPlaced(page, link);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
    }
  });

  it('works in the copy on disk', async () => {
    const { page, trouble } = await folder.visit(`${PLAN}index.html`);
    await page.hover(DEAD);
    await page.waitForSelector(CARD);
    expect(await page.textContent(CARD)).toContain('听课经费管理办法');
    await page.click(`${CARD} .citation-facts a`);
    await page.waitForURL((url) => url.pathname.endsWith('/policies/yunjiaofa-2008-2/index.html'));
    expect(trouble).toEqual([]);
  });

  it('is absent without JavaScript, where the link keeps its title', async () => {
    const { page } = await site.visit(PLAN, { javaScriptEnabled: false });
    expect(await page.locator(HELD).first().getAttribute('title')).toContain('听课工作');
    await page.hover(HELD);
    expect(await page.locator(CARD).count()).toBe(0);
  });
});
