import { formatCitation } from '../core/citation-format.ts';
import type { Collection } from '../core/collections.ts';
import { formerAddresses } from '../core/former-addresses.ts';
import { getSite } from './library.ts';
import { link } from './urls.ts';

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

/**
 * Static paths of the pages that only lead on: former ids to their documents, and what addresses.yml says is gone to
 * the page that takes its place. `to` is root-relative.
 */
export async function redirectPaths() {
  const { pages, addresses } = await getSite();
  const former = [...formerAddresses([...pages.values()])].map(([id, document]) => ({
    params: { path: id },
    props: { to: document.url, title: formatCitation(document) },
  }));
  const gone = addresses.flatMap(({ path, to }) =>
    to === undefined
      ? []
      : { params: { path: path.slice(1, -1) }, props: { to: link(to.slice(1)), title: '接替它的网页' } },
  );
  return [...former, ...gone];
}
