import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openFolder } from '../support/open-folder.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const folder = openFolder(inject('offlineSite'));
const SLUG = 'yunjiaoyanzi-2012-3';
const PLAN = `plans/${SLUG}/`;
/** Pixels of CSS in a millimetre. */
const MM = 96 / 25.4;
/** What GB/T 9704-2012 gives the text, in millimetres. */
const TEXT = { width: 156, height: 225 };

/** Opens the plan as it is printed, on a window as wide as the text of a page. */
async function openPrinted(path: string, javaScriptEnabled = true): Promise<Page> {
  const viewport = { width: Math.floor(TEXT.width * MM), height: 1000 };
  const { page } = await site.visit(path, { viewport, javaScriptEnabled });
  await page.emulateMedia({ media: 'print' });
  return page;
}

const numbers = (values: Record<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number.parseFloat(value)]));

async function styleOf(page: Page, selector: string, names: string[]): Promise<Record<string, string>> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, wanted) => {
      const style = getComputedStyle(element);
      return Object.fromEntries(wanted.map((name) => [name, style.getPropertyValue(name)]));
    }, names);
}

describe('a printed document', () => {
  it('is A4', async () => {
    const { page } = await site.visit(PLAN);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox ?\[([^\]]*)\]/g)].map(([, box = '']) =>
      box.trim().split(/\s+/).map(Number),
    );
    expect(sizes.length).toBeGreaterThan(0);
    for (const [, , width = 0, height = 0] of sizes) {
      expect(Math.abs(width - (210 / 25.4) * 72)).toBeLessThan(1);
      expect(Math.abs(height - (297 / 25.4) * 72)).toBeLessThan(1);
    }
  });

  it('has the margins of GB/T 9704 and its page numbers in the margin', async () => {
    const { page } = await site.visit(PLAN);
    const rules = await page.evaluate(() =>
      [...document.styleSheets].flatMap((sheet) =>
        [...sheet.cssRules].filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText),
      ),
    );
    const [margins = ''] = rules.filter((rule) => rule.includes('a4') || rule.includes('A4'));
    expect(margins).toMatch(/margin: 37mm 26mm 35mm 28mm/);
    const css = await page.evaluate(async () => {
      const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
      return (await Promise.all(sheets.map(async ({ href }) => (await fetch(href)).text()))).join('');
    });
    expect(css).toMatch(/@page ?:right ?\{@bottom-right ?\{[^}]*content:"— " ?counter\(page\) ?" —"/);
    expect(css).toMatch(/@page ?:left ?\{@bottom-left ?\{[^}]*content:"— " ?counter\(page\) ?" —"/);
  });

  it('holds 22 lines of 28 characters to the page', async () => {
    const page = await openPrinted(PLAN);
    const prose = numbers(
      await styleOf(page, '.prose', ['font-size', 'line-height', 'letter-spacing', 'width']),
    );
    const [size = 0, line = 0, spacing = 0, width = 0] = Object.values(prose);
    expect(size).toBeCloseTo((16 / 72) * 96, 1);
    expect(Math.floor((TEXT.width * MM) / (size + spacing))).toBe(28);
    expect(Math.floor((TEXT.height * MM) / line)).toBe(22);
    expect(width).toBeCloseTo(Math.floor(TEXT.width * MM), 0);
    const paragraph = numbers(await styleOf(page, '.prose p:not([class])', ['text-indent', 'margin-bottom']));
    expect(paragraph['text-indent']).toBeCloseTo((TEXT.width * MM) / 14, 1);
    expect(paragraph['margin-bottom']).toBe(0);
  });

  it('has the issuer in red above the number, the number above the rule and the title', async () => {
    const page = await openPrinted(PLAN);
    const box = async (selector: string) => {
      const found = await page.locator(selector).first().boundingBox();
      if (!found) throw new Error(`${selector} is not shown`);
      return found;
    };
    const [issuer, number, title, text] = [
      await box('.doc-head .issuer'),
      await box('.doc-head .number'),
      await box('.doc-head h1'),
      await box('.prose'),
    ];
    const top = (await box('[data-document]')).y;
    expect(issuer.y - top).toBeCloseTo(35 * MM, 0);
    expect(number.y).toBeGreaterThan(issuer.y + issuer.height);
    expect(title.y).toBeGreaterThan(number.y + number.height);
    expect(text.y).toBeGreaterThan(title.y + title.height);
    const { color, 'text-align': align } = await styleOf(page, '.doc-head .issuer', ['color', 'text-align']);
    expect([color, align]).toEqual(['rgb(215, 0, 15)', 'center']);
    expect((await styleOf(page, '.doc-head .number', ['border-bottom-style']))['border-bottom-style']).toBe(
      'solid',
    );
    expect(await page.textContent('.doc-head .issuer')).toBe('云岭区教研室');
  });

  it('is without navigation and what can be pressed, and keeps the words of its links', async () => {
    const page = await openPrinted(PLAN);
    for (const selector of ['.masthead', '.crumbs', '.doc-tools', '.contents', '.foot', '.facts', '.anchor'])
      for (const element of await page.locator(selector).all())
        expect(await element.isVisible(), selector).toBe(false);
    const dead = page.locator('.prose .ref-dead').first();
    expect(await dead.isVisible()).toBe(true);
    expect((await styleOf(page, '.prose .ref-dead', ['text-decoration-line']))['text-decoration-line']).toBe(
      'none',
    );
    const mark = await dead.evaluate((element) => getComputedStyle(element, '::after').content);
    expect(mark).toContain('〔');
    expect(await page.locator('#notes-title').isVisible()).toBe(
      (await page.locator('#notes-title').count()) > 0,
    );
  });

  it.each([true, false])('ends with its citation and address (scripts: %s)', async (scripts) => {
    const page = await openPrinted(PLAN, scripts);
    const article = page.locator('[data-document]');
    expect(await article.getAttribute('data-url')).toBe(`https://wenku.example${FIXTURE_BASE}${PLAN}`);
    if (!scripts) return;
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await article.getAttribute('data-printed')).toMatch(/^打印日期：\d{4}-\d{2}-\d{2}$/);
    const end = await article.evaluate((element) => getComputedStyle(element, '::after').content);
    expect(end).toMatch(/网址：/);
    expect(end).toContain('打印日期：');
  });

  it('is printed by the button, which needs scripts', async () => {
    const { page, trouble } = await site.visit(PLAN);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-asked', '');
    });
    await page.click('button[data-print]');
    expect(await page.getAttribute('body', 'data-asked')).toBe('');
    expect(trouble).toEqual([]);
    const plain = await site.visit(PLAN, { javaScriptEnabled: false });
    expect(await plain.page.locator('button[data-print]').isVisible()).toBe(false);
  });
});

