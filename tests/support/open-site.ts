import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../scripts/launch-browser.ts';
import { serveStatic } from '../../scripts/serve-static.ts';

/** A built site served on a free port and a real browser to look at it with. */
export interface OpenSite {
  /** Opens a page of the site in a context of its own; `path` is below the base path. Requests elsewhere are collected. */
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
}

export interface Visit {
  page: Page;
  /** Addresses outside the site that the page asked for, and errors of its scripts. */
  trouble: string[];
  /** The site's address with its base path. */
  home: string;
}

/** Serves `dir` for the tests of a file and closes everything after them. */
export function openSite(dir: string, basePath: string): OpenSite {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveStatic>>;
  const violations: string[] = [];
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveStatic(dir, { port: 0, basePath })]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    // Whatever the tests of the file did: no page asked for anything that its own policy forbids.
    expect(violations).toEqual([]);
  });
  return {
    visit: async (path, options) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const trouble: string[] = [];
      const origin = new URL(server.url).origin;
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !url.startsWith('data:')) trouble.push(`请求 ${url}`);
      });
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) violations.push(`${path}: ${message.text()}`);
      });
      page.on('pageerror', (error) => trouble.push(`脚本 ${error.message}`));
      await page.goto(server.url + path);
      return { page, trouble, home: server.url };
    },
  };
}
