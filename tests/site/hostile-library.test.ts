import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { launchBrowser } from '../../scripts/launch-browser.ts';
import { serveStatic } from '../../scripts/serve-static.ts';
import { hostileLibrary } from '../fixtures/hostile/library.ts';
import { HOSTILE_STRINGS } from '../fixtures/hostile/strings.ts';
import { buildTo, FIXTURE_BASE } from '../support/build.setup.ts';
import { listFiles } from '../support/html.ts';
import {
  allowedScripts,
  isFormula,
  type PageFacts,
  readCsv,
  readPages,
  readXml,
} from '../support/output-judge.ts';
import { loadSearchApi } from '../support/search-api.ts';
import { writeContent } from '../support/temp-content.ts';

const SITE = 'https://wenku.example';
const TEXTS = HOSTILE_STRINGS.map(([, text]) => text);

/** Those that an address and a text box take. */
const SHORT = TEXTS.filter((text) => text.length < 200);

let workspace: string;
let site: string;
let offline: string;
let browser: Browser;
let tab: Page;

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'wenku-hostile-'));
  site = path.join(workspace, 'site');
  offline = path.join(workspace, 'offline');
  const content = path.join(workspace, 'content');
  await writeContent(content, hostileLibrary());
  const environment = { CONTENT_DIR: content, BASE_PATH: FIXTURE_BASE, SITE_URL: SITE };
  [browser] = await Promise.all([
    launchBrowser(),
    buildTo(site, environment, ['--offline', '--out', offline]),
  ]);
  tab = await browser.newPage();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await rm(workspace, { recursive: true, force: true });
});

const textOf = (dir: string, file: string): Promise<string> => readFile(path.join(dir, file), 'utf8');
const textsOf = (dir: string, files: readonly string[]): Promise<string[]> =>
  Promise.all(files.map((file) => textOf(dir, file)));

/** Every element and attribute that the site's own pages have where nothing hostile is in the content. */
async function ownKinds(): Promise<Set<string>> {
  // Markdown that happens to stand in none of those texts.
  const kinds = new Set(['em', 'blockquote']);
  for (const dir of [inject('fixtureSite'), inject('officeSite')])
    for (const facts of await readPages(tab, await textsOf(dir, await listFiles(dir, '.html'))))
      for (const kind of facts.kinds) kinds.add(kind);
  return kinds;
}

/** Where an address may lead: within the site, or to the document's source, which is linked as what it is. */
function isHarmless({ at, value }: PageFacts['addresses'][number]): boolean {
  if (value.startsWith(FIXTURE_BASE) || value.startsWith('#')) return true;
  if (at === 'link href' && value.startsWith(`${SITE}${FIXTURE_BASE}`)) return true;
  return at === 'a href' && value.startsWith('https://yunling.example/?q=');
}