describe('the Word file of a document', () => {
  const LINK = '.doc-tools a[href$=".docx"]';

  it('is linked under the title and downloads under the document’s name', async () => {
    const { page } = await site.visit(PLAN);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(LINK)]);
    // Where the system's language knows no Chinese, the browser itself gives the file another name.
    expect(await page.getAttribute(LINK, 'download')).toMatch(/^云岭区教研室2012年度工作计划.*\.docx$/);
    const files = unzipSync(readFileSync(await download.path()));
    const title = await page.textContent('h1');
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain(title?.trim());
  });

  it('lies in the copy that is opened from disk, where its link leads', async () => {
    const { page } = await folder.visit(`${PLAN}index.html`);
    const href = await page.locator(LINK).getAttribute('href');
    expect(href).toBe(`${SLUG}.docx`);
    expect(existsSync(path.join(inject('offlineSite'), PLAN, href ?? ''))).toBe(true);
  });

  it('is not there for a record', async () => {
    const documents = JSON.parse(
      readFileSync(path.join(inject('fixtureSite'), 'api/documents.json'), 'utf8'),
    ) as {
      id: string;
      completeness: string;
    }[];
    for (const { id, completeness } of documents) {
      const file = path.join(inject('fixtureSite'), id, `${id.split('/')[1]}.docx`);
      expect(existsSync(file), id).toBe(completeness !== '题录');
    }
  });
});

describe('other printed pages', () => {
  it.each(['policies/', 'citations/', 'search/'])(
    '%s has its name at the head and no controls',
    async (path) => {
      const page = await openPrinted(path);
      expect(await page.locator('.brand').isVisible()).toBe(true);
      for (const selector of ['.nav-box', '.search-link', '.foot', '.skip'])
        for (const element of await page.locator(selector).all())
          expect(await element.isVisible(), selector).toBe(false);
    },
  );
});
