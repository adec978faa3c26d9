import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from '../support/open-site.ts';
import { PLAN, REGULATION, readingSite } from '../support/reading-library.ts';

const built = readingSite();
beforeAll(() => built.build());
afterAll(() => built.remove());
const site = openSite(built.dir, '/');

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1280, height: 800 } };
const NO_SCRIPT = { javaScriptEnabled: false };
const CURRENT = '.contents a[aria-current]';

/** Brings an element to the top of the window at once. */
async function readFrom(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      document.documentElement.style.scrollBehavior = 'auto';
      element.scrollIntoView();
    });
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.className} ${document.activeElement?.textContent}`.trim());

describe('the contents', () => {
  it('follow the reading, show the sections of the chapter that is read, and keep the place in sight', async () => {
    const { page, trouble } = await site.visit(REGULATION, DESK);
    expect(await page.textContent(CURRENT)).toBe('文首');
    expect(await page.locator('.contents ol ol:visible').count()).toBe(0);
    await readFrom(page, '#art125');
    await page.waitForFunction((current) => document.querySelector(current)?.textContent !== '文首', CURRENT);
    expect(await page.textContent(CURRENT)).toBe('第二节 具体事项');
    expect(await page.locator('.contents ol ol:visible').count()).toBe(1);
    expect(await page.textContent('.contents li.here > a')).toBe('第十一章 教学管理');
    const inSight = await page.locator(CURRENT).evaluate((link) => {
      const list = link.closest('.contents > ol')?.getBoundingClientRect();
      const { top, bottom } = link.getBoundingClientRect();
      return list !== undefined && top >= list.top && bottom <= list.bottom + 1;
    });
    expect(inSight).toBe(true);
    expect(trouble).toEqual([]);
  });

  it('are a bar on a phone that says where one is, opens over the text and leads on', async () => {
    const { page, trouble } = await site.visit(REGULATION, PHONE);
    await readFrom(page, '#art58');
    await page.waitForFunction(() => document.querySelector('.contents summary span')?.textContent);
    expect(await page.textContent('.contents summary span')).toBe('第五章 教学管理 › 第三节 具体事项');
    const bar = await page.locator('.contents summary').boundingBox();
    expect(bar?.y).toBeGreaterThanOrEqual(0);
    expect(bar?.y).toBeLessThan(4);
    expect(bar?.height).toBeGreaterThanOrEqual(44);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.tap('.contents summary');
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
    await page.tap('.contents a:has-text("第七章")');
    expect(await page.locator('.contents details').getAttribute('open')).toBeNull();
    await page.waitForFunction(() => {
      const place = document.querySelector('#ch7')?.getBoundingClientRect().top ?? -1;
      const under = document.querySelector('.contents')?.getBoundingClientRect().bottom ?? 0;
      return place >= under && place < under + 60;
    });
    await page.tap('.contents summary');
    await page.keyboard.press('Escape');
    expect(await page.locator('.contents details').getAttribute('open')).toBeNull();
    expect(trouble).toEqual([]);
  });

  it('open and lead on without JavaScript', async () => {
    const { page } = await site.visit(REGULATION, { ...PHONE, ...NO_SCRIPT });
    expect(await page.isVisible('.contents a:has-text("第七章")')).toBe(false);
    await page.tap('.contents summary');
    await page.tap('.contents a:has-text("第七章")');
    expect(new URL(page.url()).hash).toBe('#ch7');
    const wide = await site.visit(REGULATION, { ...DESK, ...NO_SCRIPT });
    expect(await wide.page.locator('.contents ol ol a:visible').count()).toBe(36);
  });
});

describe('the menu of a clause', () => {
  const MARK = '[data-clause="第一部分第1条"] > .anchor';

  it('is opened, walked through and left by keyboard', async () => {
    const { page, trouble } = await site.visit(PLAN, DESK);
    const mark = page.locator(MARK);
    expect(await mark.getAttribute('aria-label')).toBe('第一部分第1条的链接与引文');
    expect(await mark.getAttribute('aria-haspopup')).toBe('menu');
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role="menu"]');
    expect(await mark.getAttribute('aria-expanded')).toBe('true');
    expect(await focused(page)).toContain('复制链接');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('复制引文');
    await page.keyboard.press('End');
    expect(await focused(page)).toContain('复制参考文献');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('复制链接');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toContain('复制参考文献');
    await page.keyboard.press('Escape');
    expect(await page.locator('[role="menu"]').count()).toBe(0);
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await mark.getAttribute('aria-expanded')).toBe('false');

    await page.keyboard.press('Enter');
    await page.waitForSelector('[role="menu"]');
    await page.keyboard.press('Tab');
    expect(await page.locator('[role="menu"]').count()).toBe(0);
    const next = page.locator('[data-clause="第一部分第2条"] > .anchor');
    expect(await next.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(trouble).toEqual([]);
  });

  it('can be reached with a finger, closes when one taps elsewhere, and leaves the page its width', async () => {
    const { page } = await site.visit(PLAN, { ...PHONE, viewport: { width: 320, height: 700 } });
    for (const mark of await page.locator('.anchor').all()) {
      const box = await mark.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(40);
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    await page.tap(MARK);
    await page.waitForSelector('[role="menu"]');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
    await page.tap('h1');
    expect(await page.locator('[role="menu"]').count()).toBe(0);
  });

  it('is a plain link without JavaScript', async () => {
    const { page } = await site.visit(PLAN, { ...DESK, ...NO_SCRIPT });
    await page.locator(MARK).focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#s1-i1');
  });
});

describe('a footnote', () => {
  it('is shown at its mark, and left by Esc; the mark leads to it and it leads back', async () => {
    const { page, trouble } = await site.visit(PLAN, DESK);
    await page.hover('[data-footnote-ref]');
    await page.waitForSelector('.preview-card');
    expect((await page.innerText('.preview-card')).trim()).toBe(
      '教研工作包括课题研究，参见云教发〔2015〕9号。',
    );
    expect(await page.locator('[id="user-content-fn-a"], #fn-a').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.preview-card').count()).toBe(0);
    await page.click('[data-footnote-ref]');
    expect(new URL(page.url()).hash).toBe('#fn-a');
    await page.click('[data-footnote-backref]');
    expect(new URL(page.url()).hash).toBe('#fnref-a');
    expect(trouble).toEqual([]);
  });
});

describe('a footnote that cites', () => {
  it('lets the keyboard through its preview and on', async () => {
    const { page } = await site.visit(PLAN, DESK);
    await page.focus('[data-clause="第一部分"] > .anchor');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.waitForSelector('.preview-card');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.preview-card') !== null)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-document-body]') !== null)).toBe(
      true,
    );
  });
});

describe('a wide table', () => {
  it('is a table on a desk and cards with named cells on a phone', async () => {
    const cell = 'td[data-label="科室"]';
    const display = (page: Page): Promise<string> =>
      page
        .locator(cell)
        .first()
        .evaluate((td) => `${getComputedStyle(td).display} ${getComputedStyle(td, '::before').content}`);
    const desk = await site.visit(PLAN, DESK);
    expect(await display(desk.page)).toBe('table-cell none');
    const phone = await site.visit(PLAN, { ...PHONE, viewport: { width: 320, height: 700 } });
    expect(await display(phone.page)).toBe('flow-root "科室"');
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('the page', () => {
  it('tells its last change from the documents’ own dates', async () => {
    const { page } = await site.visit('policies/yunjiaofa-2008-2/', DESK);
    expect((await page.innerText('.last-change')).replace(/\s+/g, ' ').trim()).toBe(
      '最近变动：2015-09-01 被《云岭区教学管理条例》（云教发〔2015〕9号）废止',
    );
  });

  it('marks a dead document with words of its own, which are no part of what is copied', async () => {
    const { page } = await site.visit(PLAN, DESK);
    const link = page.locator('[data-document-body] .ref-dead');
    const style = await link.evaluate((element) => ({
      line: getComputedStyle(element).textDecorationLine,
      words: getComputedStyle(element, '::after').content,
    }));
    expect(style).toEqual({ line: 'underline', words: '"引用时已废止"' });
    const copied = await page.evaluate(() => {
      const body = document.querySelector('[data-document-body]');
      getSelection()?.selectAllChildren(body as Element);
      return getSelection()?.toString() ?? '';
    });
    expect(copied).toContain('依据云教发〔2008〕2号，制定本计划');
    expect(copied).not.toContain('已废止');
  });

  it('folds the table of facts on a phone, with and without JavaScript, and shows it on a desk', async () => {
    for (const script of [{}, NO_SCRIPT]) {
      const { page } = await site.visit(PLAN, { ...PHONE, ...script });
      expect(await page.isVisible('[data-document-facts] dl')).toBe(false);
      await page.tap('[data-document-facts] summary');
      expect(await page.isVisible('[data-document-facts] dl')).toBe(true);
    }
    const { page } = await site.visit(PLAN, DESK);
    expect(await page.isVisible('[data-document-facts] dl')).toBe(true);
    expect(await page.locator('[data-document-facts] dt').allTextContents()).toEqual(
      '主题分类 发文机关 成文日期 发文字号 有效性 文种 所属时期 收录程度'.split(' '),
    );
  });

  it.each([PHONE, DESK])('moves nothing while it loads: %j', async (options) => {
    for (const path of [PLAN, REGULATION]) {
      const { page } = await site.visit(path, options);
      await page.waitForLoadState('networkidle');
      const shifted = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                sum += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
          }),
      );
      expect(shifted, path).toBe(0);
    }
  });
});
