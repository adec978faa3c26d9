import { expect, it } from 'vitest';
import { type SearchApi, SearchRun } from '../../../src/ui/search/search-run.ts';
import type { SearchState } from '../../../src/ui/search/search-state.ts';
import type { SearchView } from '../../../src/ui/search/search-view.ts';

const STATE: SearchState = { q: '模课改革', filters: { year: ['2006'] }, sort: 'relevance' };

/** A view that keeps what it is told. */
function makeView(): { view: SearchView; shown: Map<string, unknown> } {
  const shown = new Map<string, unknown>();
  const view: Partial<SearchView> = {
    labels: new Map(),
    fill: (name, html) => void shown.set(name, html),
    announce: (text) => void shown.set('status', text),
    setPhase: (phase) => void shown.set('phase', phase),
    showError: (error) => void shown.set('failure', error),
    showNumber: () => undefined,
    showNotes: () => undefined,
    showResults: () => undefined,
    showFilters: () => undefined,
    showMore: () => undefined,
  };
  return { view: view as SearchView, shown };
}

it('still says that nothing was found when what is near cannot be counted', async () => {
  const { view, shown } = makeView();
  let counts = 0;
  const api: Partial<SearchApi> = {
    search: async () => ({ results: [], total: 0 }) as unknown as Awaited<ReturnType<SearchApi['search']>>,
    findNumber: async () => null,
    count: async () => {
      counts += 1;
      throw new Error('检索没有成功');
    },
    loadNearTables: async () => {
      throw new Error('检索没有成功');
    },
  };
  await new SearchRun(view, async () => api as SearchApi).search(STATE);
  expect(counts).toBeGreaterThan(0);
  expect(shown.get('failure')).toBeUndefined();
  expect(shown.get('phase')).toBe('done');
  expect(shown.get('status')).toBe('没有找到。');
  expect(shown.get('empty')).toContain('没有含有<b>模课改革</b>');
});

it('shows the hits when it cannot be found out where a number leads', async () => {
  const { view, shown } = makeView();
  const search = async (): Promise<unknown> => ({ total: 1, results: [{ id: '0', data: async () => ({}) }] });
  const findNumber = async (): Promise<never> => {
    throw new Error('检索没有成功');
  };
  const run = new SearchRun(view, async () => ({ search, findNumber }) as unknown as SearchApi);
  await run.search({ ...STATE, q: '云教发〔2006〕1号' });
  expect(shown.get('failure')).toBeUndefined();
  expect(shown.get('status')).toBe('找到 1 份文件。');
  expect(await run.destination()).toBeUndefined();
});

it('searches once more when the hits of a search do not load, for the site may have been published anew', async () => {
  const { view, shown } = makeView();
  let searches = 0;
  const search = async (): Promise<unknown> => {
    searches += 1;
    const data = async (): Promise<unknown> => {
      if (searches === 1) throw new Error('检索没有成功');
      return {};
    };
    return { total: 1, results: [{ id: '0', data }] };
  };
  const api = { search, findNumber: async () => null } as unknown as SearchApi;
  await new SearchRun(view, async () => api).search(STATE);
  expect(searches).toBe(2);
  expect(shown.get('failure')).toBeUndefined();
  expect(shown.get('status')).toBe('找到 1 份文件。');
});
