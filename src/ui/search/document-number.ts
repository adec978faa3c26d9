/** `/search/document-number.js`: reads a document number. Apart from `api.js`, for few queries could be one. */
import { formatDocNumber, parseDocNumber } from '../../core/docnumber.ts';

/** The canonical form of a text that is one document number, in whatever disguise. */
export function readDocNumber(query: string): string | undefined {
  const number = parseDocNumber(query.trim());
  return number && formatDocNumber(number);
}
