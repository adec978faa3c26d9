/** The two search engines, run in a real browser as a page would run them. */
import type { Browser, Page } from 'playwright-core';
import type { TransferLog } from './transfer.ts';

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

/** The served site with the benchmark's own files, and a browser. */
export interface Served {
  readonly url: string;
  readonly log: TransferLog;
  readonly browser: Browser;
}

/** Does some work in the blank page with an empty cache, and again in a new one should it fail. */
export async function inBlankPage<T>({ browser, url }: Served, work: (page: Page) => Promise<T>): Promise<T> {
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

/** An engine's answer: the addresses of all hits, and how many milliseconds it took. */
export interface Answer {
  readonly urls: readonly string[];
  readonly ms: number;
}

/** Queries asked at a time: what comes back from the page at once stays small, however many hits each has. */
const BATCH = 100;

/** Asks all queries in turn; `onBatch` is told how many are answered. */
export async function askAll(
  page: Page,
  engine: Engine,
  queries: readonly string[],
  onBatch: (answered: number) => void = () => {},
): Promise<Answer[]> {
  const asker = await page.evaluateHandle(openModule, engine.module);
  const urls: string[] = [];
  const answers: Answer[] = [];
  for (let first = 0; first < queries.length; first += BATCH) {
    const batch = queries.slice(first, first + BATCH);
    const { fresh, asked } = await page.evaluate(askBatch, { asker, batch });
    urls.push(...fresh);
    for (const { hits, ms } of asked) answers.push({ urls: hits.map((hit) => urls[hit] ?? ''), ms });
    onBatch(answers.length);
  }
  return answers;
}

/** What stays in the page between batches: the module, and for each hit's id its place in the list of addresses. */
interface Asker {
  readonly search: SearchModule['search'];
  readonly places: Map<string, number>;
}

/** Runs in the page. */
async function openModule(module: string): Promise<Asker> {
  const { search }: SearchModule = await import(module);
  return { search, places: new Map() };
}

/** Runs in the page: hits as places in the list of addresses, and the addresses that the list doesn't have yet. */
async function askBatch({ asker, batch }: { asker: Asker; batch: string[] }) {
  const { search, places } = asker;
  const fresh: string[] = [];
  const asked: { hits: number[]; ms: number }[] = [];
  for (const query of batch) {
    const began = performance.now();
    const { results } = await search(query);
    const ms = performance.now() - began;
    for (const { id, data } of results) {
      if (places.has(id)) continue;
      places.set(id, places.size);
      const { url, raw_url } = await data();
      fresh.push(raw_url ?? url);
    }
    asked.push({ hits: results.map(({ id }) => places.get(id) ?? -1), ms });
  }
  return { fresh, asked };
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

/** Opens the site's search page at a query and waits for the list of hits: milliseconds since the page was asked for. */
export async function openSearchPage(page: Page, url: string, query: string): Promise<number> {
  await page.goto(new URL(`search/?q=${encodeURIComponent(query)}`, url).href);
  await page.waitForSelector('[data-search]:is([data-state="done"], [data-state="error"])');
  return await page.evaluate(() => performance.now());
}
