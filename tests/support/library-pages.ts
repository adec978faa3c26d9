/** Three libraries of one host, the first with the search page, which offers a fourth that isn't there as well. */
import path from 'node:path';
import { serveStatic } from '../../scripts/serve-static.ts';
import { documentsAt, makeLibrarySites } from './library-sites.ts';
import { buildPages, type SearchSite } from './search-site.ts';

export const NEIGHBOURS = [
  { name: '鹤鸣区教研文库', path: '/heming/' },
  { name: '清溪区教研文库', path: '/qingxi/' },
  { name: '栖霞区教研文库', path: '/qixia/' },
];

/** Builds and serves them; `documents` are those of all. */
export async function openLibraryPages(): Promise<SearchSite> {
  const sites = await makeLibrarySites(() => '/');
  await buildPages(path.join(sites.root, 'yunling'), '/yunling/', NEIGHBOURS);
  const server = await serveStatic(sites.root, { port: 0, basePath: '/' });
  const close = async (): Promise<void> => {
    await server.close();
    await sites.remove();
  };
  return { url: `${server.url}yunling/`, documents: documentsAt('/'), close };
}
