import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { loadAxe } from '../support/axe.ts';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { type FocusStop, outOfOrder, walkFocus } from '../support/focus-walk.ts';
import { openSite } from '../support/open-site.ts';
import { KIND_ENTRIES, KINDS, settle } from '../support/page-kinds.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const LONG = 240_000;

/** A name that is read as Chinese, or as a number such as that of a year. */
const READABLE = /\p{Script=Han}|^\d+$/u;

/** The mark of a clause stands in the margin before its words, and comes after them: they are read first. */
const isClauseMark = (fault: string): boolean => / → a\.anchor /.test(fault);

function faultsOf(stop: FocusStop): string[] {
  return [
    ...(READABLE.test(stop.name) ? [] : [`${stop.label} has no name in Chinese`]),
    ...(stop.ring >= 3 ? [] : [`${stop.label} shows the focus at ${stop.ring.toFixed(1)}`]),
    ...(stop.inView ? [] : [`${stop.label} is out of view`]),
    ...(stop.covered === '' ? [] : [`${stop.label} lies under ${stop.covered}`]),
  ];
}

/** Loads the page as one who comes by its address. */
async function openAtTop(page: Page, address: string, path: string): Promise<void> {
  await page.goto(address);
  await settle(page, path);
  await loadAxe(page);
  // The search page puts the focus into its box; the walk begins before that.
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
}

describe.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('Tab at %i pixels in %s', (width, colorScheme) => {
  it('stops in the order of reading, in view, with a ring and a name, on each kind of page', {
    timeout: LONG,
  }, async () => {
    const { page, home } = await site.visit('', {
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const faults: string[] = [];
    for (const [kind, path] of KIND_ENTRIES) {
      await openAtTop(page, home + path, path);
      const stops = await walkFocus(page);
      const found = [
        ...(stops.length > 8 ? [] : ['has too few stops']),
        ...(stops[0]?.name === '跳到正文' ? [] : ['does not begin with the way past the navigation']),
        ...stops.flatMap(faultsOf),
        ...outOfOrder(stops).filter((fault) => !isClauseMark(fault)),
      ];
      faults.push(...found.map((fault) => `${kind}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

describe('Shift and Tab', () => {
  it.each([KINDS.home, KINDS.list, KINDS.register, KINDS.compare])(
    'lead back the same way on /%s',
    async (path) => {
      const { page, home } = await site.visit('', { reducedMotion: 'reduce' });
      await openAtTop(page, home + path, path);
      const forth = await walkFocus(page);
      await openAtTop(page, home + path, path);
      for (const _stop of forth) await page.keyboard.press('Tab');
      const back = await walkFocus(page, 'Shift+Tab', forth.length - 1);
      expect(back.map(({ label }) => label).reverse()).toEqual(forth.slice(0, -1).map(({ label }) => label));
    },
  );
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('the keyboard', () => {
  it('skips the navigation', async () => {
    const { page } = await site.visit(KINDS.document);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    expect(await focused(page)).toBe('首页');
  });

  it('sets the display, is told so, and Esc brings it back', async () => {
    const { page } = await site.visit(KINDS.home, { colorScheme: 'light' });
    await page.focus('[data-display] summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-display] form');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    expect(await page.textContent('[data-display] [aria-live]')).toContain('已保存');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.getAttribute('html', 'data-text')).toBe('large');
    await page.keyboard.press('Escape');
    expect(await page.getAttribute('[data-display]', 'open')).toBeNull();
    expect(await focused(page)).toBe('显示设置');
  });

  it('leaves the open panel behind: it does not lie over what comes next', async () => {
    const { page } = await site.visit(KINDS.list);
    await page.focus('[data-display] summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-display] form');
    // Three groups, the button, and on.
    for (let stop = 0; stop < 5; stop++) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('首页');
    expect(await page.getAttribute('[data-display]', 'open')).toBeNull();
  });

  it.each([
    ['how to cite', '[data-cite] summary', '[data-cite][open]', 'Tab'],
    ['the menu of a clause', '[data-document-body] a.anchor', '.clause-menu', 'ArrowDown'],
  ])('opens %s with Enter, and Esc closes it and goes back', async (_name, control, opened, next) => {
    const { page } = await site.visit(KINDS.document);
    await page.locator(control).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector(opened);
    await page.keyboard.press(next);
    await page.keyboard.press('Escape');
    await page.waitForSelector(opened, { state: 'detached' });
    expect(
      await page
        .locator(control)
        .first()
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
  });

  it('is answered at once where motion is not wanted', async () => {
    for (const [kind, path] of KIND_ENTRIES.filter(([kind]) => /^(home|document|search|map)$/.test(kind))) {
      const { page } = await site.visit(path, { reducedMotion: 'reduce' });
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) => {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
            return animationName !== 'none' || !/^0s/.test(transitionDuration) || scrollBehavior !== 'auto';
          }).length,
      );
      expect(moving, kind).toBe(0);
    }
  });
});
