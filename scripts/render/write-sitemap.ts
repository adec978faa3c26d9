/** Writes the sitemap of a built site with @astrojs/sitemap, for the pages are not made by Astro's own build. */
import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig, AstroIntegrationLogger, HookParameters } from 'astro';
import { listedPages } from '../build/listed-pages.ts';
import type { SiteAddress } from './page-program.ts';

/** The sitemap did not come about: a fault of the program. */
class SitemapFault extends Error {
  override readonly name = 'SitemapFault';
}

/** The integration reports faults to a logger and goes on: here they end the build. */
const STRICT = {
  info: () => undefined,
  debug: () => undefined,
  warn: fail,
  error: fail,
} as unknown as AstroIntegrationLogger;

function fail(message: string): never {
  throw new SitemapFault(message);
}

/** Lists `pages`, addresses without the base path, in the sitemap of the site in `outDir`. */
export async function writeSitemap(
  outDir: string,
  pages: readonly string[],
  { siteUrl, base }: SiteAddress,
): Promise<void> {
  const dir = pathToFileURL(`${outDir}/`);
  const listed = listedPages(dir, base);
  const { hooks } = sitemap({ filter: listed.filter, serialize: listed.serialize });
  // The parts that the hooks read; Astro would hand them the same.
  const config = { site: siteUrl, base, trailingSlash: 'always', build: { format: 'directory' } };
  await hooks['astro:config:done']?.({
    config: config as unknown as AstroConfig,
  } as HookParameters<'astro:config:done'>);
  await hooks['astro:routes:resolved']?.({
    routes: [],
    logger: STRICT,
  } as unknown as HookParameters<'astro:routes:resolved'>);
  await hooks['astro:build:done']?.({
    dir,
    pages: pages
      .map((pathname) => ({ pathname: pathname.replace(/^\/+|\/+$/g, '') }))
      .map(({ pathname }) => ({ pathname: pathname === '' ? '' : `${pathname}/` })),
    logger: STRICT,
  } as unknown as HookParameters<'astro:build:done'>);
  listed.writePlainDays();
}
