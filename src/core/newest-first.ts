import { compareText } from './compare-text.ts';
import type { LibraryDocument } from './library.ts';
import { numberSortKey } from './number-sort-key.ts';

type Dated = Pick<LibraryDocument, 'id' | 'years' | 'issuedOn' | 'docNumber'>;

/** Newest first: by year, then day, then number, so that the order is always the same. Undated documents come last. */
export function newestFirst<Document extends Dated>(documents: readonly Document[]): Document[] {
  const keyed = documents.map((document) => ({ document, number: numberSortKey(document.docNumber) }));
  keyed.sort(
    ({ document: a, number: aNumber }, { document: b, number: bNumber }) =>
      (b.years.at(-1) ?? 0) - (a.years.at(-1) ?? 0) ||
      compareText(b.issuedOn ?? '', a.issuedOn ?? '') ||
      compareText(bNumber, aNumber) ||
      compareText(b.id, a.id),
  );
  return keyed.map(({ document }) => document);
}
