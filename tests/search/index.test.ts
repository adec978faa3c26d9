import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSearchIndex, SearchIndexError } from '../../scripts/build-search-index.ts';
import { normalise } from '../../src/search/normalise.ts';
import { readPage } from '../../src/search/page.ts';
import { parseQuery } from '../../src/search/query.ts';
import { makePicker, makeSampleDocuments, writeSampleSite } from '../support/sample-site.ts';
import { loadSearchApi, type SearchApi } from '../support/search-api.ts';

const BASE = '/wenku/';
const documents = makeSampleDocuments(60, BASE);
const numbers = {
  '云教发〔2006〕1号': { url: `${BASE}${documents[1]?.entry.id}/`, held: true },
  '云政办函〔2010〕8号': { url: `${BASE}n/云政办函〔2010〕8号/`, held: false },
};
let outDir = '';

beforeAll(async () => {
  outDir = await writeSampleSite(documents, numbers);
  await buildSearchIndex({ outDir, basePath: BASE });
});
afterAll(() => rm(outDir, { recursive: true, force: true }));
afterEach(() => vi.unstubAllGlobals());

/** The normalised blocks of every document: what a literal search looks through. */
async function readTexts(): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  for (const { entry } of documents) {
    const html = await readFile(path.join(outDir, entry.id, 'index.html'), 'utf8');
    texts.set(
      entry.id,
      readPage(html).blocks.map((block) => normalise(block.text)),
    );
  }
  return texts;
}

const literal = (texts: ReadonlyMap<string, string[]>, fragment: string): string[] =>
  [...texts]
    .filter(([, blocks]) => blocks.some((block) => block.includes(normalise(fragment))))
    .map(([id]) => id);

async function found(api: SearchApi, query: string): Promise<string[]> {
  const { total, results } = await api.search(query);
  expect(results).toHaveLength(total);
  const all = await Promise.all(results.map((result) => result.data()));
  if (query.trim() !== '') expect(all.filter((data) => !data.excerpt.includes('<mark>'))).toEqual([]);
  return all.map((data) => data.documentId);
}

/** Fragments of all lengths from all blocks, and as many that are garbled and mostly occur nowhere. */
function sampleFragments(texts: ReadonlyMap<string, string[]>, count: number): string[] {
  const pick = makePicker(7);
  const blocks = [...texts.values()].flat().filter((block) => block !== '');
  return Array.from({ length: count }, (_, index) => {
    const characters = [...(blocks[pick(blocks.length)] ?? '')];
    const length = 1 + pick(index % 3 === 0 ? 2 : 12);
    const start = pick(Math.max(1, characters.length - length + 1));
    const fragment = characters.slice(start, start + length);
    return (index % 5 === 4 ? fragment.reverse() : fragment).join('');
  });
}

