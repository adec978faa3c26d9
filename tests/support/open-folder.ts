import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../scripts/launch-browser.ts';

/** A copy of a site on disk and a real browser to look at it with. */
export interface OpenFolder {
  /** Opens a file of the folder as a double click does, in a context of its own; `after` follows its name, as `?q=…`. */
  visit(file: string, after?: string, options?: BrowserContextOptions): Promise<FolderVisit>;
  /** The name below the folder of the file that a page shows, with what follows it in the address. */
  placeOf(page: Page): { file: string; query: URLSearchParams; hash: string };
}

export interface FolderVisit {
  page: Page;
  /** Requests for anything but files, errors of scripts, and what the browser complains of. */
  trouble: string[];
}

/** Opens a browser for the tests of a file and closes it after them. */
export function openFolder(dir: string): OpenFolder {
  let browser: Browser;
  const root = `${pathToFileURL(dir).href}/`;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return {
    visit: async (file, after = '', options) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(8000);
      const trouble: string[] = [];
      page.on('request', (request) => {
        if (!/^(?:file|data):/.test(request.url())) trouble.push(`请求 ${request.url()}`);
      });
      page.on('requestfailed', (request) => {
        // What is still loading when the reader goes on is broken off.
        const { errorText = '' } = request.failure() ?? {};
        if (errorText !== 'net::ERR_ABORTED') trouble.push(`${errorText} ${request.url()}`);
      });
      page.on('pageerror', (error) => trouble.push(`脚本 ${error.message}`));
      page.on('console', (message) => {
        if (/error|warning/.test(message.type())) trouble.push(`浏览器 ${message.text()}`);
      });
      await page.goto(pathToFileURL(path.join(dir, file)).href + after);
      return { page, trouble };
    },
    placeOf: (page) => {
      const url = new URL(page.url());
      const below = url.href.startsWith(root)
        ? url.pathname.slice(new URL(root).pathname.length)
        : url.pathname;
      return { file: decodeURIComponent(below), query: url.searchParams, hash: decodeURIComponent(url.hash) };
    },
  };
}
