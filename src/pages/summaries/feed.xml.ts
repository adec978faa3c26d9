import type { APIContext } from 'astro';
import { collectionFeed, documentsFeed } from '../../site/feeds.ts';
import { getSite } from '../../site/library.ts';
import { siteConfig } from '../../site.config.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const { documents } = await getSite();
  const own = documents.filter(({ collection }) => collection === 'summaries');
  return documentsFeed(collectionFeed('summaries'), own, site?.href ?? siteConfig.url);
}