describe('search in a built index', () => {
  it('finds exactly the documents that contain a fragment', async () => {
    const texts = await readTexts();
    const { api } = await loadSearchApi(outDir);
    // A fragment that reads as several keywords or as quotation is none of this test's business.
    const fragments = sampleFragments(texts, 320).filter(
      (text) => parseQuery(text).include[0]?.normalised === text,
    );
    expect(fragments.length).toBeGreaterThan(300);
    expect(fragments.filter((text) => [...text].length === 1).length).toBeGreaterThan(20);
    expect(fragments.filter((text) => literal(texts, text).length === 0).length).toBeGreaterThan(20);
    for (const fragment of fragments) {
      expect([fragment, (await found(api, fragment)).sort()]).toEqual([
        fragment,
        literal(texts, fragment).sort(),
      ]);
    }
  });

  it.each([
    ['ＩＰＡＤ'],
    ['云教发［２００９］67号'],
    ['云教发〔2009〕67号'],
    ['「四个一」工程'],
    ['思想法'],
    ['**课程'],
    ['98.5％'],
    ['听课2评课'],
    ['cafe'],
    ['café'],
    ['𠮷'],
    ['한국'],
    ['A&B<C>'],
    ['。'],
    ['复制'],
    ['略去'],
    ['导航里的'],
    ['云岭区教研室2006年工作计划云岭'],
  ])('agrees with a literal search for %s', async (query) => {
    const texts = await readTexts();
    const { api } = await loadSearchApi(outDir);
    expect((await found(api, query)).sort()).toEqual(literal(texts, query).sort());
  });

  it('finds a long text exactly, and no other that begins alike', async () => {
    const texts = await readTexts();
    const { api } = await loadSearchApi(outDir);
    const long =
      [...texts.values()].flat().find((text) => [...text].length > 40 && !text.includes('"')) ?? '';
    expect((await found(api, long)).sort()).toEqual(literal(texts, long).sort());
    expect(await found(api, `${long.slice(0, 36)}无`)).toEqual([]);
  });

  it('wants all keywords, in any order, takes phrases with spaces and leaves out what is excluded', async () => {
    const texts = await readTexts();
    const { api } = await loadSearchApi(outDir);
    const both = literal(texts, '磨课').filter((id) => literal(texts, '校本教研').includes(id));
    expect(both.length).toBeGreaterThan(0);
    expect((await found(api, '校本教研 磨课')).sort()).toEqual(both.sort());
    const without = literal(texts, '磨课').filter((id) => !literal(texts, '校本教研').includes(id));
    expect((await found(api, '磨课 -校本教研')).sort()).toEqual(without.sort());
    expect((await found(api, '"云教发 [2009] 67号"')).sort()).toEqual(
      literal(texts, '云教发[2009]67号').sort(),
    );
  });

  it('gives readable, marked and escaped results with their clauses', async () => {
    const { api } = await loadSearchApi(outDir);
    const { results } = await api.search('A&B<C>');
    const data = await results[0]?.data();
    expect(data?.excerpt).toContain('<mark>A&amp;B&lt;C&gt;</mark>');
    expect(data?.url).toBe(`${BASE}${data?.documentId}/`);
    expect(data?.href).toBe(`${data?.url}?hl=A%26B%3CC%3E`);
    expect(data?.count).toBeGreaterThan(0);
    const clause = data?.subResults[0];
    expect(clause?.excerpt).toContain('<mark>');
    expect(clause?.href).toBe(`${data?.href}#${clause?.anchor}`);
  });

  it('marks the excerpt of a document that says a thing only in its title', async () => {
    const { api } = await loadSearchApi(outDir);
    const { results } = await api.search('实施方案');
    const all = await Promise.all(results.map((result) => result.data()));
    const titleOnly = all.filter((data) => data.subResults.every(({ label }) => label === '公文要素'));
    expect(titleOnly.length).toBeGreaterThan(0);
    for (const data of titleOnly) expect(data.excerpt).toContain('<mark>实施方案</mark>');
  });

  it('counts, filters and sorts', async () => {
    const { api } = await loadSearchApi(outDir);
    const all = await api.search('磨课');
    const filters = { type: ['plans'], year: ['2005', '2008'] };
    const some = await api.search('磨课', { filters });
    const expected = (all.counts.year['2005'] ?? 0) + (all.counts.year['2008'] ?? 0);
    expect(expected).toBeGreaterThan(some.total);
    const data = await Promise.all(some.results.map((result) => result.data()));
    expect(
      data.every((each) => each.collection === 'plans' && filters.year.includes(String(each.year))),
    ).toBe(true);
    expect(some.total).toBe((some.counts.year['2005'] ?? 0) + (some.counts.year['2008'] ?? 0));
    const newest = await api.search('磨课', { sort: 'date' });
    const dates = (await Promise.all(newest.results.map((result) => result.data()))).map(
      (each) => each.issuedOn ?? String(each.year),
    );
    expect(dates).toEqual([...dates].sort().reverse());
    expect(new Set(newest.results.map(({ id }) => id))).toEqual(new Set(all.results.map(({ id }) => id)));
  });

  it('lists by filter alone, and nothing for nothing', async () => {
    const { api, requests } = await loadSearchApi(outDir);
    const { total } = await api.search('', { filters: { year: ['2005'] } });
    expect(total).toBe(documents.filter(({ entry }) => entry.years[0] === 2005).length);
    expect(requests.filter((file) => file.endsWith('.pf_index')).length).toBeLessThan(2);
    expect((await api.search('  ')).total).toBe(0);
  });

  it('ranks the document that bears a number before those that cite it', async () => {
    const { api } = await loadSearchApi(outDir);
    expect((await found(api, '云教发〔2006〕1号'))[0]).toBe(documents[1]?.entry.id);
  });

  it('says where a document number leads, in any disguise', async () => {
    const { api } = await loadSearchApi(outDir);
    expect(await api.findNumber(' 云教发［2006］第1 號')).toEqual({
      canonical: '云教发〔2006〕1号',
      ...numbers['云教发〔2006〕1号'],
    });
    expect(await api.findNumber('云政办函【2010】8号')).toMatchObject({
      held: false,
      url: `${BASE}n/云政办函〔2010〕8号/`,
    });
    expect(await api.findNumber('云教发〔1999〕99号')).toEqual({
      canonical: '云教发〔1999〕99号',
      url: null,
      held: false,
    });
  });

  it('loads the list of numbers only for a number', async () => {
    const { api, requests } = await loadSearchApi(outDir);
    expect(await api.findNumber('磨课')).toBeNull();
    expect(await api.findNumber('2006年工作计划')).toBeNull();
    expect(requests).toEqual([]);
    expect(await api.findNumber('云教发〔2006〕1号')).toMatchObject({ held: true });
    expect(requests).toEqual(['api/numbers.json']);
  });

  it('loads nothing before the first search', async () => {
    const { requests } = await loadSearchApi(outDir);
    expect(requests).toEqual([]);
  });

  it('loads what decompresses only in a browser that can’t', async () => {
    const { requests: without, api } = await loadSearchApi(outDir);
    const total = (await api.search('磨课')).total;
    expect(without.filter((file) => file.includes('inflate'))).toEqual([]);
    vi.stubGlobal('DecompressionStream', undefined);
    const { api: old } = await loadSearchApi(outDir);
    const { total: same, results } = await old.search('磨课');
    expect(same).toBe(total);
    expect((await results[0]?.data())?.excerpt).toContain('<mark>磨课</mark>');
  });

  it('refuses a damaged part of the index', async () => {
    const { api } = await loadSearchApi(outDir, (url) =>
      url.endsWith('.pf_index') ? new Response('pagefind_dcd\x01\x02') : undefined,
    );
    const together = [api.search('磨课'), api.search('校本教研'), api.count('磨课')];
    for (const search of together) await expect(search).rejects.toThrow('检索没有成功');
  });

  it('refuses a filter that there is not, and goes on', async () => {
    const { api } = await loadSearchApi(outDir);
    await expect(api.search('磨课', { filters: { kind: '通知' } })).rejects.toThrow(RangeError);
    expect(await api.count('磨课')).toBe((await api.search('磨课')).total);
  });

  it('fails, rather than leaving results out, when a part of the index does not load, and recovers', async () => {
    let broken = true;
    const { api } = await loadSearchApi(outDir, (url) =>
      broken && url.endsWith('.pf_index') ? new Response('<html>login</html>') : undefined,
    );
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(api.search('磨课')).rejects.toThrow('检索没有成功');
    vi.restoreAllMocks();
    broken = false;
    expect((await api.search('磨课')).total).toBeGreaterThan(0);
  });

  it('recovers as soon as the network is back, after a failure of everything', async () => {
    let broken = false;
    const { api } = await loadSearchApi(outDir, () =>
      broken ? new Response('', { status: 503 }) : undefined,
    );
    expect((await api.search('磨课')).total).toBeGreaterThan(0);
    broken = true;
    await expect(api.search('质量监测体系')).rejects.toThrow('检索没有成功');
    broken = false;
    expect((await api.search('质量监测体系')).total).toBeGreaterThan(0);
  });

  it('goes on with the new index when the site is published anew between two searches', async () => {
    const dir = await writeSampleSite(documents, numbers);
    await buildSearchIndex({ outDir: dir, basePath: BASE });
    const { api } = await loadSearchApi(dir);
    const before = await api.search('磨课');
    const [, ...others] = documents;
    const changed = await writeSampleSite(others, numbers);
    await buildSearchIndex({ outDir: changed, basePath: BASE });
    await rm(dir, { recursive: true });
    await cp(changed, dir, { recursive: true });
    expect((await api.search('实施方案')).total).toBeGreaterThan(0);
    expect((await api.search('', { filters: { type: ['plans', 'summaries', 'policies'] } })).total).toBe(59);
    // A hit of the old index must not become another document's.
    await expect(before.results.at(-1)?.data()).rejects.toThrow('检索没有成功');
    await Promise.all([dir, changed].map((each) => rm(each, { recursive: true })));
  });

  it('says so when a result does not load, and loads it after another search', async () => {
    let broken = true;
    const { api } = await loadSearchApi(outDir, (url) =>
      broken && url.endsWith('.pf_fragment') ? new Response('', { status: 503 }) : undefined,
    );
    const { results } = await api.search('磨课');
    await expect(results[0]?.data()).rejects.toThrow('检索没有成功');
    broken = false;
    const again = await api.search('磨课');
    expect((await again.results[0]?.data())?.excerpt).toContain('<mark>');
  });
});

