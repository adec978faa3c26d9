/** The whole text of one document, out of the index. */
import { compareByDate } from '../../search/facets.ts';
import { type DocumentEntry, fromFragment, type PageText } from '../../search/record.ts';
import { loadFragment } from './document-text.ts';
import type { SearchIndex } from './pagefind-index.ts';

/**
 * Loads the text of the document `id`. `documents` is the site's list of them, which tells its place in the index.
 * Rejects when there is no such document, or when index and list are not of the same build.
 */
export async function loadDocumentPage(
  index: SearchIndex,
  documents: readonly DocumentEntry[],
  id: string,
): Promise<PageText> {
  const order = [...documents].sort(compareByDate).findIndex((document) => document.id === id);
  const hit = index.all()[order];
  if (!hit) throw new Error(`no document ${id}`);
  const fragment = await loadFragment(hit);
  if (fragment.record.document.id !== id) throw new Error(`${hit.id} is not ${id}`);
  return fromFragment(fragment);
}
