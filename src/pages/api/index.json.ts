import type { APIContext } from 'astro';
import { API_FILES, type Catalogue } from '../../schema/api.ts';
import { getSite } from '../../site/library.ts';
import { link } from '../../site/urls.ts';
import { siteConfig } from '../../site.config.ts';

// A build asks the program which of the reads that an earlier one noted give something else today: see READS_COMPONENT.
export { digestsOfReads } from '../../site/watched-site.ts';

/** What data the site has, and where each file's description lies. */
export async function GET({ site }: APIContext): Promise<Response> {
  const absolute = (path: string): string => new URL(link(path), site).href;
  const catalogue: Catalogue = {
    title: siteConfig.name,
    description: siteConfig.description,
    url: absolute(''),
    asOf: (await getSite()).asOf.day || null,
    files: API_FILES.map(({ name, title, description }) => ({
      ...{ name, title, description },
      url: absolute(`api/${name}.json`),
      schema: absolute(`api/schema/${name}.json`),
    })),
  };
  return Response.json(catalogue);
}