/** Digest of every file below a folder. */
async function digests(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const pairs = files.sort().map(async (file): Promise<[string, string]> => {
    const digest = createHash('sha256').update(await readFile(file));
    return [path.relative(dir, file), digest.digest('hex')];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

describe('buildSearchIndex', () => {
  it('writes the same files from the same site, and no interface that nobody uses', async () => {
    const first = await digests(outDir);
    expect(
      Object.keys(first).filter((file) => /pagefind-(ui|modular|component|highlight)/.test(file)),
    ).toEqual([]);
    await buildSearchIndex({ outDir, basePath: BASE });
    expect(await digests(outDir)).toEqual(first);
  });

  it('makes an index of no documents', async () => {
    const empty = await writeSampleSite([], {});
    await buildSearchIndex({ outDir: empty, basePath: '/' });
    const { api } = await loadSearchApi(empty);
    expect((await api.search('磨课')).total).toBe(0);
    await rm(empty, { recursive: true });
  });

  const breakages: Array<[string, (dir: string, file: string) => Promise<void>, RegExp]> = [
    ['a missing page', (_, file) => rm(file), /发现没有页面.*应为.*改法：/s],
    [
      'a page of another kind',
      (_, file) => writeFile(file, '<p>空</p>'),
      /没有 <article data-document>.*改法：/s,
    ],
    ['no list', (dir) => rm(path.join(dir, 'api/documents.json')), /发现没有.*documents\.json.*改法：/s],
    [
      'a list of something else',
      (dir) => writeFile(path.join(dir, 'api/documents.json'), '[{}]'),
      /第 1 项：发现没有 id，应为文字/,
    ],
  ];
  it.each(breakages)('says what is wrong with %s', async (_, damage, message) => {
    const [document] = makeSampleDocuments(1);
    const dir = await writeSampleSite(document ? [document] : [], {});
    await damage(dir, path.join(dir, document?.entry.id ?? '', 'index.html'));
    const building = buildSearchIndex({ outDir: dir, basePath: '/' });
    await expect(building).rejects.toThrow(SearchIndexError);
    await expect(building).rejects.toThrow(message);
    await rm(dir, { recursive: true });
  });

  it('says when the base path is another', async () => {
    await expect(buildSearchIndex({ outDir, basePath: '/other/' })).rejects.toThrow(
      /不在网站根路径 \/other\/ 之下/,
    );
  });
});
