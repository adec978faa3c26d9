import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { useSearchPage } from '../support/search-session.ts';

const session = useSearchPage();
const { open, box, phase, answered, hold } = session;
/** The page of the present test. */
let page: Page;
beforeEach(() => {
  page = session.page;
});

const row = () => page.locator('[data-part="completions"]');
const terms = (): Promise<string[]> => row().locator('.completion-text').allTextContents();
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
const query = (): Promise<string | null> =>
  page.evaluate(() => new URLSearchParams(window.location.search).get('q'));

/** Types into the box and waits for its terms. */
async function type(text: string): Promise<void> {
  await box().focus();
  await page.keyboard.type(text);
  await row().locator('a').first().waitFor();
}

describe('terms suggested while typing', () => {
  it('come for pinyin initials, with the number of documents that the search then finds', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await open();
    await phase('idle');
    expect(requests.filter((url) => /suggest\.json|alike\.json/.test(url))).toEqual([]);
    await type('mk');
    expect((await terms())[0]).toBe('磨课');
    const promised = /(\d+) 份/.exec((await row().locator('a').first().textContent()) ?? '')?.[1];
    await row().locator('a').first().click();
    await answered('磨课');
    expect(await page.locator('[data-search]').getAttribute('data-total')).toBe(promised);
    expect(await box().inputValue()).toBe('磨课');
    expect(await box().evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await row().isVisible()).toBe(false);
    await page.goBack();
    await answered('mk');
    expect(await row().isVisible()).toBe(false);
  });

  it('stand out where pinyin as such finds nothing, also when the query comes from elsewhere', async () => {
    await open('?q=mk');
    await phase('done');
    const suggestion = page.locator('[data-part="empty"] [data-suggestion]').first();
    await suggestion.waitFor();
    expect(await suggestion.textContent()).toContain('没有「mk」，拼音相符的有磨课');
    await suggestion.click();
    await answered('磨课');
  });

  it('go away when a term is typed out, and complete the last of several words', async () => {
    await open();
    await type('磨课');
    await answered('磨课');
    await box().fill('');
    await type('校本教研 mk');
    await row().locator('a', { hasText: '磨课' }).first().click();
    await answered('校本教研 磨课');
  });

  it('are passed by the arrows between the box and the hits', async () => {
    await open();
    await type('教');
    await answered('教');
    const [first, second] = await terms();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain(first);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain(second);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toContain(first);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-result'))).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await box().evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('are taken by Enter on one of them; Enter in the box searches for what is typed', async () => {
    await open();
    await type('jxcg');
    await page.keyboard.press('Enter');
    await answered('jxcg');
    expect(await row().isVisible()).toBe(false);
    await box().fill('');
    await type('jxcg');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await answered('教学常规');
  });

  it('are closed by Esc before the box is emptied, and stay so until something else is typed', async () => {
    await open();
    await type('磨');
    await answered('磨');
    await page.keyboard.press('Escape');
    expect(await row().isVisible()).toBe(false);
    expect(await box().inputValue()).toBe('磨');
    await page.keyboard.press('Escape');
    expect(await box().inputValue()).toBe('');
    await type('m');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await row().isVisible()).toBe(false);
    expect(await box().evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('k');
    await row().locator('a').first().waitFor();
  });

  it('leave an input method alone', async () => {
    await open();
    await type('教');
    await box().evaluate((input: HTMLInputElement) => {
      input.dispatchEvent(new CompositionEvent('compositionstart'));
      input.value = '教mo ke';
      input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    });
    // Whoever asks after the page gets its answer after it.
    const late: number = await page.evaluate(`(async () => {
      const { suggestTerms } = await import(new URL('api.js', window.location.href).href);
      return (await suggestTerms('教mo ke')).length;
    })()`);
    expect(late).toBeGreaterThan(0);
    expect(await row().isVisible()).toBe(false);
    await box().evaluate((input: HTMLInputElement) => {
      input.value = '磨';
      input.dispatchEvent(new CompositionEvent('compositionend'));
    });
    await row().locator('a').first().waitFor();
    expect((await terms())[0]).toBe('磨课');
  });

  it('never come late: not for what is no longer typed, nor after Enter', async () => {
    const release = await hold(/suggest\.json/);
    await open();
    await box().focus();
    await page.keyboard.type('mk');
    await answered('mk');
    await box().fill('jxcg');
    await answered('jxcg');
    release();
    await row().locator('a').first().waitFor();
    expect((await terms())[0]).toBe('教学常规');
    expect(await terms()).not.toContain('磨课');
  });

  it('do not open after Enter, however late they come', async () => {
    const release = await hold(/suggest\.json/);
    await open();
    await box().focus();
    await page.keyboard.type('mk');
    await page.keyboard.press('Enter');
    await answered('mk');
    release();
    await page.locator('[data-part="empty"] [data-suggestion]').first().waitFor();
    expect(await row().isVisible()).toBe(false);
  });

  it('are missed by nobody when their file does not load', async () => {
    await page.route(/suggest\.json|alike\.json/, (route) => route.abort());
    await open();
    await box().focus();
    await page.keyboard.type('磨课');
    await answered('磨课');
    expect(await row().isVisible()).toBe(false);
    await box().fill('模课改革');
    await answered('模课改革');
    expect(await page.locator('[data-part="empty"]').textContent()).toContain('没有含有模课改革的文件');
  });

  it('keep the filters', async () => {
    await open('?year=2006');
    await phase('done');
    await type('mk');
    expect(await row().locator('.count').count()).toBe(0);
    await row().locator('a').first().click();
    await answered('磨课');
    expect(page.url()).toContain('year=2006');
  });

  it('are announced once per visit to the box, with their number as it is shown', async () => {
    const status = page.locator('[data-part="completions-status"]');
    await page.setViewportSize({ width: 320, height: 800 });
    await open();
    await type('m');
    const shown = await row().locator('a').count();
    expect(await status.textContent()).toBe(`有 ${shown} 个检索词建议，按向下键进入，左右键选择。`);
    await status.evaluate((element) => {
      const note = (): void => {
        if (element.textContent) element.setAttribute('data-said', element.textContent);
      };
      new MutationObserver(note).observe(element, { childList: true });
    });
    for (const text of ['mk', 'j']) {
      await box().fill('');
      await type(text);
      await answered(text);
    }
    await page.keyboard.press('Escape');
    await box().fill('');
    await type('m');
    expect(await status.getAttribute('data-said')).toBe(null);
    await page.locator('.search-form button').focus();
    await box().fill('');
    await type('j');
    expect(await status.getAttribute('data-said')).toContain('个检索词建议');
    expect(await row().locator('a').first().textContent()).toMatch(/[^，]，\d+ 份$/);
  });

  it('give the focus back to the box when they go away', async () => {
    await open('?q=磨课');
    await phase('done');
    await box().fill('校本教研');
    await page.locator('[data-facet="type"]').first().click();
    await page.waitForURL(/type=/);
    await phase('done');
    await box().fill('');
    await type('mk');
    await answered('mk');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('磨课');
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('type'));
    expect(await row().isVisible()).toBe(false);
    expect(await box().evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('can only be focused where they can be seen, on a screen that became narrower too', async () => {
    const links = row().locator('a');
    const suggestAt1280 = async (): Promise<number> => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await open();
      await type('教');
      await answered('教');
      return await links.count();
    };
    const narrow = async (before: number): Promise<string[]> => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.waitForFunction(
        (count) => document.querySelectorAll('[data-part="completions"] a').length < count,
        before,
      );
      return await links.allTextContents();
    };
    // Which of them go is known when they are gone.
    const kept = await narrow(await suggestAt1280());
    const wide = await suggestAt1280();
    const goes = (await links.allTextContents()).findIndex((text) => !kept.includes(text));
    await links.nth(goes).focus();
    await narrow(wide);
    const isSeen = await links.evaluateAll((all) =>
      all.map((link) => {
        const edge = link.parentElement?.getBoundingClientRect().bottom ?? 0;
        return link.getBoundingClientRect().bottom <= edge + 1;
      }),
    );
    expect(isSeen).not.toContain(false);
    expect(await box().evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(await links.first().textContent());
  });

  it('have no accessibility faults', async () => {
    await open();
    await type('mk');
    await answered('mk');
    expect(await axeFaults(page)).toEqual([]);
  });

  it.each([320, 390, 768, 1280])('move nothing and fit on a screen of %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await open();
    await phase('idle');
    const top = (): Promise<number> =>
      page.locator('.search-bar').evaluate((bar) => bar.getBoundingClientRect().top);
    const before = await top();
    for (const text of ['yl', '教', 'm']) {
      await box().fill('');
      await type(text);
      expect(await top()).toBe(before);
      const boxes = await row()
        .locator('a')
        .evaluateAll((links) =>
          links.map((link) => {
            const { left, right, bottom, height } = link.getBoundingClientRect();
            const edge = link.parentElement?.getBoundingClientRect().bottom ?? 0;
            return { left, right, height, isCut: bottom > edge + 1 };
          }),
        );
      expect(boxes.length).toBeGreaterThan(0);
      expect(boxes.length).toBeLessThanOrEqual(6);
      for (const { left, right, height, isCut } of boxes) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
        expect(height).toBeGreaterThanOrEqual(44);
        expect(isCut).toBe(false);
      }
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('what is near to a word that stands nowhere', () => {
  it('is told with what was changed, and found by a click', async () => {
    await open();
    await box().fill('模课');
    await answered('模课');
    const suggestion = page.locator('[data-part="empty"] [data-suggestion]').first();
    await suggestion.waitFor();
    expect(await suggestion.textContent()).toMatch(/^没有「模课」，读音相近的有磨课\d+ 份$/);
    const promised = /(\d+) 份/.exec((await suggestion.textContent()) ?? '')?.[1];
    await suggestion.click();
    await answered('磨课');
    expect(await page.locator('[data-search]').getAttribute('data-total')).toBe(promised);
    expect(await query()).toBe('磨课');
  });

  it('loads its table only then', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await open('?q=磨课');
    await phase('done');
    expect(requests.filter((url) => /suggest\.json|alike\.json/.test(url))).toEqual([]);
    await open('?q=模课');
    await page.locator('[data-part="empty"] [data-suggestion]').first().waitFor();
    expect(requests.filter((url) => /suggest\.json|alike\.json/.test(url))).toHaveLength(2);
  });
});
