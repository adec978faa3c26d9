/** Pagefind's own browser code, bundled into `/search/api.js` by scripts/build-search-index.ts. */
declare module 'virtual:pagefind' {
  import type { PagefindInstance } from './pagefind-index.ts';
  export function createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
}
