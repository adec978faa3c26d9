import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BUDGETS, type Budget, excessOf } from '../../scripts/bench/page-budgets.ts';
import type { BuiltSite } from '../../scripts/bench/page-files.ts';
import { samplePages } from '../../scripts/bench/page-kinds.ts';
import { gzipSize, weighPage } from '../../scripts/bench/page-weight.ts';
import { buildTo, FIXTURE_BASE } from '../support/build.setup.ts';
import { readPage, textWithin } from '../support/html.ts';
import { MEASURED_PAGE, measuredLibrary } from '../support/measured-document.ts';
import { writeContent } from '../support/temp-content.ts';

const office: BuiltSite = { dir: inject('officeSite'), base: '/' };
const fixture: BuiltSite = { dir: inject('fixtureSite'), base: FIXTURE_BASE };
const PLAN = 'plans/yijiaohanzi-2011-4/index.html';

/** Fails with what each page that exceeds its budget loads, by size, so that it is plain what grew. */
async function expectWithin(site: BuiltSite, pages: readonly (readonly [page: string, budget: Budget])[]) {
  const excesses: string[] = [];
  for (const [page, budget] of pages) {
    const excess = excessOf(await weighPage(site, page), budget, await readPage(site.dir, page));
    if (excess !== undefined) excesses.push(excess);
  }
  if (excesses.length > 0) throw new Error(excesses.join('\n\n'));
}

/** Gzipped bytes of the body's text for each of its characters. */
function density(html: string): { characters: number; bytes: number } {
  const text = textWithin(html, 'data-document-body').replace(/\s/g, '');
  return { characters: [...text].length, bytes: gzipSize(text) / [...text].length };
}

describe('a document page with an empty cache', () => {
  it("of the office's plan of 4,500 characters keeps to the budget", async () => {
    await expectWithin(office, [[PLAN, BUDGETS.document]]);
  });

  describe('of exactly 5,000 characters with a dozen citations or more', () => {
    let workspace: string;
    let site: BuiltSite;
    beforeAll(async () => {
      workspace = await mkdtemp(path.join(tmpdir(), 'wenku-budget-'));
      site = { dir: path.join(workspace, 'site'), base: '/' };
      const content = path.join(workspace, 'content');
      await writeContent(content, measuredLibrary(5000));
      await buildTo(site.dir, { CONTENT_DIR: content });
    });
    afterAll(() => rm(workspace, { recursive: true, force: true }));

    it('is as long as it says, cites, and is no easier to compress than a real plan', async () => {
      const html = await readPage(site.dir, MEASURED_PAGE);
      const ours = density(html);
      expect(ours.characters).toBe(5000);
      expect(html.match(/data-docnumber=/g)?.length).toBeGreaterThanOrEqual(12);
      expect(ours.bytes).toBeGreaterThanOrEqual(density(await readPage(office.dir, PLAN)).bytes);
    });

    it('keeps to the budget', () => expectWithin(site, [[MEASURED_PAGE, BUDGETS.document]]));
  });
});

describe.each([
  ['office', office],
  ['fixture', fixture],
])('one page of each kind of the %s site', (_name, site) => {
  it('keeps to the budget of its kind', async () => {
    const pages = (await samplePages(site.dir, site.base)).filter(({ budget }) => budget !== undefined);
    expect(new Set(pages.map(({ budget }) => budget))).toEqual(new Set(Object.keys(BUDGETS)));
    await expectWithin(
      site,
      pages.flatMap(({ path: page, budget }) =>
        budget ? [[`${page}index.html`, BUDGETS[budget]] as const] : [],
      ),
    );
  });
});
