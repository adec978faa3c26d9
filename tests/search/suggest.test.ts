import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSearchIndex } from '../../scripts/build-search-index.ts';
import { unpackTerms } from '../../src/search/suggest-terms.ts';
import { suggest } from '../../src/ui/search/suggest.ts';
import { makeSampleDocuments, writeSampleSite } from '../support/sample-site.ts';
import { loadSearchApi } from '../support/search-api.ts';

const BASE = '/wenku/';
let outDir = '';

beforeAll(async () => {
  outDir = await writeSampleSite(makeSampleDocuments(60, BASE), {});
  await buildSearchIndex({ outDir, basePath: BASE });
});
afterAll(() => rm(outDir, { recursive: true, force: true }));
afterEach(() => vi.unstubAllGlobals());

describe('suggestions of a built index', () => {
  it('find as many documents as they say', async () => {
    const { api } = await loadSearchApi(outDir);
    const terms = unpackTerms(JSON.parse(await readFile(path.join(outDir, 'search/suggest.json'), 'utf8')));
    expect(terms.length).toBeGreaterThan(30);
    for (const { text, documents } of terms) expect([text, await api.count(text)]).toEqual([text, documents]);
  });

  it('lead from pinyin to a term, and load one small file for all queries', async () => {
    const { api, requests } = await loadSearchApi(outDir);
    for (const query of ['mk', 'MOKE', '磨', '教学 mk']) {
      const [first] = await api.suggestTerms(query);
      expect(first?.text).toBe('磨课');
    }
    expect(requests).toEqual(['search/suggest.json']);
  });

  it('are none while their file does not load, and come when it does', async () => {
    let broken = true;
    const { api } = await loadSearchApi(outDir, (url) =>
      broken && url.endsWith('suggest.json') ? new Response('', { status: 503 }) : undefined,
    );
    await expect(api.suggestTerms('mk')).rejects.toThrow();
    broken = false;
    expect(await api.suggestTerms('mk')).not.toEqual([]);
  });

  it('count what a search finds, with filters too', async () => {
    const { api } = await loadSearchApi(outDir);
    const filters = { type: ['plans'], year: ['2005', '2008'] };
    for (const query of ['磨课', '磨课 校本教研', '磨课 -校本教研', '教', '没有这样的字句', '']) {
      expect(await api.count(query)).toBe((await api.search(query)).total);
      expect(await api.count(query, filters)).toBe((await api.search(query, { filters })).total);
    }
  });

  it('tell what sounds or looks like a word that stands nowhere', async () => {
    const { api } = await loadSearchApi(outDir);
    const near = async (q: string): Promise<string[]> => {
      const found = await suggest({ q, filters: {}, sort: 'relevance' }, api.count, {
        tables: api.loadNearTables,
      });
      return found.map(({ reason, state }) => `${reason} ${state.q}`);
    };
    expect(await near('模课')).toContain('读音相近 磨课');
    expect(await near('教言员')).toContain('读音相近 教研员');
    expect(await near('深人推进课堂教学改革')).toEqual(['字形相近 深入推进课堂教学改革']);
    expect(await near('jxcg')).toContain('拼音相符 教学常规');
  });

  it('bring no pinyin dictionary to the browser', async () => {
    const files = (await readdir(path.join(outDir, 'search'))).filter((name) => name.endsWith('.js'));
    expect(files).toContain('api.js');
    for (const name of files) {
      const code = await readFile(path.join(outDir, 'search', name), 'utf8');
      expect([name, /zhōng|pinyin-pro/.test(code)]).toEqual([name, false]);
    }
  });
});
