import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BUDGETS } from '../../scripts/bench/page-budgets.ts';
import type { BuiltSite } from '../../scripts/bench/page-files.ts';
import { samplePages } from '../../scripts/bench/page-kinds.ts';
import { buildTo, FIXTURE_BASE } from '../support/build.setup.ts';
import { readPage } from '../support/html.ts';
import { MEASURED_PAGE, measuredLibrary } from '../support/measured-document.ts';
import { density, expectWithin, REAL_DENSITY } from '../support/page-budget.ts';
import { writeContent } from '../support/temp-content.ts';

const office: BuiltSite = { dir: inject('officeSite'), base: '/' };
const fixture: BuiltSite = { dir: inject('fixtureSite'), base: FIXTURE_BASE };

describe('a document page with an empty cache', () => {
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
      expect(ours.bytes).toBeGreaterThanOrEqual(REAL_DENSITY);
    });

    it('keeps to the budget', () => expectWithin(site, [[MEASURED_PAGE, BUDGETS.document]]));
  });
});

it('the fixture site has a page of each kind that has a budget', async () => {
  const kinds = (await samplePages(fixture.dir, fixture.base)).flatMap(({ budget }) => budget ?? []);
  expect(new Set(kinds)).toEqual(new Set(Object.keys(BUDGETS)));
});

describe.each([
  ['office', office],
  ['fixture', fixture],
])('one page of each kind of the %s site', (_name, site) => {
  it('keeps to the budget of its kind', async () => {
    const pages = (await samplePages(site.dir, site.base)).filter(({ budget }) => budget !== undefined);
    await expectWithin(
      site,
      pages.flatMap(({ path: page, budget }) =>
        budget ? [[`${page}index.html`, BUDGETS[budget]] as const] : [],
      ),
    );
  });
});
