import type { Page } from 'playwright-core';

/** A picture of the demonstration library for the help pages; sizes in CSS pixels. */
export interface Picture {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Below the site's home. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Brings the page into the state that is shown, and may name the element that is shown alone. */
  readonly prepare?: (page: Page) => Promise<Cut | undefined>;
}

/** What is shown of a page: the element, with this much around it, and no more than the picture's height. */
export interface Cut {
  readonly selector: string;
  readonly around: number;
}

const PLAN = 'plans/yunjiaoyanzi-2024-3/';
const WIDE = { width: 1040, height: 640 };
const PHONE = { width: 390, height: 640 };
const query = (words: string): string => `search/?q=${encodeURIComponent(words)}`;
const DONE = '[data-search][data-state="done"]';

/** Waits until an element is there and still, or says which one isn't. */
async function see(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor({ state: 'visible' });
}

async function found(page: Page): Promise<undefined> {
  await see(page, DONE);
  await see(page, 'a[data-result]');
}

/** Shows a part of the page from a little above it. */
async function scrollTo(page: Page, selector: string, above: number): Promise<void> {
  await see(page, selector);
  await page
    .locator(selector)
    .first()
    .evaluate((element, offset) => window.scrollBy(0, element.getBoundingClientRect().top - offset), above);
}

/** Every picture that `npm run screenshots` takes, each in light and in dark. */
export const PICTURES: readonly Picture[] = [
  { name: 'home', path: '', ...WIDE, height: 560 },
  { name: 'search', path: query('磨课'), ...WIDE, height: 800, prepare: found },
  {
    name: 'suggestions',
    path: 'search/',
    ...{ width: 760, height: 420 },
    prepare: async (page) => {
      await page.locator('input[type="search"]').pressSequentially('教学', { delay: 60 });
      await found(page);
      await see(page, '[data-part="completions"] [data-suggestion]');
      return undefined;
    },
  },
  { name: 'document', path: PLAN, ...WIDE, height: 760 },
  {
    name: 'clause-menu',
    path: PLAN,
    ...{ width: 760, height: 300 },
    prepare: async (page) => {
      const clause = '[data-clause="第二部分（一）第2条"]';
      await scrollTo(page, clause, 140);
      await page.locator(clause).hover();
      await page.locator(`${clause} > .anchor`).click();
      await see(page, '.clause-menu');
      return undefined;
    },
  },
  {
    name: 'preview-card',
    path: PLAN,
    ...{ width: 760, height: 380 },
    prepare: async (page) => {
      const number = '[data-document-body] a[data-docnumber="云教发〔2022〕6号"]';
      await scrollTo(page, number, 90);
      await page.locator(number).first().hover();
      await see(page, '.preview-card');
      return undefined;
    },
  },
  { name: 'repealed', path: 'policies/yunjiaofa-2015-9/', ...{ width: 1040, height: 460 } },
  {
    name: 'neighbourhood',
    path: PLAN,
    ...{ width: 1040, height: 560 },
    prepare: async () => ({ selector: '[data-neighbourhood]', around: 16 }),
  },
  { name: 'register', path: 'citations/', ...WIDE, height: 560 },
  {
    name: 'missing',
    path: `n/${encodeURIComponent('岭教基字〔2019〕20号')}/`,
    ...{ width: 1040, height: 560 },
  },
  { name: 'compare', path: `${PLAN}changes/`, ...WIDE },
  {
    name: 'display',
    path: PLAN,
    ...{ width: 760, height: 420 },
    prepare: async (page) => {
      await page.locator('[data-display] > summary').click();
      await see(page, '[data-display] form');
      return undefined;
    },
  },
  { name: 'phone-search', path: query('磨课'), ...PHONE, prepare: found },
  { name: 'phone-document', path: PLAN, ...PHONE },
];
