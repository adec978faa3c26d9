/** What a sitemap lists: pages that don't ask search engines to stay away, as redirects and error pages do, and their days. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { SitemapItem } from '@astrojs/sitemap';
import { pageDates } from './sitemap-dates.ts';

/** A page that only leads on is smaller than this; a larger one need not be read. */
const SMALL = 4096;
const COMPARISON = /\/(?:changes|against-plan)\/$/;
/** Large, and for the office alone. */
const INSPECTION = 'inspection/';

/** What to give to the sitemap's writer for the built site in `folder`, and what to do when it has written. */
export interface ListedPages {
  filter: (url: string) => boolean;
  serialize: (item: SitemapItem) => SitemapItem;
  /** The sitemap's writer adds a time to each day, in another time zone: no source says one. A day alone is valid too. */
  writePlainDays: () => void;
}

export function listedPages(folder: URL, base: string): ListedPages {
  const dates = pageDates(folder, base);
  return {
    filter: (url) => {
      const { pathname } = new URL(url);
      // The pages of numbers lead on, or say that the library lacks the document; comparisons say again what documents say.
      if (pathname === base + INSPECTION || pathname.startsWith(`${base}n/`) || COMPARISON.test(pathname))
        return false;
      const file = new URL(`${pathname.slice(base.length)}index.html`, folder);
      return statSync(file).size > SMALL || !readFileSync(file, 'utf8').includes('content="noindex"');
    },
    serialize: (item) => {
      const lastmod = dates(item.url);
      return lastmod === undefined ? item : { ...item, lastmod };
    },
    writePlainDays: () => {
      for (const name of readdirSync(folder).filter((file) => /^sitemap.*\.xml$/.test(file))) {
        const file = new URL(name, folder);
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('T00:00:00.000Z</lastmod>', '</lastmod>'));
      }
    },
  };
}