describe('what is looked for', () => {
  it('is found where it is', async () => {
    const policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">';
    const [facts] = await readPages(tab, [
      `<head>${policy}<meta http-equiv="refresh" content="0; url=//evil.example/"></head><p onclick="x"><svg><a xlink:href="javascript:x"></a></svg><img src="data:x"><script>alert(1)</script>`,
    ]);
    expect(facts?.kinds).toEqual(expect.arrayContaining(['p onclick', 'svg', 'script']));
    const harmful = facts?.addresses.filter((address) => !isHarmless(address)).map(({ value }) => value);
    expect(harmful).toEqual(['//evil.example/', 'javascript:x', 'data:x']);
    expect(facts?.scripts).toEqual(['alert(1)']);
    expect(facts && allowedScripts(facts)).toEqual([]);
    const [broken, foreign] = await readXml(tab, ['<a>&b;</a>', '<?x y?><a><b c="d"/></a>']);
    expect(broken?.fault).not.toBe('');
    expect(foreign).toMatchObject({ fault: '', kinds: expect.arrayContaining(['x', 'b c']) });
    expect(readCsv('a,"b""c"\r\n').flat()).toEqual(['a', 'b"c']);
    expect(['=1', ' +1', '\u200b@a', '－1', '-1', "'=1"].map(isFormula)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a library whose every field holds an attack', () => {
  it('has pages of nothing but what the site itself puts there', async () => {
    const files = await listFiles(site, '.html');
    expect(files.length).toBeGreaterThan(300);
    const [known, pages] = [await ownKinds(), await readPages(tab, await textsOf(site, files))];
    const strange = pages.flatMap(({ kinds }, index) =>
      kinds.filter((kind) => !known.has(kind)).map((kind) => `${files[index]}: ${kind}`),
    );
    expect(strange).toEqual([]);
    for (const [index, facts] of pages.entries()) {
      const page = files[index] ?? '';
      expect(
        facts.addresses.filter((address) => !isHarmless(address)),
        page,
      ).toEqual([]);
      expect(facts.scripts, page).toEqual(allowedScripts(facts));
      for (const data of facts.data) expect(() => JSON.parse(data), page).not.toThrow();
    }
  });

  it('has a copy for the disk that is as harmless', async () => {
    const files = await listFiles(offline, '.html');
    const [known, pages] = [await ownKinds(), await readPages(tab, await textsOf(offline, files))];
    for (const page of await readPages(
      tab,
      await textsOf(inject('offlineSite'), ['index.html', 'search/index.html']),
    ))
      for (const kind of page.kinds) known.add(kind);
    for (const [index, { kinds, addresses }] of pages.entries()) {
      expect(
        kinds.filter((kind) => !known.has(kind)),
        files[index],
      ).toEqual([]);
      const leadingOut = addresses.filter(({ value }) => /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(value));
      expect(
        leadingOut.filter((address) => !isHarmless(address)),
        files[index],
      ).toEqual([]);
    }
    for (const file of await listFiles(offline, '.json.js')) {
      const document = { currentScript: { file: { text: '' } } };
      vm.runInNewContext(await textOf(offline, file), { document });
      expect(document.currentScript.file.text).toBe(await textOf(site, file.replace(/\.js$/, '')));
    }
  });

  it('has feeds, sitemaps and pictures that are well-formed, of the elements that others have', async () => {
    for (const ending of ['.xml', '.svg']) {
      const files = await listFiles(site, ending);
      const others = await listFiles(inject('fixtureSite'), ending);
      const known = new Set(
        (await readXml(tab, await textsOf(inject('fixtureSite'), others))).flatMap(({ kinds }) => kinds),
      );
      for (const [index, { fault, kinds }] of (await readXml(tab, await textsOf(site, files))).entries()) {
        expect(fault, files[index]).toBe('');
        expect(
          kinds.filter((kind) => !known.has(kind)),
          files[index],
        ).toEqual([]);
      }
    }
  });

  it('has feeds that lead to the site alone', async () => {
    for (const file of await listFiles(site, 'feed.xml')) {
      const links = [...(await textOf(site, file)).matchAll(/<(?:link|guid)[^>]*>([^<]*)</g)].map(
        ([, link]) => link,
      );
      expect(links.length, file).toBeGreaterThan(1);
      expect(
        links.filter((link) => !link?.startsWith(`${SITE}${FIXTURE_BASE}`) && /^\w+:\/\//.test(link ?? '')),
      ).toEqual([]);
    }
  });

  it('has data that parse, and say what the content says', async () => {
    const files = await listFiles(site, '.json');
    expect(files.length).toBeGreaterThan(10);
    for (const text of await textsOf(site, files)) expect(() => JSON.parse(text)).not.toThrow();
    const documents: { title: string }[] = JSON.parse(await textOf(site, 'api/documents.json'));
    const titles = new Set(documents.map(({ title }) => title));
    // YAML and the schema take the space around a text away.
    expect(TEXTS.filter((text) => !titles.has(text.trim()))).toEqual([]);
  });

  it('has tables in which nothing is a formula', async () => {
    const files = await listFiles(site, '.csv');
    expect(files.length).toBe(2);
    for (const text of await textsOf(site, files)) {
      const rows = readCsv(text);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      expect(rows.length).toBeGreaterThan(TEXTS.length);
      expect(rows.flat().filter(isFormula)).toEqual([]);
    }
  });

  it('has style sheets of its own alone', async () => {
    const own = await textsOf(inject('fixtureSite'), await listFiles(inject('fixtureSite'), '.css'));
    for (const file of await listFiles(site, '.css')) {
      if (file === 'map/lines.css')
        expect(await textOf(site, file)).toMatch(
          /^(?:@supports selector\(:has\(a\)\)\{(?:\.map-wide:has\(\.k\d+:is\(:hover,:focus-visible\)\) :is\(\.f\d+,\.t\d+\),?)+\{stroke:var\(--accent\);--band:var\(--accent\);opacity:1\}\}\n)?$/,
        );
      else expect(own, file).toContain(await textOf(site, file));
    }
  });

  it('has Word files of well-formed parts that lead nowhere else', async () => {
    const files = await listFiles(site, '.docx');
    expect(files.length).toBe(3 * TEXTS.length);
    const parts: string[] = [];
    for (const file of files) {
      const entries = unzipSync(await readFile(path.join(site, file)));
      for (const [name, bytes] of Object.entries(entries)) {
        expect(name).toMatch(
          /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/\w+\.xml|word\/[\w/]+\.(?:xml|xml\.rels|png))$/,
        );
        if (!name.endsWith('.png')) parts.push(new TextDecoder().decode(bytes));
      }
    }
    const faults = (await readXml(tab, parts)).filter(({ fault }) => fault !== '');
    expect(faults).toEqual([]);
    const external = parts.flatMap((part) =>
      [...part.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)].map(([, target]) => target ?? ''),
    );
    expect(external.filter((target) => !target.startsWith(`${SITE}${FIXTURE_BASE}`))).toEqual([]);
    for (const part of parts)
      expect(part).not.toMatch(
        /<w:(?:instrText|fldSimple)[^>]*>?[^<]*(?:DDE|INCLUDE|HYPERLINK "(?!https:\/\/wenku\.example))/i,
      );
  });

  it('is found by search, which shows its words and nothing else', async () => {
    const { api } = await loadSearchApi(site);
    try {
      let shown = 0;
      for (const words of ['alert', 'script', 'HYPERLINK', 'evil', 'constructor', 'onclick']) {
        const { results } = await api.search(words);
        for (const { data } of results.slice(0, 12)) {
          const { excerpt } = await data();
          shown += 1;
          expect(excerpt.replace(/<\/?mark>/g, '')).not.toMatch(/[<>"]/);
        }
      }
      expect(shown).toBeGreaterThan(20);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('pages that put such words in place in the browser', () => {
  it('run none of them, even without their policy', async () => {
    const server = await serveStatic(site, { port: 0, basePath: FIXTURE_BASE });
    try {
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      const trouble: string[] = [];
      page.on('dialog', (dialog) => {
        trouble.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url)) trouble.push(`request ${request.url()}`);
      });
      page.on('pageerror', (error) => trouble.push(`error ${error.message}`));
      const open = async (address: string): Promise<void> => {
        await page.goto(server.url + address);
      };
      for (const words of SHORT) {
        const asked = encodeURIComponent(words);
        await open(`search/?q=${asked}&topic=${asked}&issuer=${asked}&sort=${asked}`);
        await page.waitForSelector('[data-search]:not([data-state="loading"])');
      }
      for (const words of SHORT.slice(0, 6)) {
        const asked = encodeURIComponent(words);
        for (const place of [
          'plans/',
          'citations/',
          'n/',
          'compare/',
          'topics/',
          asked,
          `n/${asked}/`,
          `plans/${asked}/`,
        ])
          await open(`${place}?q=${asked}&hl=${asked}&a=${asked}&b=${asked}&issuer=${asked}#${asked}`);
      }
      for (const index of [...SHORT.keys()].filter((each) => each % 2 === 0)) {
        const plan = `plans/yunjiaoyanzi-2012-${index + 1}`;
        await open(`${plan}/?hl=${encodeURIComponent(SHORT[index] ?? '')}`);
        await page.locator(`[data-document-body] a[data-docnumber]:not([href*="/n/"])`).first().hover();
        await page.locator('.preview-card').waitFor();
        if (index % 10 !== 0) continue;
        await open(`compare/?a=${plan}&b=summaries/hostile-${index}`);
        await page.waitForSelector('[data-compare-result] .cmp-rows');
      }
      for (const words of ['alert', 'HYPERLINK', 'evil']) {
        await open(`search/?q=${words}`);
        await page.waitForSelector('[data-search][data-state="done"]');
        await page.locator('a[data-result]').first().waitFor();
      }
      expect(trouble).toEqual([]);
    } finally {
      await server.close();
    }
  }, 240_000);
});
