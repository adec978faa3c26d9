/**
 * `search/library.json`: what another library of the same host must know before it searches this one's index: whether it
 * can read it, and the documents' dates, for hits of several libraries are put in one order.
 */
import { dateOf } from './facets.ts';
import type { DocumentEntry } from './record.ts';

/**
 * The version of all that a search in another library's index relies on: the mark itself, the index's parts and their
 * words (tokenize.ts, parts.ts, index-parts.ts), the filters (facets.ts), the documents' texts (record.ts), and the
 * measure of relevance (rank.ts, density.ts). Raise it when any of these changes its meaning: libraries of different
 * versions are then not searched together, which the page says.
 */
export const LIBRARY_FORMAT = 1;

/** What the file holds. */
export interface LibraryMark {
  readonly format: number;
  /** The folder of the index that it goes with. */
  readonly folder: string;
  /** ISO date of each document, its year alone, or '' when neither is known; in the order of the index. */
  readonly dates: readonly string[];
}

/** The mark of an index; `documents` are in its order. */
export function makeMark(
  folder: string,
  documents: ReadonlyArray<Pick<DocumentEntry, 'issuedOn' | 'years'>>,
): LibraryMark {
  return { format: LIBRARY_FORMAT, folder, dates: documents.map(dateOf) };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/**
 * The mark from a parsed file: `older` or `newer` when it is of another version, whatever else that may hold; undefined
 * when it is no mark.
 */
export function readMark(value: unknown): LibraryMark | 'older' | 'newer' | undefined {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { format, folder, dates } = fields;
  if (!Number.isInteger(format)) return undefined;
  if (Number(format) !== LIBRARY_FORMAT) return Number(format) < LIBRARY_FORMAT ? 'older' : 'newer';
  if (typeof folder !== 'string' || !isTexts(dates)) return undefined;
  return { format: LIBRARY_FORMAT, folder, dates };
}
