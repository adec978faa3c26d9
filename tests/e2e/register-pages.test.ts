import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROWS_PER_PAGE, ROWS_SHOWN_FIRST } from '../../src/core/register-pages.ts';
import { openSite } from '../support/open-site.ts';

/** Numbers that a plan cites and the library lacks: two full pages of the register and a bit. */
const MISSING = 2 * ROWS_PER_PAGE + 30;
/** Documents besides the plan that cite the first of them. */
const CITERS = 60;
const workspace = await mkdtemp(path.join(tmpdir(), 'wenku-pages-'));
const [content, dir] = [path.join(workspace, 'content'), path.join(workspace, 'site')];
const site = openSite(dir, '/');

const FRONTMATTER = [
  '---',
  'title: 云岭区教研室2012年度工作计划',
  'issuer: 云岭区教研室',
  'kind: 工作计划',
  'period: 2012年',
  'status: 未核实',
  'completeness: 全文',
  '---',
];

beforeAll(async () => {
  const cited = Array.from({ length: MISSING }, (_, index) => `落实云教发〔2009〕${index + 1}号。`);
  await mkdir(path.join(content, 'plans'), { recursive: true });
  await writeFile(
    path.join(content, 'plans/2012.mdx'),
    [...FRONTMATTER, ...cited].join('\n\n').replaceAll('\n\n', '\n'),
  );
  await mkdir(path.join(content, 'policies'), { recursive: true });
  const circular = FRONTMATTER.filter((line) => !line.startsWith('period')).join('\n');
  for (let index = 1; index <= CITERS; index++) {
    await writeFile(
      path.join(content, `policies/circular-${index}.mdx`),
      `${circular.replace('2012年度工作计划', `第${index}次通知`).replace('kind: 工作计划', 'kind: 通知')}\n\n落实云教发〔2009〕1号。\n`,
    );
  }
  const { PATH, HOME } = process.env;
  await promisify(execFile)(process.execPath, ['scripts/build-site.ts'], {
    env: {
      PATH,
      HOME,
      CONTENT_DIR: content,
      OUT_DIR: dir,
      BASE_PATH: '/',
      SITE_URL: 'https://wenku.example',
    },
  });
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

it('a long register is read to its end without JavaScript', async () => {
  const { page } = await site.visit('citations/', { javaScriptEnabled: false });
  expect(await page.locator('.register > li').count()).toBe(ROWS_SHOWN_FIRST);
  await page.click(`a:has-text("全部 ${MISSING} 种")`);
  const seen = new Set<string>();
  for (;;) {
    for (const id of await page.locator('.register > li').evaluateAll((rows) => rows.map(({ id }) => id)))
      seen.add(id);
    const next = page.locator('a[rel="next"]');
    if ((await next.count()) === 0) break;
    await next.click();
    await page.waitForLoadState();
  }
  expect(page.url()).toMatch(/\/citations\/missing\/3\/$/);
  expect(await page.textContent('[aria-label="分页"] [aria-current="page"]')).toBe('3');
  expect(seen.size).toBe(MISSING);
});

it('is filtered over all its pages, and lists more on demand', async () => {
  const { page, trouble } = await site.visit('citations/?sort=number');
  await page.waitForSelector('[data-register-results]:not([hidden])');
  const rows = page.locator('[data-register-results] li[data-state]');
  expect(await rows.count()).toBe(100);
  await page.click('[data-more]');
  expect(await rows.count()).toBe(200);
  await page.click('[data-more]');
  expect(await rows.count()).toBe(MISSING);
  expect(await page.isVisible('[data-more]')).toBe(false);
  await page.fill('[name="q"]', `${MISSING}号`);
  await page.waitForFunction(() => document.querySelector('output')?.textContent?.includes('1 种'));
  await page.click('[data-register-results] .register-more a');
  await page.waitForURL('**/citations/missing/3/#n-*');
  expect(trouble).toEqual([]);
});

it('leads from the address of a row to its page', async () => {
  const { page } = await site.visit(`citations/#${encodeURIComponent(`n-云教发〔2009〕${MISSING}号`)}`);
  await page.waitForURL('**/citations/missing/3/#n-*');
  expect(await page.locator('.register > li:target').count()).toBe(1);
});

it('a row is found from any page that it once stood on, and by the link of its number’s page', async () => {
  const row = `#${encodeURIComponent(`n-云教发〔2009〕${MISSING}号`)}`;
  const { page, home, trouble } = await site.visit(`citations/missing/2/${row}`);
  await page.waitForURL('**/citations/missing/3/#n-*');
  // The state is short: its address leads to the register, and that to the row.
  await page.goto(`${home}citations/held/${row}`);
  await page.waitForURL('**/citations/missing/3/#n-*');
  await page.goto(`${home}n/${encodeURIComponent(`云教发〔2009〕${MISSING}号`)}/`);
  const link = page.locator('a:has-text("在引用登记中的位置")');
  expect(await link.getAttribute('href')).toBe(`/citations/${row}`);
  await link.click();
  await page.waitForURL('**/citations/missing/3/#n-*');
  expect(trouble).toEqual([]);
});

it('of very many citing documents the first fifty are given with their sentences, the rest by title', async () => {
  const { page } = await site.visit(`n/${encodeURIComponent('云教发〔2009〕1号')}/`, {
    javaScriptEnabled: false,
  });
  const citers = page.locator('section[aria-labelledby="citers"]');
  expect(await citers.locator('h2').innerText()).toContain(`${CITERS + 1} 份`);
  expect(await citers.locator('.citations > li').count()).toBe(50);
  expect(await citers.locator('q').count()).toBe(50);
  expect(await citers.locator('details summary').innerText()).toBe(`其余 ${CITERS - 49} 份`);
  expect(await citers.locator('details li a').count()).toBe(CITERS - 49);
});
