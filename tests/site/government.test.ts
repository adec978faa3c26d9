/** What 国办发〔2017〕47号 and the readers' programs expect of every built site: tags, feeds, dates, JSON-LD, the inspection. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { COLLECTIONS, type Collection } from '../../src/core/collections.ts';
import { tagProblems } from '../../src/inspect/page-tags.ts';
import { readBuiltPage } from '../../src/inspect/read-page.ts';
import { type DocumentRow, type InspectionReport, inspection } from '../../src/schema/api.ts';
import { siteConfig } from '../../src/site.config.ts';
import { FIXTURE_BASE, ROOT } from '../support/build.setup.ts';
import { readFeed } from '../support/feed.ts';
import { listFiles, readPage, readTags } from '../support/html.ts';

const sites = [
  { name: 'office', dir: inject('officeSite'), root: ROOT },
  { name: 'fixture', dir: inject('fixtureSite'), root: `https://wenku.example${FIXTURE_BASE}` },
];
const { siteIdCode: idCode } = siteConfig.registration;
const FEEDS = ['', 'plans/', 'summaries/', 'policies/'].map((folder) => `${folder}feed.xml`);
const RFC_822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;

const rowsOf = async (dir: string): Promise<DocumentRow[]> =>
  JSON.parse(await readPage(dir, 'api/documents.json')) as DocumentRow[];

describe.each(sites)('the $name site', ({ dir, root }) => {
  const { hostname, pathname: base } = new URL(root);
  /** The file to which an absolute address of the site leads. */
  const fileOf = (address: string): string => {
    expect(address.startsWith(root), address).toBe(true);
    return decodeURIComponent(new URL(address).pathname.slice(base.length)).replace(
      /(^|\/)$/,
      '$1index.html',
    );
  };

  it('carries the tags of 47号 on every page', async () => {
    const documents = new Set((await rowsOf(dir)).map(({ id }) => `${id}/index.html`));
    const found: string[] = [];
    for (const file of await listFiles(dir, '.html')) {
      const page = readBuiltPage(await readPage(dir, file));
      if (page.redirect) continue;
      const kind = documents.has(file) ? 'article' : page.noindex ? 'other' : 'column';
      for (const { tag, expected } of tagProblems(page.metas, kind, { domain: hostname, idCode }))
        found.push(`${file}: ${tag} ${expected}`);
    }
    expect(found).toEqual([]);
  });

  it('says when a document was published, and only where a source does', async () => {
    for (const { id, issuedOn, publishedOn } of await rowsOf(dir)) {
      const { metas } = readBuiltPage(await readPage(dir, `${id}/index.html`));
      const day = publishedOn ?? issuedOn;
      expect(metas.get('PubDate')?.slice(0, 10), id).toBe(day ?? undefined);
    }
  });

  it.each(FEEDS)('has the feed %s, whose items are pages of its own', async (file) => {
    const feed = readFeed(await readPage(dir, file));
    expect(feed.version).toBe('2.0');
    expect(feed.language).toBe('zh-cn');
    expect(feed.self).toBe(root + file);
    expect(feed.link).toBe(root + file.replace('feed.xml', ''));
    const rows = (await rowsOf(dir)).filter(({ id }) => id.startsWith(file.replace('feed.xml', '')));
    expect(feed.items).toHaveLength(rows.length);
    const guids = feed.items.map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(guids.length);
    for (const { title, link, guid, permalink, pubDate } of feed.items) {
      expect(title).not.toBe('');
      expect(existsSync(path.join(dir, fileOf(link ?? ''))), link).toBe(true);
      expect([guid, permalink]).toEqual([link, true]);
      if (pubDate !== undefined) expect(pubDate).toMatch(RFC_822);
    }
    const days = feed.items.flatMap(({ pubDate }) => (pubDate ? [Date.parse(pubDate)] : []));
    expect(feed.lastBuildDate && Date.parse(feed.lastBuildDate)).toBe(
      days.length > 0 ? Math.max(...days) : undefined,
    );
  });

  it('offers each feed where a browser looks for it, and to readers on a page of its own', async () => {
    const offered = async (file: string): Promise<(string | undefined)[]> =>
      readTags(await readPage(dir, file))
        .filter(({ attributes }) => attributes['type'] === 'application/rss+xml')
        .map(({ attributes }) => attributes['href']);
    expect(await offered('index.html')).toEqual([`${base}feed.xml`]);
    expect(await offered('plans/index.html')).toEqual([`${base}feed.xml`, `${base}plans/feed.xml`]);
    expect(await offered('feeds/index.html')).toEqual([`${base}feed.xml`, `${base}feeds/status.xml`]);
    const page = await readPage(dir, 'feeds/index.html');
    for (const feed of [...FEEDS, 'feeds/status.xml']) {
      expect(page).toContain(`href="${base}${feed}"`);
      expect(page).toContain(`<code>${root}${feed}</code>`);
    }
  });

  it('dates the sitemap by the documents, days alone and never the clock', async () => {
    const xml = await readPage(dir, 'sitemap-0.xml');
    const dates = new Map(
      [...xml.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/g)].map(
        ([, loc = '', lastmod]) => [loc, lastmod],
      ),
    );
    const rows = await rowsOf(dir);
    const known = rows.flatMap(({ changedOn }) => changedOn ?? []);
    for (const { url, changedOn } of rows)
      expect(dates.get(new URL(url, root).href), url).toBe(changedOn ?? undefined);
    const newest = (folder: string) =>
      rows
        .flatMap(({ id, changedOn }) => (id.startsWith(folder) ? (changedOn ?? []) : []))
        .sort()
        .at(-1);
    for (const folder of ['plans/', 'summaries/', 'policies/'])
      expect(dates.get(root + folder), folder).toBe(newest(folder));
    for (const [loc, day] of dates) if (day !== undefined) expect(known, loc).toContain(day);
    expect([...dates.keys()]).not.toContain(`${root}inspection/`);
    expect(await readPage(dir, 'robots.txt')).toContain(`Sitemap: ${root}sitemap-index.xml`);
  });

  it('describes itself in JSON-LD by the rules of schema.org', async () => {
    const types = new Set<string>();
    for (const file of await listFiles(dir, '.html')) {
      const html = await readPage(dir, file);
      const blocks = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)];
      for (const [, text = ''] of blocks) {
        const node: unknown = JSON.parse(text);
        expect(node, file).toMatchObject({ '@context': 'https://schema.org' });
        checkNode(node, file, types, (address) => existsSync(path.join(dir, fileOf(address))));
      }
    }
    const held = (await rowsOf(dir)).map(({ collection }) => TYPES[collection]);
    const crumbs = held.length > 0 ? ['BreadcrumbList'] : [];
    for (const type of ['WebSite', 'CollectionPage', ...crumbs, ...held]) expect(types).toContain(type);
  });

  it('finds nothing wrong with itself', async () => {
    const report: InspectionReport = inspection.parse(JSON.parse(await readPage(dir, 'api/inspection.json')));
    expect(report.built?.pages).toBe((await listFiles(dir, '.html')).length);
    expect(report.built?.links).toBeGreaterThan(1000);
    const faults = report.checks.flatMap(({ id, weight, findings }) =>
      weight === 'fault' ? findings.map(({ url }) => [id, url]) : [],
    );
    // A library that an office has just taken over holds nothing yet, and says so.
    const held = new Set((await rowsOf(dir)).map(({ collection }) => collection));
    const empty = COLLECTIONS.filter((collection) => !held.has(collection));
    const { pathname } = new URL(root);
    expect(faults).toEqual(empty.map((collection) => ['empty-column', `${pathname}${collection}/`]));
    const html = await readPage(dir, 'inspection/index.html');
    expect(html).toContain(`查了 ${report.built?.pages} 个网页`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    const missing = report.checks.find(({ id }) => id === 'missing-citation');
    for (const { url } of missing?.findings.slice(0, 10) ?? []) expect(html).toContain(`href="${url}"`);
  });
});

