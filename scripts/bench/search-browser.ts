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

/** A new page has an empty cache; a browser on a busy machine now and then fails to load something into it. */
const ATTEMPTS = 3;

/** Does some work in the blank page with an empty cache, and again in a new one should it fail. */
export async function inBlankPage<T>(
  { browser, url }: { browser: Browser; url: string },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(new URL(BLANK_FILE, url).href);
      return await work(page);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      console.error(`浏览器里出错，再试一次：${String(error).split('\n', 1)[0]}`);
    } finally {
      await context.close();
    }
  }
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
