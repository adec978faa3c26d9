import { createHash } from 'node:crypto';
import path from 'node:path';
import { cacheRoot } from '../../src/load/cache-root.ts';
import type { SiteEnvironment } from './environment.ts';

/** Where builds and checks keep what saves time in the next; the variable WENKU_CACHE names another folder. */
export const CACHE_ROOT = cacheRoot(path.resolve(import.meta.dirname, '../..'));

/**
 * Folder of Astro's cache: one for each output folder, content folder and base path, so that two builds never share a
 * store.
 */
export function buildCacheDir({
  outDir,
  contentDir,
  base,
}: Omit<SiteEnvironment, 'siteUrl' | 'asOf'>): string {
  const key = createHash('sha256')
    .update(JSON.stringify([outDir, contentDir, base]))
    .digest('hex')
    .slice(0, 12);
  return path.join(CACHE_ROOT, `astro-${key}`);
}
