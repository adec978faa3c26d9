import type { APIContext } from 'astro';
import { ALL_FEED, documentsFeed } from '../site/feeds.ts';
import { getSite } from '../site/library.ts';
import { siteConfig } from '../site.config.ts';

/** The newest documents as RSS. A document without any date of its own carries none: no date is made up for it. */
export async function GET({ site }: APIContext): Promise<Response> {
  const { documents } = await getSite();
  return documentsFeed(ALL_FEED, documents, site?.href ?? siteConfig.url);
}
