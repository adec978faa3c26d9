import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { getSite, newestFirst } from '../site/library.ts';
import { siteConfig } from '../site.config.ts';

const LENGTH = 50;

/** The newest documents as RSS. A document without any date of its own carries none: no date is made up for it. */
export async function GET(context: APIContext): Promise<Response> {
  const { documents } = await getSite();
  return rss({
    title: siteConfig.name,
    description: siteConfig.description,
    site: context.site ?? siteConfig.url,
    customData: '<language>zh-cn</language>',
    items: newestFirst(documents)
      .slice(0, LENGTH)
      .map(({ title, url, docNumber, issuer, kind, issuedOn, publishedOn }) => {
        const date = issuedOn ?? publishedOn;
        return {
          title,
          link: url,
          description: [docNumber, issuer, kind].filter(Boolean).join('，'),
          ...(date ? { pubDate: new Date(`${date}T00:00:00+08:00`) } : {}),
        };
      }),
  });
}
