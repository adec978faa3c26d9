import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { filesOfPage } from '../../scripts/bench/page-files.ts';
import { launchBrowser } from '../../scripts/launch-browser.ts';
import { type StaticServer, serveStatic } from '../../scripts/serve-static.ts';
import { FIXTURE_BASE } from '../support/build.setup.ts';

const dir = inject('fixtureSite');
const base = FIXTURE_BASE;
const PLAN = 'plans/yunjiaoyanzi-2012-3/';
const OTHER = 'policies/yunjiaofa-2011-5/';

let browser: Browser;
let server: StaticServer;
/** Paths that the server was asked for, in order. */
let asked: string[] = [];

beforeAll(async () => {
  const onRequest = (path: string): void => void asked.push(path);
  [browser, server] = await Promise.all([
    launchBrowser(),
    serveStatic(dir, { port: 0, basePath: base, onRequest }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A browser with an empty cache; `display` are settings that the reader chose on an earlier visit. */
async function open(options: BrowserContextOptions, display?: object): Promise<BrowserContext> {
  const name = 'display';
  const storage = display ? [{ name, value: JSON.stringify(display) }] : [];
  const origins = [{ origin: new URL(server.url).origin, localStorage: storage }];
  return await browser.newContext({ ...options, storageState: { cookies: [], origins } });
}

/** From top to bottom in steps of a screen, so that everything that waits to be seen is loaded. */
async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const settled = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await settled();
    }
    scrollTo(0, 0);
    await settled();
  });
}

/** What the icon costs is the browser's affair: one that shows no tabs never asks for it. */
const withoutIcon = (files: readonly string[]): string[] =>
  files.filter((file) => file !== 'favicon.svg').sort();

describe('a document page with an empty cache', () => {
  it('asks for itself, its stylesheets and its modules, each once, and for nothing else', async () => {
    const context = await open({});
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) elsewhere.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
    });
    asked = [];
    await page.goto(server.url + PLAN, { waitUntil: 'networkidle' });
    const expected = await filesOfPage({ dir, base }, `${PLAN}index.html`);
    expect(withoutIcon(asked)).toEqual(withoutIcon([PLAN, ...expected]));
    // Who reads on gets contents that follow, and nothing else.
    asked = [];
    await readThrough(page);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((file) => !/\/follow-contents\.[^/]*\.js$/.test(file))).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(refused).toEqual([]);
    await context.close();
  });

  it('leaves the next document with little to ask for but its own HTML', async () => {
    const context = await open({});
    const page = await context.newPage();
    await page.goto(server.url + PLAN, { waitUntil: 'networkidle' });
    asked = [];
    await page.goto(server.url + OTHER, { waitUntil: 'networkidle' });
    const own = await filesOfPage({ dir, base }, `${OTHER}index.html`);
    const known = await filesOfPage({ dir, base }, `${PLAN}index.html`);
    // Rules for what only some documents show, such as a record's remarks, are files of their own.
    const further = own.filter((file) => !known.includes(file));
    expect(further.filter((file) => !file.endsWith('.css'))).toEqual([]);
    expect(further.length).toBeLessThanOrEqual(2);
    expect(withoutIcon(asked)).toEqual(withoutIcon([OTHER, ...further]));
    await context.close();
  });
});

describe('the pictures of a help page', () => {
  it.each([
    ['light', { theme: 'light' }],
    ['dark', { theme: 'dark' }],
  ])('are loaded for the theme that is shown only: %s', async (theme, display) => {
    const context = await open({ colorScheme: 'light' }, display);
    const page = await context.newPage();
    asked = [];
    await page.goto(`${server.url}help/read/`, { waitUntil: 'networkidle' });
    await readThrough(page);
    await page.waitForLoadState('networkidle');
    const pictures = asked.filter((file) => file.endsWith('.webp'));
    expect(pictures.length).toBeGreaterThan(1);
    expect(pictures.filter((file) => !file.endsWith(`-${theme}.webp`))).toEqual([]);
    await context.close();
  });

  it('are shown without JavaScript as the system wishes', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(`${server.url}help/read/`);
    expect(await page.locator('.shot-dark').first().isVisible()).toBe(true);
    expect(await page.locator('.shot-light').first().isVisible()).toBe(false);
    await context.close();
  });
});

interface Shift {
  value: number;
  moved: string[];
}

/** Notes in the page every part that moved after it was shown. */
const watchShifts = (): void => {
  const shifts: Shift[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    // The entry's own type is in no library of types.
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: { node?: Node | null }[];
    })[]) {
      const moved = entry.sources.map(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 120) : (node?.textContent?.slice(0, 60) ?? '?'),
      );
      shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Milliseconds by which each file comes late, as on a slow line: styles, then scripts. */
const LATE: ReadonlyArray<readonly [pattern: string, delay: number]> = [
  ['**/*.css', 150],
  ['**/*.js', 400],
];

async function shiftsOf(context: BrowserContext, path: string): Promise<Shift[]> {
  const page = await context.newPage();
  await page.addInitScript(watchShifts);
  for (const [pattern, delay] of LATE) {
    await page.route(pattern, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      await route.continue();
    });
  }
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await readThrough(page);
  return await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

const SETTINGS: ReadonlyArray<readonly [name: string, display: object | undefined]> = [
  ['no settings', undefined],
  ['large text, dark, Song', { theme: 'dark', text: 'large', face: 'song' }],
];
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];
const PAGES = [PLAN, '', 'citations/', 'search/', 'compare/', 'help/read/'];

describe.each(SETTINGS)('on a slow line with %s', (_name, display) => {
  it.each(SIZES)(
    'no page moves while it loads and is read, $width pixels wide',
    async (viewport) => {
      const found = await Promise.all(
        PAGES.map(async (path) => {
          const context = await open({ viewport }, display);
          const shifts = await shiftsOf(context, path);
          await context.close();
          return shifts.map((shift) => ({ page: `/${path}`, ...shift }));
        }),
      );
      expect(found.flat()).toEqual([]);
    },
    120_000,
  );
});
