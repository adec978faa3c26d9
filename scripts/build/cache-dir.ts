import { createHash } from 'node:crypto';
import type { SiteEnvironment } from './environment.ts';

/**
 * Folder of Astro's cache, below the project's root: one for each output folder, content folder and base path, so
 * that two builds never share a store.
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
  return `./node_modules/.cache/astro-${key}`;
}
