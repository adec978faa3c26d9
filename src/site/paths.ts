import type { Collection } from '../core/collections.ts';
import { getSite } from './library.ts';

/** Static paths of the document pages of a collection; each page gets its document. */
export async function documentPaths(collection: Collection) {
  const { pages } = await getSite();
  return [...pages.values()]
    .filter((document) => document.collection === collection)
    .map((document) => ({
      params: { slug: document.id.slice(collection.length + 1) },
      props: { document },
    }));
}
