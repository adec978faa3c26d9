/** The search page in a browser, for the tests of one file: a site for all of them, a page for each. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from '../../scripts/launch-browser.ts';
import { openSearchSite, type SearchSite } from './search-site.ts';

export interface SearchSession {
  readonly site: SearchSite;
  readonly browser: Browser;
  /** The page of the present test; an error in it fails the test. */
  readonly page: Page;
  /** Opens the search page, given a query string. */
  open(query?: string): Promise<unknown>;
  box(): Locator;
  phase(name: string): Promise<void>;
  /** Waits until the page has answered a query (an answer to an earlier one doesn't count). */
  answered(query: string): Promise<void>;
  /** Answers the requests for `files` only once the function that it gives is called. */
  hold(files: RegExp): Promise<() => void>;
}

async function holdBack(page: Page, files: RegExp): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Registers what goes before and after the tests of the file that calls it. */
export function useSearchPage(openSite: () => Promise<SearchSite> = openSearchSite): SearchSession {
  let site: SearchSite;
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    problems = [];
    page = await browser.newPage();
    page.setDefaultTimeout(8000);
    page.on('pageerror', (error) => problems.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });
  const phase = (name: string): Promise<void> =>
    page.locator(`[data-search][data-state="${name}"]`).waitFor();
  return {
    get site() {
      return site;
    },
    get browser() {
      return browser;
    },
    get page() {
      return page;
    },
    open: (query = '') => page.goto(`${site.url}search/${query}`),
    box: () => page.locator('[data-search] input[name="q"]'),
    phase,
    answered: async (query) => {
      await page.waitForFunction((q) => new URLSearchParams(window.location.search).get('q') === q, query);
      await phase('done');
    },
    hold: (files) => holdBack(page, files),
  };
}
