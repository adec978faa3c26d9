import type { APIContext } from 'astro';
import { COLLECTIONS, type Collection } from '../../core/collections.ts';
import { collectionFeed, documentsFeed } from '../../site/feeds.ts';
import { getSite } from '../../site/library.ts';
import { siteConfig } from '../../site.config.ts';

export function getStaticPaths() {
  return COLLECTIONS.map((collection) => ({ params: { collection }, props: { collection } }));
}

/** The newest documents of a collection as RSS. */
export async function GET({ props, site }: APIContext<{ collection: Collection }>): Promise<Response> {
  const { documents } = await getSite();
  const own = documents.filter(({ collection }) => collection === props.collection);
  return documentsFeed(collectionFeed(props.collection), own, site?.href ?? siteConfig.url);
}
