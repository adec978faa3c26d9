import type { APIContext } from 'astro';
import { statusFeed } from '../../site/feeds.ts';
import { getSite } from '../../site/library.ts';
import { siteConfig } from '../../site.config.ts';

/** What was put in force, amended, repealed or lapsed, as of the library's day, as RSS. */
export async function GET({ site }: APIContext): Promise<Response> {
  return statusFeed(await getSite(), site?.href ?? siteConfig.url);
}
