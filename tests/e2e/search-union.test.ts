import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { NEIGHBOURS, openLibraryPages } from '../support/library-pages.ts';
import { useSearchPage } from '../support/search-session.ts';

const session = useSearchPage(openLibraryPages);
const { open, box, phase, answered, hold } = session;
let page: Page;
/** Paths that the page asked for, and what its policy forbade. */
let requests: string[];
let violations: string[];
beforeEach(() => {
  page = session.page;
  requests = [];
  violations = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
  });
});

const [heming, qingxi, qixia] = NEIGHBOURS.map(({ name }) => name);
const choice = (name: string) => page.getByRole('radio', { name });
const hits = () => page.locator('[data-search][data-state="done"] .hit');
const total = async (): Promise<number> =>
  Number(await page.locator('[data-search]').getAttribute('data-total'));
const status = () => page.locator('[data-part="status"]');
const notes = () => page.locator('[data-part="notes"]');
const ofOthers = (): string[] => requests.filter((path) => !path.startsWith('/yunling/'));

/** Chooses all libraries, and waits for their answer. */
async function chooseAll(): Promise<void> {
  await choice('全部 4 个文库').check();
  await page.waitForURL(/in=all/);
  await phase('done');
}

describe('a search page with neighbours', () => {
  it('searches its own library, and asks nothing of the others, until all are chosen by key', async () => {
    await open('?q=磨课');
    await phase('done');
    const own = await total();
    expect(await choice('本库').isChecked()).toBe(true);
    expect(await notes().textContent()).toBe('');
    expect(ofOthers()).toEqual([]);
    expect(requests.filter((path) => /union/.test(path))).toEqual([]);
    await choice('本库').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/\?q=.*&in=all$/);
    await phase('done');
    expect(await choice('全部 4 个文库').isChecked()).toBe(true);
    expect(await total()).toBeGreaterThan(own);
    expect(await status().textContent()).toBe(`找到 ${await total()} 份文件。没有查到${qixia}的。`);
    await page.goBack();
    await phase('done');
    expect(await choice('本库').isChecked()).toBe(true);
    expect(await total()).toBe(own);
    expect(await page.locator('.hit-library').count()).toBe(0);
    expect(violations).toEqual([]);
  });

  it('lists the hits of all in one order, each with its library, page by page', async () => {
    await open('?q=课&in=all');
    await phase('done');
    expect(await choice('全部 4 个文库').isChecked()).toBe(true);
    const all = await total();
    expect(all).toBeGreaterThan(20);
    expect(await hits().count()).toBe(10);
    while ((await hits().count()) < all) {
      const before = await hits().count();
      await page.locator('[data-part="more"]').click();
      await hits().nth(before).waitFor();
    }
    const libraries = await page.locator('.hit-library').allTextContents();
    expect(libraries).toHaveLength(all);
    const counts = new Map(
      [heming, qingxi].map((name) => [name, libraries.filter((each) => each === name).length]),
    );
    for (const [name, count] of counts) {
      expect(count).toBeGreaterThan(0);
      expect(
        await notes()
          .locator('li', { hasText: String(name) })
          .textContent(),
      ).toBe(`${name}${count} 份`);
    }
    const links = await page
      .locator('a[data-result]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(new Set(links.map((href) => href?.split('/')[1]))).toEqual(
      new Set(['yunling', 'heming', 'qingxi']),
    );
    expect(violations).toEqual([]);
  });

  it('narrows over all libraries, and the address keeps it', async () => {
    await open('?q=课&in=all');
    await phase('done');
    const plans = page.locator('[data-facet="type"][data-value="plans"]');
    const count = Number(/\d+/.exec((await plans.textContent()) ?? '')?.[0]);
    await plans.click();
    await page.waitForURL(/type=plans.*in=all/);
    await phase('done');
    expect(await total()).toBe(count);
    expect(await page.locator('.hit-meta').first().textContent()).toContain('工作计划');
  });

  it('says by name which library is not there, leads to its own page, and asks it again when told to', async () => {
    await open('?q=磨课&in=all');
    await phase('done');
    const note = notes().locator('.library-silent');
    expect(await note.textContent()).toContain(`没有查到 ${qixia} 的：没有取到检索数据`);
    expect(await note.locator('a').getAttribute('href')).toBe(
      `/qixia/search/?q=${encodeURIComponent('磨课')}`,
    );
    const asked = (): number => requests.filter((path) => path === '/qixia/search/library.json').length;
    const before = asked();
    await box().fill('听课');
    await answered('听课');
    expect(asked()).toBe(before);
    await notes().getByRole('button', { name: '再查一次' }).click();
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await phase('done');
    expect(asked()).toBe(before + 1);
  });

  it('shows the others when one is slow, and adds what it has when the reader wants it', async () => {
    const release = await hold(/\/heming\//);
    await open('?q=课&in=all');
    await phase('done');
    const first = await total();
    expect(first).toBeGreaterThan(0);
    expect(await notes().locator('.library-silent').first().textContent()).toContain(
      `没有查到 ${heming} 的：还没有答复。`,
    );
    release();
    const add = notes().getByRole('button', { name: '加入' });
    await add.waitFor();
    expect(await total()).toBe(first);
    await add.click();
    await page
      .locator('.hit-library', { hasText: String(heming) })
      .first()
      .waitFor();
    expect(await total()).toBeGreaterThan(first);
  });

  it('opens the document of a number that only another library holds', async () => {
    await open('?in=all');
    await phase('idle');
    await box().fill('云教发[2010]第 21号');
    await answered('云教发[2010]第 21号');
    const jump = page.locator('a[data-jump]');
    expect(await jump.textContent()).toBe(`云教发〔2010〕21号${heming}收有，打开那份文件`);
    await box().press('Enter');
    await page.waitForURL('**/heming/plans/yunjiaofa-2010-21/');
  });

  it('offers what is near over all libraries, with counts that hold', async () => {
    await open('?q=模课活动&in=all');
    await phase('done');
    const suggestion = page.locator('[data-suggestion]').first();
    await suggestion.waitFor();
    const count = Number(/(\d+) 份/.exec((await suggestion.textContent()) ?? '')?.[1]);
    await suggestion.click();
    await page.waitForURL(/in=all/);
    await hits().first().waitFor();
    expect(await total()).toBe(count);
  });

  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('is accessible and fits at a width of %s in %s', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await open('?q=磨课&in=all');
    await phase('done');
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('keeps its choice in the form, and leads to the others, without JavaScript', async () => {
    const context = await session.browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${session.site.url}search/`);
    const links = plain.locator('.library-links a');
    expect(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual(
      NEIGHBOURS.map(({ path }) => path),
    );
    await plain.locator('#search-q').fill('磨课');
    await plain.getByRole('radio', { name: '全部 4 个文库' }).check();
    await plain.getByRole('button', { name: '检索' }).click();
    await plain.waitForURL(/\?q=.*&in=all$/);
    await context.close();
  });

  it('goes back to the own library by one key, and says nothing of the others then', async () => {
    await open('?q=磨课');
    await phase('done');
    await chooseAll();
    await choice('本库').check();
    await page.waitForURL((url) => !url.search.includes('in='));
    await phase('done');
    expect(await notes().textContent()).toBe('');
  });
});
