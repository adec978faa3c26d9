import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { axeFaults, COLOUR_RULES } from '../support/axe.ts';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { listFiles, readPage } from '../support/html.ts';
import { openSite } from '../support/open-site.ts';
import { KIND_ENTRIES, KINDS, settle } from '../support/page-kinds.ts';

const dir = inject('fixtureSite');
const site = openSite(dir, FIXTURE_BASE);
const LONG = 240_000;

/** Addresses of all pages of the built site, but for those that only lead on. */
async function allPages(): Promise<string[]> {
  const files = await listFiles(dir, '.html');
  const pages = await Promise.all(
    files.map(async (file) => ((await readPage(dir, file)).includes('data-redirect') ? [] : [file])),
  );
  return pages.flat().map((file) => encodeURI(file.replace(/(^|\/)index\.html$/, '$1')));
}

/** The faults of a page, each with where it was found. */
async function faultsAt(page: Page, where: string, rules?: readonly string[]): Promise<string[]> {
  return (await axeFaults(page, rules)).map((fault) => `${where}: ${fault}`);
}

describe('every page of the site', () => {
  it('has no fault in light and none in dark, and asks no other host', { timeout: LONG }, async () => {
    const { page, trouble, home } = await site.visit('', { colorScheme: 'light', reducedMotion: 'reduce' });
    const faults: string[] = [];
    const pages = await allPages();
    for (const path of pages) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(home + path);
      faults.push(...(await faultsAt(page, path)));
      await page.emulateMedia({ colorScheme: 'dark' });
      faults.push(...(await faultsAt(page, `${path}, dark`, COLOUR_RULES)));
    }
    expect(pages.length).toBeGreaterThan(50);
    expect(faults).toEqual([]);
    expect(trouble).toEqual([]);
  });
});

describe('each kind of page', () => {
  it('has no fault in large Song, with more contrast, in colours of the system, and with these in the dark', {
    timeout: LONG,
  }, async () => {
    const { page, trouble, home } = await site.visit('', { colorScheme: 'light', reducedMotion: 'reduce' });
    await page.evaluate(() =>
      localStorage.setItem('display', JSON.stringify({ theme: 'auto', text: 'huge', face: 'song' })),
    );
    const faults: string[] = [];
    for (const [kind, path] of KIND_ENTRIES) {
      await page.goto(home + path);
      await settle(page, path);
      faults.push(...(await faultsAt(page, `${kind}, large`)));
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const forcedColors of ['none', 'active'] as const) {
          await page.emulateMedia({ colorScheme, forcedColors, contrast: 'more' });
          faults.push(
            ...(await faultsAt(page, `${kind}, ${colorScheme}, forced ${forcedColors}`, COLOUR_RULES)),
          );
        }
      }
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' });
    }
    expect(faults).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it('has no fault without JavaScript', { timeout: LONG }, async () => {
    const { page, home } = await site.visit('');
    // Where scripts are switched off axe can't run either: the page comes without them instead.
    await page.route(`${home}**`, async (route) => {
      if (route.request().resourceType() !== 'document') return await route.fallback();
      const response = await route.fetch();
      const body = (await response.text())
        .replace(/<script\b.*?<\/script>/gs, '')
        .replace(/<\/?noscript>/g, '');
      await route.fulfill({ response, body });
    });
    const faults: string[] = [];
    for (const [kind, path] of KIND_ENTRIES) {
      await page.goto(home + path);
      await settle(page, path, false);
      faults.push(...(await faultsAt(page, kind)));
    }
    expect(await page.evaluate(() => document.documentElement.className)).toBe('');
    expect(faults).toEqual([]);
  });
});

interface State {
  name: string;
  path: string;
  width?: number;
  open(page: Page): Promise<unknown>;
}

const openDisplay = (page: Page): Promise<void> => page.click('[data-display] summary');

/** What a reader opens on a page; each leaves it open. */
const STATES: readonly State[] = [
  { name: 'the display settings', path: KINDS.home, open: openDisplay },
  { name: 'the display settings on a small phone', path: KINDS.list, open: openDisplay, width: 320 },
  {
    name: 'a changed display',
    path: KINDS.document,
    open: async (page) => {
      await openDisplay(page);
      await page.click('[data-display] label:has-text("特大")');
    },
  },
  {
    name: 'the menu of a clause',
    path: KINDS.document,
    open: async (page) => {
      await page.focus('[data-document-body] a.anchor');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.clause-menu');
    },
  },
  {
    name: 'the preview of a link',
    path: KINDS.document,
    open: async (page) => {
      await page.hover('[data-document-body] a[data-docnumber]');
      await page.waitForSelector('.preview-card');
    },
  },
  { name: 'how to cite', path: KINDS.document, open: (page) => page.click('[data-cite] summary') },
  {
    name: 'the contents on a phone',
    path: KINDS.document,
    open: (page) => page.click('[data-contents] summary'),
    width: 390,
  },
  {
    name: 'marked words',
    path: `${KINDS.document}?hl=${encodeURIComponent('听课')}`,
    open: (page) => page.waitForSelector('mark[data-hl]'),
  },
  {
    name: 'all that folds',
    path: KINDS.register,
    open: (page) =>
      page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      }),
  },
  {
    name: 'suggested terms',
    path: 'search/',
    open: async (page) => {
      await page.focus('#search-q');
      await page.keyboard.type('听');
      await page.waitForSelector('.completion');
    },
  },
  {
    name: 'a list narrowed to nothing',
    path: KINDS.list,
    open: (page) => page.fill('[data-list-filter] input', '无人说过的话'),
  },
  {
    name: 'a register narrowed to nothing',
    path: `citations/?q=${encodeURIComponent('无人说过的话')}`,
    open: (page) => page.waitForSelector('[data-register-results]:not([hidden])', { state: 'attached' }),
  },
  {
    name: 'a number that is unknown',
    path: `n/?q=${encodeURIComponent('云教发〔2031〕99号')}`,
    open: (page) => page.waitForSelector('[data-number-answer] p'),
  },
];

describe('what opens', () => {
  it.each(STATES)('$name has no fault in either theme', async ({ path, open, width = 1280 }) => {
    const { page, trouble } = await site.visit(path, {
      colorScheme: 'light',
      reducedMotion: 'reduce',
      viewport: { width, height: 800 },
    });
    await open(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(page, COLOUR_RULES)).toEqual([]);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});