/** What a document of each collection is. */
const TYPES: Record<Collection, string> = {
  plans: 'CreativeWork',
  summaries: 'Report',
  policies: 'Legislation',
};

/** What each type can't do without. */
const REQUIRED: Record<string, string[]> = {
  WebSite: ['@id', 'url', 'name', 'publisher', 'potentialAction'],
  CollectionPage: ['@id', 'name', 'description', 'isPartOf'],
  CreativeWork: ['@id', 'name', 'genre'],
  Report: ['@id', 'name', 'genre'],
  Legislation: ['@id', 'name', 'legislationType'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name'],
  Organization: ['name'],
};
const DAYS = new Set(['datePublished', 'dateCreated', 'legislationDate']);

/** Required properties, no empty values, ISO days, absolute addresses that are there; at any depth. */
function checkNode(
  node: unknown,
  file: string,
  types: Set<string>,
  exists: (address: string) => boolean,
): void {
  if (Array.isArray(node)) {
    expect(node.length, file).toBeGreaterThan(0);
    for (const item of node) checkNode(item, file, types, exists);
    return;
  }
  if (node === null || typeof node !== 'object') {
    expect(['string', 'number'], file).toContain(typeof node);
    expect(String(node).trim(), file).not.toBe('');
    return;
  }
  const properties = Object.entries(node);
  expect(properties.length, file).toBeGreaterThan(0);
  for (const [name, value] of properties) {
    if (name === '@type') {
      types.add(String(value));
      for (const required of REQUIRED[String(value)] ?? [])
        expect(node, `${file} ${value}`).toHaveProperty(required);
    }
    if (DAYS.has(name)) expect(value, `${file} ${name}`).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (['@id', 'url', 'item'].includes(name)) expect(exists(String(value)), `${file} ${value}`).toBe(true);
    checkNode(value, file, types, exists);
  }
}

describe('the feed of changes', () => {
  it('tells what became of the documents of the fictional library, each once', async () => {
    const dir = inject('fixtureSite');
    const feed = readFeed(await readPage(dir, 'feeds/status.xml'));
    expect(feed.self).toBe(`https://wenku.example${FIXTURE_BASE}feeds/status.xml`);
    const guids = feed.items.map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(guids.length);
    const dead = (await rowsOf(dir)).filter(
      ({ status, statusSince }) => status === '废止' && statusSince !== null,
    );
    expect(dead.length).toBeGreaterThan(0);
    for (const { url, statusSince } of dead) {
      const item = feed.items.find(({ link }) => link?.endsWith(url));
      expect(item?.title).toMatch(/已废止$/);
      expect(new Date(item?.pubDate ?? '').toISOString()).toBe(
        new Date(`${statusSince}T00:00:00+08:00`).toISOString(),
      );
    }
    const page = await readPage(dir, 'feeds/index.html');
    for (const { title } of feed.items) expect(page).toContain(`>${title}</a>`);
  });
});

describe('the copy that is opened from disk', () => {
  it('has the inspection and the changes to read, and no feed', async () => {
    const dir = inject('offlineSite');
    expect(await readPage(dir, 'inspection/index.html')).toContain('网站自查');
    expect(await readPage(dir, 'feeds/index.html')).toContain('最近的有效性变动');
    expect(await listFiles(dir, '.xml')).toEqual([]);
    expect(existsSync(path.join(dir, 'api/inspection.json.js'))).toBe(false);
  });
});
