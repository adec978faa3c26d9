import { afterEach, expect, it, vi } from 'vitest';
import { SearchIndexError } from '../../../scripts/search-index/documents.ts';
import { loadRuntime, readRuntime } from '../../../scripts/search-index/pagefind-runtime.ts';

interface Given {
  readonly errors: readonly string[];
  readonly files: ReadonlyArray<{ readonly path: string; readonly content: Uint8Array }>;
}

const pagefind = vi.hoisted(() => ({ createIndex: vi.fn(), close: vi.fn() }));
vi.mock('pagefind', () => pagefind);
afterEach(() => vi.resetAllMocks());

const ENTRY = { path: 'pagefind-entry.json', content: Buffer.from('{"version":"1.5.2"}') };
const ENGINE = { path: 'wasm.unknown.pagefind', content: Uint8Array.of(1, 2) };

function give(files: Given): void {
  pagefind.createIndex.mockResolvedValue({ errors: [], index: { getFiles: async () => files } });
}

it('is the version and the engine that Pagefind gives', async () => {
  give({ errors: [], files: [ENGINE, ENTRY] });
  expect(await readRuntime()).toEqual({ version: '1.5.2', engine: ENGINE.content });
});

it.each<[string, Given, RegExp]>([
  ['reports errors', { errors: ['甲', '乙'], files: [] }, /^发现 Pagefind 报错（甲；乙），应为/],
  ['has no engine', { errors: [], files: [ENTRY] }, /^发现 Pagefind 没有给出 wasm\.unknown\.pagefind，应为/],
  ['has no entry', { errors: [], files: [ENGINE] }, /^发现 Pagefind 没有给出 pagefind-entry\.json，应为/],
])('tells the builder what to do when Pagefind %s', async (_what, files, message) => {
  give(files);
  const failure: unknown = await readRuntime().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SearchIndexError);
  const text = failure instanceof Error ? failure.message : '';
  expect(text).toMatch(message);
  expect(text).toMatch(/。\n改法：运行 npm ci /);
  expect(pagefind.close).toHaveBeenCalled();
});

it('tells the builder what to do when Pagefind does not start', async () => {
  pagefind.createIndex.mockRejectedValue(new Error('ENOENT'));
  await expect(readRuntime()).rejects.toThrow(
    /^发现 Pagefind 启动不了（ENOENT），应为.*\n改法：运行 npm ci /,
  );
});

it('is loaded once for all that want it, and anew after a failure', async () => {
  pagefind.createIndex.mockRejectedValueOnce(new Error('ENOENT'));
  await expect(loadRuntime()).rejects.toThrow('ENOENT');
  give({ errors: [], files: [ENGINE, ENTRY] });
  const [one, two] = await Promise.all([loadRuntime(), loadRuntime()]);
  expect(one).toBe(two);
  expect(pagefind.close).toHaveBeenCalledTimes(1);
});
