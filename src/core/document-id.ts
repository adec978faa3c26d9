import type { Collection } from './collections.ts';
import { parseDocNumber } from './docnumber.ts';
import { docNumberSlug } from './slug.ts';

/**
 * The last part of a document's address: made from its number, or else from its file name.
 * ASCII by construction for a number; a file name is taken as it stands (the check refuses one that is not ASCII).
 */
export function documentSlug(file: string, docNumber: string | undefined): string {
  const parsed = docNumber ? parseDocNumber(docNumber) : undefined;
  if (parsed) return docNumberSlug(parsed);
  return (file.split('/').at(-1) ?? file).replace(/\.mdx?$/, '');
}

/** A document's id, unique in the library, e.g. plans/yijiaohanzi-2011-4. */
export function documentId(collection: Collection, file: string, docNumber: string | undefined): string {
  return `${collection}/${documentSlug(file, docNumber)}`;
}
