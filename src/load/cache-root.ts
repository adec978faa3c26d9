import path from 'node:path';

/**
 * Absolute path of the folder of all that a build keeps to save time in the next: WENKU_CACHE, or `node_modules/.cache`
 * of the project. It may be removed at any time; a build then makes everything again.
 */
export function cacheRoot(project: string): string {
  return path.resolve(project, process.env['WENKU_CACHE'] || 'node_modules/.cache');
}
