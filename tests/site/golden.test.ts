/**
 * The complete HTML of one page of every kind. An upgrade of Astro, or any change of ours, shows here line by line; when
 * it is wanted: npm run golden, look at the difference that git shows, commit it.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readPage } from '../support/html.ts';
import { KINDS } from '../support/page-kinds.ts';
import { readableHtml } from '../support/readable-html.ts';

const SITE = inject('fixtureSite');
const FOLDER = path.resolve(import.meta.dirname, '../golden');
const MEND = '页面的 HTML 变了。这是想要的，就运行 npm run golden，看 git diff tests/golden，再提交。';

/** Their words change with every word of help that is written; a short guide stands for them. */
const WORDY = ['guide', 'accessibility', 'fields', 'rules'];
const MORE: Record<string, string> = {
  'short guide': 'help/cite/',
  rule: 'help/rules/loose-space/',
  redirect: 'plans/2012-draft/',
  'search page': 'search/',
};

/** Each kind's page in the built site; those that differ only by what a script does in the browser once. */
const PAGES = Object.entries<string>({ ...KINDS, ...MORE })
  .filter(([kind, address]) => !address.includes('?') && !WORDY.includes(kind))
  .map(([kind, address]) => ({
    golden: `${kind.replaceAll(' ', '-')}.html`,
    file: kind === '404' ? '404.html' : `${decodeURIComponent(address)}index.html`,
  }));

describe('the HTML of a page', () => {
  it.each(PAGES)('$golden is as it was', async ({ golden, file }) => {
    const readable = readableHtml(await readPage(SITE, file));
    await expect(readable, MEND).toMatchFileSnapshot(path.join(FOLDER, golden));
  });

  it('is pinned for kinds that exist, and for no others', async () => {
    const pinned = (await readdir(FOLDER)).filter((name) => name.endsWith('.html'));
    expect(pinned.sort()).toEqual(PAGES.map(({ golden }) => golden).sort());
  });
});
