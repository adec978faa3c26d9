import type { APIContext } from 'astro';
import { collectionDocumentsFeed } from '../../site/feeds.ts';
import { getSite } from '../../site/library.ts';
import { siteConfig } from '../../site.config.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  return collectionDocumentsFeed('policies', await getSite(), site?.href ?? siteConfig.url);
}
