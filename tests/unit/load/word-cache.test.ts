import { rm } from 'node:fs/promises';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { cachedWordFile, wordCacheFile } from '../../../src/load/word-cache-fs.ts';

test('a Word file is made again only when what it is made from changes', async () => {
  const name = `test ${process.pid}`;
  onTestFinished(() => rm(wordCacheFile(name), { force: true }));
  const made: string[] = [];
  const make = (label: string) => async () => {
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
