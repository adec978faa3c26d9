import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { cacheRoot } from '../../../src/load/cache-root.ts';
import { cachedWordFile, wordCacheFile } from '../../../src/load/word-cache-fs.ts';

test('a Word file is made again only when what it is made from changes', async () => {
  const name = `test ${process.pid}`;
  onTestFinished(() => rm(wordCacheFile(name), { force: true }));
  const made: string[] = [];
  const make = (label: string) => () => {
    made.push(label);
    return new TextEncoder().encode(label);
  };
  const text = async (parts: (string | Uint8Array)[], label: string) =>
    new TextDecoder().decode(await cachedWordFile(name, parts, make(label)));
  expect(await text(['甲', '乙'], 'first')).toBe('first');
  expect(await text(['甲', '乙'], 'second')).toBe('first');
  // The same characters in other parts, and other bytes of a picture, are something else.
  expect(await text(['甲乙', ''], 'third')).toBe('third');
  expect(await text(['甲乙', '', new Uint8Array([1])], 'fourth')).toBe('fourth');
  expect(made).toEqual(['first', 'third', 'fourth']);
});

test('a file that was cut short or changed in the cache is made again', async () => {
  const name = `damaged ${process.pid}`;
  onTestFinished(() => rm(wordCacheFile(name), { force: true }));
  const whole = new TextEncoder().encode('云岭区教研室'.repeat(100));
  const get = async () => Buffer.from(await cachedWordFile(name, ['甲'], () => whole));
  await get();
  const kept = await readFile(wordCacheFile(name));
  const changed = Buffer.from(kept);
  changed[200] = 0;
  for (const damaged of [kept.subarray(0, 300), kept.subarray(0, 40), Buffer.alloc(0), changed]) {
    await writeFile(wordCacheFile(name), damaged);
    expect((await get()).equals(whole)).toBe(true);
    expect((await readFile(wordCacheFile(name))).equals(kept)).toBe(true);
  }
});

test('threads that make the same file at once each get their own, and leave one that is whole', async () => {
  const name = `threads ${process.pid}`;
  onTestFinished(() => rm(wordCacheFile(name), { force: true }));
  const program = new URL('../../support/word-cache-worker.ts', import.meta.url);
  const results = await Promise.all(
    ['甲', '乙', '丙', '丁'].map(
      (letter) =>
        new Promise<string>((resolve, reject) => {
          const worker = new Worker(program, { workerData: { name, letter, rounds: 40 } });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  expect(results).toEqual(['甲', '乙', '丙', '丁'].map((letter) => `40 × ${letter}`));
  // No draft is left beside it.
  const file = wordCacheFile(name);
  const beside = await readdir(path.dirname(file));
  expect(beside.filter((entry) => entry.startsWith(path.basename(file)))).toEqual([path.basename(file)]);
});

test('caches lie below the project, or where WENKU_CACHE says', () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  const project = path.resolve('/project');
  vi.stubEnv('WENKU_CACHE', '');
  expect(cacheRoot(project)).toBe(path.join(project, 'node_modules/.cache'));
  vi.stubEnv('WENKU_CACHE', 'elsewhere');
  expect(cacheRoot(project)).toBe(path.join(project, 'elsewhere'));
  const absolute = path.resolve('/caches');
  vi.stubEnv('WENKU_CACHE', absolute);
  expect(cacheRoot(project)).toBe(absolute);
  expect(path.dirname(wordCacheFile('document'))).toBe(path.join(absolute, 'word'));
});
