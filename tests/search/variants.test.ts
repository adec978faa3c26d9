import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Converter } from 'opencc-js';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSearchIndex } from '../../scripts/build-search-index.ts';
import type { ResultData } from '../../src/ui/search/result.ts';
import { suggest } from '../../src/ui/search/suggest.ts';
import { makeSampleDocuments, type SampleDocument, writeSampleSite } from '../support/sample-site.ts';
import { type LoadedApi, loadSearchApi, type SearchApi } from '../support/search-api.ts';

const BASE = '/wenku/';
const TABLE = 'search/variants.json';
const ordinary = makeSampleDocuments(12, BASE);

/** A document of the fictional office; its text as it would be printed. */
function write(name: string, title: string, docNumber: string, body: string): SampleDocument {
  const [first] = ordinary;
  if (!first) throw new Error('no sample');
  const id = `plans/${name}`;
  const entry = { ...first.entry, id, url: `${BASE}${id}/`, title, docNumber };
  return { entry, facts: [['发文字号', docNumber]], body, notes: '' };
}

const traditional = write(
  'traditional',
  '雲嶺區教研室關於教學研究的工作計畫',
  '雲教研字〔2011〕4號',
  '<p id="p1">隨著課程改革的深入，各校應當<strong>瞭解學</strong>生特徵，徵求教師意見。</p><p>學者名著。</p>',
);
const simplified = write(
  'simplified',
  '云岭区教研室关于教学研究的工作计划',
  '云教研字〔2012〕5号',
  '<p id="p1">随着课程改革的深入，各校应当了解学生特征，征求教师意见。</p><p>学者名著，以后再议。</p>',
);
const bystander = write('bystander', '云岭区教研室听课记录', '云教研字〔2013〕6号', '<p>著作与瞭望。</p>');

const documents = [...ordinary, traditional, simplified, bystander];
const numbers = {
  '云教研字〔2012〕5号': { url: simplified.entry.url, held: true },
  '云岭教发〔2009〕67号': { url: `${BASE}n/云岭教发〔2009〕67号/`, held: false },
};
const BOTH = ['plans/simplified', 'plans/traditional'];
let outDir = '';

beforeAll(async () => {
  outDir = await writeSampleSite(documents, numbers);
  await buildSearchIndex({ outDir, basePath: BASE });
});
afterAll(() => rm(outDir, { recursive: true, force: true }));
afterEach(() => vi.unstubAllGlobals());

async function results(api: SearchApi, query: string): Promise<ResultData[]> {
  const answer = await api.search(query);
  return await Promise.all(answer.results.map((result) => result.data()));
}

const ids = (all: readonly ResultData[]): string[] => all.map(({ documentId }) => documentId).sort();

const tables = ({ requests }: LoadedApi): string[] => requests.filter((file) => file === TABLE);

