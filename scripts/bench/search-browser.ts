/** The two search engines, run in a real browser as a page would run them. */
import type { Browser, Page } from 'playwright-core';

/** A search engine of the served folder. */
export interface Engine {
  readonly name: 'site' | 'plain';
  /** Root-relative address of its module. */
  readonly module: string;
}

export const SITE_ENGINE: Engine = { name: 'site', module: '/search/api.js' };
/** Where the benchmark puts plain Pagefind's index. */
export const PLAIN_FOLDER = 'plain-pagefind';
export const PLAIN_ENGINE: Engine = { name: 'plain', module: `/${PLAIN_FOLDER}/pagefind.js` };

/** An empty page in Chinese, from which both modules are called: Pagefind takes the query's language from it. */
export const BLANK_FILE = 'blank-page.html';
export const BLANK_PAGE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body></body></html>';

/** What both modules have in common. */
interface SearchModule {
  search(
    query: string,
  ): Promise<{ results: { id: string; data(): Promise<{ url: string; raw_url?: string }> }[] }>;
}

/** Opens the blank page with an empty cache. Closing its context is the caller's part. */
export async function openBlank(browser: Browser, site: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(new URL(BLANK_FILE, site).href);
  return page;
}

/** The addresses of all hits of each query, in order of the queries. */
export function findAll(page: Page, engine: Engine, queries: readonly string[]): Promise<string[][]> {
  return page.evaluate(
    async ({ module, queries }) => {
      const { search }: SearchModule = await import(module);
      const addresses = new Map<string, string>();
      const all: string[][] = [];
      for (const query of queries) {
        const { results } = await search(query);
        const missing = results.filter(({ id }) => !addresses.has(id));
        for (const { id, data } of missing) {
          const { url, raw_url } = await data();
          addresses.set(id, raw_url ?? url);
        }
        all.push(results.map(({ id }) => addresses.get(id) ?? ''));
      }
      return all;
    },
    { module: engine.module, queries: [...queries] },
  );
}

/** Loads the module, searches, and loads the first ten hits as a page of results would: milliseconds in the page. */
export function timeFirstQuery(page: Page, engine: Engine, query: string): Promise<number> {
  return page.evaluate(
    async ({ module, query }) => {
      const began = performance.now();
      const { search }: SearchModule = await import(module);
      const { results } = await search(query);
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return performance.now() - began;
    },
    { module: engine.module, query },
  );
}
