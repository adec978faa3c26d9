import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { listFiles, readPage, readTags, textWithin } from '../support/html.ts';

const dir = inject('fixtureSite');
const CHANGES = 'plans/yunjiaoyanzi-2012-3/changes/index.html';
const AGAINST = 'summaries/2012/against-plan/index.html';

/** How many rows of each kind a page has. */
async function rowKinds(file: string): Promise<Record<string, number>> {
  const kinds = readTags(await readPage(dir, file)).flatMap(
    ({ attributes }) => attributes['data-kind'] ?? [],
  );
  return Object.fromEntries(
    [...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]),
  );
}

describe('the comparison with the plan before', () => {
  it('exists for the plan that has one before it, and for no other', () => {
    expect(existsSync(path.join(dir, CHANGES))).toBe(true);
    expect(existsSync(path.join(dir, 'plans/yunjiaoyanzi-2011-2/changes'))).toBe(false);
    expect(existsSync(path.join(dir, 'summaries/2012/changes'))).toBe(false);
  });

  it('has every block of both texts, linked to its place', async () => {
    const tags = readTags(await readPage(dir, CHANGES));
    const links = tags.flatMap(({ attributes }) => attributes['href'] ?? []);
    expect(links).toContain(`${FIXTURE_BASE}plans/yunjiaoyanzi-2011-2/#s2-i1`);
    expect(links).toContain(`${FIXTURE_BASE}plans/yunjiaoyanzi-2012-3/#s1-i1`);
    expect(await rowKinds(CHANGES)).toMatchObject({ stayed: 2, vanished: 1 });
  });

  it('is linked from the plan, whose series shows both years', async () => {
    const page = await readPage(dir, 'plans/yunjiaoyanzi-2012-3/index.html');
    expect(page).toContain(`href="${FIXTURE_BASE}plans/yunjiaoyanzi-2012-3/changes/"`);
    expect(page).toMatch(/<span aria-current="page">2012<\/span>/);
    expect(page).toContain('>2011</a>');
    expect(page).toContain(`href="${FIXTURE_BASE}summaries/2012/against-plan/"`);
  });
});

describe('the comparison of a summary with its plan', () => {
  it('says of each measure whether there are near words, and warns what that means', async () => {
    const html = await readPage(dir, AGAINST);
    expect(html).toContain('总结中未见相近文字');
    expect(html).toContain('不能据此说没有做');
    expect(html).not.toContain('未落实');
    expect(Number((await rowKinds(AGAINST))['near'])).toBeGreaterThan(0);
  });

  it('says that only a part of the summary is held', async () => {
    expect(await readPage(dir, AGAINST)).toContain('2012年总结的文件只收有摘录');
  });
});

it('comparisons are neither searched nor offered to other sites’ search engines', async () => {
  const files = (await listFiles(dir, '.html')).filter((file) =>
    /(?:changes|against-plan)\/index\.html$/.test(file),
  );
  // Those of the plan's former names lead on.
  const former = ['2012-draft', 'yunjiaoyanzi-2012-30'].map((slug) => `plans/${slug}/changes/index.html`);
  expect(files.sort()).toEqual([CHANGES, AGAINST, ...former].sort());
  for (const file of files) {
    const html = await readPage(dir, file);
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(textWithin(html, 'data-document')).toBe('');
  }
  expect(await readPage(dir, 'sitemap-0.xml')).not.toMatch(/changes|against-plan/);
});

it('the page of comparisons lists them all without a script', async () => {
  const html = await readPage(dir, 'compare/index.html');
  expect(html).toContain('需要打开 JavaScript');
  expect(html).toContain(`href="${FIXTURE_BASE}plans/yunjiaoyanzi-2012-3/changes/"`);
  expect(html).toContain(`href="${FIXTURE_BASE}summaries/2012/against-plan/"`);
});