describe('traditional and simplified', () => {
  it.each([
    ...['教学研究', '教學研究', '教學研究', '关于教学', '關於教學', '学', '學', '关于', '關於'],
    ...['随着课程改革', '隨著課程改革', '了解学生特征', '瞭解學生特徵', '征求教师', '徵求教師', '工作計畫'],
    ...['学者名著', '學者名著', '課程 瞭解', '"教學研究 的工作"', '教學 -听课'],
  ])('%s finds both documents', async (query) => {
    const { api } = await loadSearchApi(outDir);
    const found = await results(api, query);
    expect(ids(found)).toEqual(expect.arrayContaining(BOTH));
    expect(new Set(ids(found)).size).toBe(found.length);
    for (const data of found) expect(data.excerpt).toContain('<mark>');
  });

  it('find nothing that neither says', async () => {
    const { api } = await loadSearchApi(outDir);
    for (const query of ['學究', '教學計畫', '聽評', '關於听课'])
      expect((await api.search(query)).total).toBe(0);
  });

  it('leave out what is excluded, however it is written', async () => {
    const { api } = await loadSearchApi(outDir);
    for (const query of ['教学研究 -瞭解學生', '教學研究 -瞭解學生', '教學研究 -了解學生']) {
      const left = ids(await results(api, query));
      expect(left.filter((id) => BOTH.includes(id))).toEqual([]);
    }
  });

  it('do not make ordinary text inexact', async () => {
    const { api } = await loadSearchApi(outDir);
    expect(ids(await results(api, '著作'))).toEqual(['plans/bystander']);
    expect(ids(await results(api, '瞭望'))).toEqual(['plans/bystander']);
    expect((await api.search('着作')).total).toBe(0);
    expect((await api.search('了望')).total).toBe(0);
    expect(ids(await results(api, '名著'))).toEqual(BOTH);
  });

  it('show the text as it is printed, marked', async () => {
    const { api } = await loadSearchApi(outDir);
    const found = new Map((await results(api, '瞭解學生')).map((data) => [data.documentId, data]));
    expect(found.get('plans/traditional')?.excerpt).toContain('<mark>瞭解學生</mark>特徵');
    expect(found.get('plans/simplified')?.excerpt).toContain('<mark>了解学生</mark>特征');
    const titled = new Map((await results(api, '教学研究')).map((data) => [data.documentId, data]));
    expect(titled.get('plans/traditional')?.titleHtml).toContain('關於<mark>教學研究</mark>');
    expect(titled.get('plans/traditional')?.href).toContain(`?hl=${encodeURIComponent('教学研究')}`);
    expect(titled.get('plans/simplified')?.titleHtml).toContain('<mark>教学研究</mark>');
  });

  it('rank alike: the title counts in either', async () => {
    const { api } = await loadSearchApi(outDir);
    const order = async (query: string): Promise<string[]> =>
      (await results(api, query)).map(({ documentId }) => documentId);
    expect((await order('教学研究')).slice(0, 2).sort()).toEqual(BOTH);
    expect(await order('教學研究')).toEqual(await order('教学研究'));
  });

  it('lead to the same document number', async () => {
    const { api } = await loadSearchApi(outDir);
    expect(await api.findNumber('雲教研字〔2012〕5號')).toMatchObject({
      canonical: '云教研字〔2012〕5号',
      held: true,
    });
    expect(await api.findNumber('雲嶺教發[2009]67號')).toMatchObject({
      url: expect.stringContaining('云岭教发'),
    });
    expect(ids(await results(api, '云教研字〔2011〕4号'))).toContain('plans/traditional');
    expect(ids(await results(api, '雲教研字〔2012〕5號'))).toContain('plans/simplified');
  });

  it('agree on whatever the sample documents say, as OpenCC would convert it', async () => {
    const { api } = await loadSearchApi(outDir);
    const phrases =
      '课程方案|教育教学质量|听课|总结|关于开展磨课活动的通知|质量监测体系|教师专业素养|执行'.split('|');
    for (const to of ['t', 'tw', 'hk'] as const) {
      const convert = Converter({ from: 'cn', to });
      for (const phrase of phrases) {
        const found = ids(await results(api, phrase));
        expect(found.length).toBeGreaterThan(0);
        expect([phrase, ids(await results(api, convert(phrase)))]).toEqual([phrase, found]);
      }
    }
  });
});

describe('a query of which nobody can tell whether it is traditional', () => {
  it('is literal, and offered as simplified when it finds nothing', async () => {
    const { api } = await loadSearchApi(outDir);
    const count = async (query: string): Promise<number> => (await api.search(query)).total;
    expect(await count('瞭解学生特征')).toBe(0);
    const [first] = await suggest({ q: '瞭解学生特征', filters: {}, sort: 'relevance' }, count);
    expect(first).toMatchObject({ reason: '简化字写法', state: { q: '了解学生特征' }, total: 2 });
  });
});

describe('the table of variants', () => {
  it('is loaded for a query with such characters, once, and never else', async () => {
    const loaded = await loadSearchApi(outDir);
    const { api } = loaded;
    for (const query of [
      '教学研究',
      '磨课 -听课',
      '二〇一一年',
      '著作',
      '云教发〔2009〕67号',
      '乾坤',
      '瞭解',
      '𠮷田',
    ]) {
      await results(api, query);
      await api.findNumber(query);
    }
    expect(tables(loaded)).toEqual([]);
    await results(api, '教學');
    await results(api, '課程');
    expect(tables(loaded)).toEqual([TABLE]);
  });

  it('does not weigh on documents that need none', async () => {
    const loaded = await loadSearchApi(outDir);
    await results(loaded.api, '教学研究的工作');
    const fragments = loaded.requests.filter((file) => file.endsWith('.pf_fragment'));
    const texts = await Promise.all(
      fragments.map(async (file) => gunzipSync(await readFile(path.join(outDir, file))).toString('utf8')),
    );
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text.includes('"variants"')).toBe(text.includes('雲嶺'));
    expect(texts.join('')).toContain('學学');
  });

  it('is made of what concerns this library', async () => {
    const table: string = JSON.parse(await readFile(path.join(outDir, TABLE), 'utf8'));
    expect(table).toContain('學学');
    expect(table).not.toContain('龜');
    expect(table.length).toBeLessThan(1200);
  });

  it('that does not load is a search that failed, and is loaded by the next', async () => {
    let broken = true;
    const { api } = await loadSearchApi(outDir, (url) =>
      broken && url.endsWith(TABLE) ? new Response('', { status: 503 }) : undefined,
    );
    expect((await api.search('教学')).total).toBeGreaterThan(0);
    await expect(api.search('教學')).rejects.toThrow('检索没有成功');
    await expect(api.findNumber('雲教研字〔2012〕5號')).rejects.toThrow('检索没有成功');
    broken = false;
    expect((await api.search('教學')).total).toBe((await api.search('教学')).total);
  });
});
