/** One page of each kind of the fixture site, and how to wait until it stands. */
import type { Page } from 'playwright-core';

/** Paths below the base path. */
export const KINDS = {
  home: '',
  list: 'plans/',
  document: 'plans/yunjiaoyanzi-2012-3/',
  record: 'policies/yunjiaofa-2008-2/',
  excerpt: 'summaries/2012/',
  years: 'years/',
  map: 'map/',
  year: 'years/2012/',
  issuers: 'issuers/',
  issuer: 'issuers/yunlingqujiaoyanshi/',
  topics: 'topics/',
  topic: 'topics/kecheng-gaige/',
  changes: 'plans/yunjiaoyanzi-2012-3/changes/',
  'against plan': 'summaries/2012/against-plan/',
  compare: 'compare/',
  'two compared': 'compare/?a=plans/yunjiaoyanzi-2011-2&b=plans/yunjiaoyanzi-2012-3',
  register: 'citations/',
  'register filtered': `citations/?q=${encodeURIComponent('云教发')}`,
  'look-up': 'n/',
  missing: `n/${encodeURIComponent('云教发〔2009〕12号')}/`,
  search: `search/?q=${encodeURIComponent('听课')}`,
  'search filtered': `search/?q=${encodeURIComponent('听课')}&type=plans`,
  'search without a hit': `search/?q=${encodeURIComponent('无人说过的话')}`,
  help: 'help/',
  guide: 'help/search/',
  accessibility: 'help/accessibility/',
  fields: 'help/fields/',
  rules: 'help/rules/',
  404: 'no-such-page/',
} as const;

/** Name and path of each kind. */
export const KIND_ENTRIES: readonly (readonly [kind: string, path: string])[] = Object.entries(KINDS);

/** Waits until the page at `path` shows what its address asks for; `scripts` false where none run. */
export async function settle(page: Page, path: string, scripts = true): Promise<void> {
  await page.waitForSelector('main, [data-redirect]', { state: 'attached' });
  if (!scripts) return;
  if (path.startsWith('search/?')) await page.waitForSelector('[data-search][data-state="done"]');
  if (path.startsWith('compare/?')) await page.waitForSelector('.cmp-rows');
  if (path.startsWith('citations/?')) await page.waitForSelector('[data-register-results]:not([hidden])');
}
