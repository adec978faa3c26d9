/** What a teacher should see first: queries over tests/support/golden-library.ts with the order of their hits. */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSearchIndex } from '../../scripts/build-search-index.ts';
import { GOLDEN_LIBRARY } from '../support/golden-library.ts';
import { writeSampleSite } from '../support/sample-site.ts';
import { loadSearchApi } from '../support/search-api.ts';

let outDir = '';

beforeAll(async () => {
  outDir = await writeSampleSite(GOLDEN_LIBRARY, {});
  await buildSearchIndex({ outDir, basePath: '/' });
});
afterAll(() => rm(outDir, { recursive: true, force: true }));
afterEach(() => vi.unstubAllGlobals());

async function order(query: string, sort?: 'date' | 'date-asc'): Promise<string[]> {
  const { api } = await loadSearchApi(outDir);
  const { results } = await api.search(query, sort ? { sort } : {});
  const all = await Promise.all(results.map((result) => result.data()));
  return all.map((data) => data.documentId);
}

describe('the order of hits', () => {
  it.each<[query: string, why: string, expected: string[]]>([
    [
      '磨课',
      'title, title of what is repealed, heading, often, once by date, without date, once in what is repealed',
      [
        'policies/moke',
        'policies/moke-repealed',
        'plans/2012',
        'summaries/2011',
        'summaries/2012',
        'plans/2011',
        'plans/undated',
        'policies/suzhi-2008',
      ],
    ],
    ['云教发〔2010〕65号', 'the document itself, then who cites it', ['policies/moke', 'summaries/2011']],
    ['云教发［2009］67 号', 'brackets don’t matter', ['policies/changgui', 'plans/2012']],
    ['教学常规', 'title, heading, text', ['policies/changgui', 'plans/2012', 'summaries/2012']],
    ['综合素质评价', 'what holds before what was repealed', ['policies/suzhi-2013', 'policies/suzhi-2008']],
    ['工作总结', 'of equals the newest', ['summaries/2012', 'summaries/2011']],
    ['工作计划', 'of equals the newest, without date last', ['plans/2012', 'plans/2011', 'plans/undated']],
    ['2012年工作', 'in both titles, the newest', ['summaries/2012', 'plans/2012']],
    ['磨课 合格课', 'both in a heading before both in the text', ['plans/2012', 'plans/2011']],
    ['作业批改', 'only there', ['policies/changgui']],
    ['标题:磨课', 'in titles alone', ['policies/moke', 'policies/moke-repealed']],
    ['磨课 标题:工作总结', 'a title and a word', ['summaries/2011', 'summaries/2012']],
    [
      '文号:云教发',
      'own numbers alone, what holds first, then the newest',
      [
        'policies/suzhi-2013',
        'policies/moke',
        'policies/changgui',
        'policies/suzhi-2008',
        'policies/moke-repealed',
      ],
    ],
    ['文号:云教发2009第67號', 'a number in any disguise', ['policies/changgui']],
    ['文号:65', 'a part of a number', ['policies/moke']],
    ['文号:云教发〔2010〕6', 'the beginning of a number', ['policies/moke']],
    ['文号:云教发〔2010〕6号', 'another number', []],
  ])('%s: %s', async (query, _, expected) => {
    expect(await order(query)).toEqual(expected);
  });

  it('is the same whatever was loaded before', async () => {
    const queries = ['磨课', '组织磨课', '依据云教发', '教学常规检查', '磨课 合格课', '课记录已归'];
    const { api: warm } = await loadSearchApi(outDir);
    const ask = async (api: typeof warm, query: string): Promise<string[]> =>
      (await api.search(query)).results.map(({ id }) => id);
    for (const query of [...queries, ...queries]) await ask(warm, query);
    for (const query of queries) {
      const { api: cold } = await loadSearchApi(outDir);
      expect([query, await ask(warm, query)]).toEqual([query, await ask(cold, query)]);
    }
  });

  it('by date has the newest or the oldest first, and those without date last', async () => {
    const newest = ['summaries/2012', 'plans/2012', 'summaries/2011', 'plans/2011', 'policies/moke'];
    expect((await order('磨课', 'date')).slice(0, 5)).toEqual(newest);
    expect((await order('磨课', 'date')).at(-1)).toBe('plans/undated');
    expect((await order('磨课', 'date-asc')).slice(0, 2)).toEqual([
      'policies/moke-repealed',
      'policies/suzhi-2008',
    ]);
    expect((await order('磨课', 'date-asc')).at(-1)).toBe('plans/undated');
  });
});
