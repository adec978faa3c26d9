/** What a sitemap lists: pages that don't ask search engines to stay away, as redirects and error pages do, and their days. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { type PageDates, pageDates } from './sitemap-dates.ts';

/** A page that only leads on is smaller than this; a larger one need not be read. */
const SMALL = 4096;
const COMPARISON = /\/(?:changes|against-plan)\/$/;
/** Large, and for the office alone. */
const INSPECTION = 'inspection/';

/** An integration that has to come before the sitemap's, the filter and the dates to give to that, and one to come after it. */
export function listedPages(base: string): {
  integration: AstroIntegration;
  plainDays: AstroIntegration;
  filter: (url: string) => boolean;
  serialize: (item: SitemapItem) => SitemapItem;
} {
  let folder: URL | undefined;
  let dates: PageDates | undefined;
  return {
    integration: {
      name: 'listed-pages',
      hooks: {
        'astro:build:done': ({ dir }) => {
          folder = dir;
        },
      },
    },
    plainDays: { name: 'plain-days', hooks: { 'astro:build:done': ({ dir }) => writePlainDays(dir) } },
    filter: (url) => {
      const { pathname } = new URL(url);
      // The pages of numbers lead on, or say that the library lacks the document; comparisons say again what documents say.
      if (pathname === base + INSPECTION || pathname.startsWith(`${base}n/`) || COMPARISON.test(pathname))
        return false;
      const file = new URL(`${pathname.slice(base.length)}index.html`, folder);
      return statSync(file).size > SMALL || !readFileSync(file, 'utf8').includes('content="noindex"');
    },
    serialize: (item) => {
      if (!folder) return item;
      dates ??= pageDates(folder, base);
      const lastmod = dates(item.url);
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  };
}

/** The sitemap's writer adds a time to each day, in another time zone: no source says one. A day alone is valid too. */
function writePlainDays(dir: URL): void {
  for (const name of readdirSync(dir).filter((file) => /^sitemap.*\.xml$/.test(file))) {
    const file = new URL(name, dir);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('T00:00:00.000Z</lastmod>', '</lastmod>'));
  }
}
