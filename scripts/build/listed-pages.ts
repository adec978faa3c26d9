/** Which pages a sitemap lists: those that don't ask search engines to stay away, as redirects and error pages do. */
import { readFileSync, statSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** A page that only leads on is smaller than this; a larger one need not be read. */
const SMALL = 4096;

const COMPARISON = /\/(?:changes|against-plan)\/$/;

/** An integration that has to come before the sitemap's, and the filter to give to that. */
export function listedPages(base: string): {
  integration: AstroIntegration;
  filter: (url: string) => boolean;
} {
  let folder: URL | undefined;
  return {
    integration: {
      name: 'listed-pages',
      hooks: {
        'astro:build:done': ({ dir }) => {
          folder = dir;
        },
      },
    },
    filter: (url) => {
      const { pathname } = new URL(url);
      // The pages of numbers lead on, or say that the library lacks the document; comparisons say again what documents say.
      if (pathname.startsWith(`${base}n/`) || COMPARISON.test(pathname)) return false;
      const file = new URL(`${pathname.slice(base.length)}index.html`, folder);
      return statSync(file).size > SMALL || !readFileSync(file, 'utf8').includes('content="noindex"');
    },
  };
}
