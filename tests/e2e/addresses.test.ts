import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openFolder } from '../support/open-folder.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const folder = openFolder(inject('offlineSite'));
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const PLAN = 'plans/yunjiaoyanzi-2012-3/';
/** A reference to the plan on a day, with what follows its address. */
const reference = (day: string, hash = ''): string =>
  `云岭区教研室. 云岭区教研室2012年度工作计划：云教研字〔2012〕3号[A/OL]. （2012-02-20）[${day}]. https://wenku.example/wenku/${PLAN}${hash}.`;

describe('an old address', () => {
  it('leads to the same clause with the same words marked, and the way back is free', async () => {
    const { page, trouble, home } = await site.visit('help/');
    await page.goto(`${home}plans/2012-draft/?hl=${encodeURIComponent('台账')}#s2-1-i2`);
    await page.waitForURL(`**/${PLAN}**`);
    expect(new URL(page.url()).hash).toBe('#s2-1-i2');
    expect(await page.locator('#s2-1-i2').count()).toBe(1);
    await page.waitForSelector('[data-document-body] mark');
    await page.goBack();
    expect(page.url()).toBe(`${home}help/`);
    expect(trouble).toEqual([]);
  });

  it('of a number in disguise leads to the clause with the words marked', async () => {
    const { page, home } = await site.visit('help/');
    await page.goto(`${home}n/云教研字[2012]3号/?hl=${encodeURIComponent('台账')}#s2-1-i2`);
    await page.waitForURL(`**/${PLAN}**`);
    expect(new URL(page.url()).hash).toBe('#s2-1-i2');
    await page.waitForSelector('[data-document-body] mark');
  });

  it('leads to the document without JavaScript', async () => {
    const { page } = await site.visit('plans/2012-draft/', { javaScriptEnabled: false });
    await page.waitForURL(`**/${PLAN}`);
  });

  it('leads on in a folder on disk, to the clause', async () => {
    const { page, trouble } = await folder.visit('plans/2012-draft/index.html', '#s2-1-i2');
    await page.waitForURL('**/plans/yunjiaoyanzi-2012-3/index.html**');
    expect(folder.placeOf(page)).toMatchObject({ file: `${PLAN}index.html`, hash: '#s2-1-i2' });
    expect(trouble).toEqual([]);
  });
});

describe('a citation', () => {
  const copied = '.toast:not(:empty)';

  it('is copied by keyboard in either form, the reader told of it, with the reader’s day', async () => {
    const { page, trouble } = await site.visit(PLAN, CLIPBOARD);
    await page.clock.setFixedTime(new Date('2026-03-05T10:00:00'));
    const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await page.focus('[data-cite] summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector(copied);
    expect(await read()).toBe('《云岭区教研室2012年度工作计划》（云教研字〔2012〕3号）');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.toast:has-text("A/OL")');
    expect(await page.getAttribute('.toast', 'role')).toBe('status');
    expect(await read()).toBe(reference('2026-03-05'));
    await page.keyboard.press('Escape');
    expect(await page.isVisible('[data-reference]')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    expect(trouble).toEqual([]);
  });

  it('of a clause names it in the address', async () => {
    const { page } = await site.visit(PLAN, CLIPBOARD);
    await page.clock.setFixedTime(new Date('2026-11-23T10:00:00'));
    await page.click('[data-clause="第二部分（一）第1条"] > .anchor');
    await page.click('.clause-menu button:has-text("参考文献")');
    await page.waitForSelector(copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      reference('2026-11-23', new URL(page.url()).hash),
    );
    expect(new URL(page.url()).hash).not.toBe('');
  });

  it('can be read and selected without JavaScript, the day left to the reader', async () => {
    const { page } = await site.visit(PLAN, { javaScriptEnabled: false });
    await page.click('[data-cite] summary');
    expect(await page.locator('[data-reference]').innerText()).toBe(reference('引用日期'));
    expect(await page.locator('[data-cite] button:visible').count()).toBe(0);
  });

  it('has the address on the web in a folder on disk', async () => {
    const { page } = await folder.visit(`${PLAN}index.html`);
    await page.click('[data-cite] summary');
    expect(await page.locator('[data-reference]').innerText()).toContain(
      `https://wenku.example/wenku/${PLAN}.`,
    );
    expect(await page.locator('[data-cited-on]').innerText()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
