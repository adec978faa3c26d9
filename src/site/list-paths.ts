import type { Collection } from '../core/collections.ts';
import type { LibraryDocument } from '../core/library.ts';
import { furtherPages } from '../core/list-pages.ts';
import { getSite } from './library.ts';

/** Static paths of the further pages of a collection's list. */
export async function collectionPages(collection: Collection) {
  const { documents } = await getSite();
  const own = documents.filter((document) => document.collection === collection);
  return furtherPages(own.length).map((page) => ({ params: { page: String(page) }, props: { page } }));
}

/** The further pages of each list, of those that `belongs` gives it, with the list's own parameters. */
function pagesOf<Key extends string, Value>(
  key: Key,
  lists: Iterable<readonly [value: Value, slug: string]>,
  documents: readonly LibraryDocument[],
  belongs: (document: LibraryDocument, value: Value) => boolean,
) {
  return [...lists].flatMap(([value, slug]) =>
    furtherPages(documents.filter((document) => belongs(document, value)).length).map((page) => ({
      params: { [key]: slug, page: String(page) } as Record<Key | 'page', string>,
      props: { value, page },
    })),
  );
}

/** Static paths of the further pages of issuers. */
export async function issuerPages() {
  const { documents, issuerSlugs } = await getSite();
  return pagesOf('issuer', issuerSlugs, documents, ({ issuer }, name) => issuer === name);
}

/** Static paths of the further pages of topics. */
export async function topicPages() {
  const { documents, topicSlugs } = await getSite();
  return pagesOf('topic', topicSlugs, documents, ({ topics }, name) => topics.includes(name));
}

/** Static paths of the further pages of years. */
export async function yearPages() {
  const { documents } = await getSite();
  const years = [...new Set(documents.flatMap((document) => document.years))];
  const lists = years.map((year) => [year, String(year)] as const);
  return pagesOf('year', lists, documents, (document, year) => document.years.includes(year));
}
