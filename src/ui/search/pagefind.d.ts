/** Pagefind's own browser code, bundled into `/search/api.js` by scripts/search-index/bundle-api.ts. */
declare module 'virtual:pagefind' {
  import type { PagefindHit } from './pagefind-index.ts';
  /** One index, without Pagefind's worker and merging around it; as far as we use it. */
  export class PagefindInstance {
    constructor(options: { basePath: string; primary: boolean });
    /** Loads what every search needs. */
    init(language: string, options: { load_wasm: boolean }): Promise<void>;
    search(term: string): Promise<{ results: PagefindHit[] }>;
  }
}
