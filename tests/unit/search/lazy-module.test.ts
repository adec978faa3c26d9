import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { lazyModule } from '../../../src/ui/search/lazy-module.ts';

it('loads a module once, and tries again after it failed to load', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'lazy-module-'));
  const file = path.join(dir, 'late.mjs');
  const load = lazyModule<{ value: number }>(pathToFileURL(file));
  await expect(load()).rejects.toThrow();
  await writeFile(file, 'export const value = 1;');
  const loaded = await load();
  expect(loaded.value).toBe(1);
  expect(await load()).toBe(loaded);
  await rm(dir, { recursive: true });
});
