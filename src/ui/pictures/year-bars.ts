/** Documents per year and collection as columns: what a list, an issuer or the library looks like over time. */
import { COLLECTION_LABELS, COLLECTIONS, type Collection } from '../../core/collections.ts';
import type { LibraryDocument } from '../../core/library.ts';
import { yearAxis } from '../../core/year-axis.ts';

/** Height of the fullest year's column for a width of `COLUMN_WIDTH`; no column that has anything is lower than the least. */
const HEIGHT = 60;
const LEAST = 3;
export const COLUMN_WIDTH = 30;

/** The height of a column for so many of at most `most` documents, in the units of `COLUMN_WIDTH`. */
export function columnHeight(count: number, most: number): number {
  return count === 0 ? 1 : Math.max(LEAST, Math.round((count / most) * HEIGHT));
}

/** A piece of a column, from the top down. */
export interface BarPiece {
  collection: Collection;
  y: number;
  height: number;
}

/** A year of the axis; null stands for a break. */
export interface YearColumn {
  year: number;
  count: number;
  /** See `columnHeight`. */
  height: number;
  pieces: BarPiece[];
  /** 共 3 份：计划 1，政策文件 2 */
  words: string;
  /** Whether its label is written in full where columns are narrow. */
  landmark: boolean;
}

type Dated = Pick<LibraryDocument, 'collection' | 'years'>;

/** Columns of the documents by the years that `yearsOf` gives; undated documents are in none. */
export function yearColumns<Document extends Dated>(
  documents: readonly Document[],
  yearsOf: (document: Document) => readonly number[] = ({ years }) => years,
): (YearColumn | null)[] {
  const counts = new Map<number, Map<Collection, number>>();
  for (const document of documents) {
    for (const year of yearsOf(document)) {
      const own = counts.get(year) ?? new Map<Collection, number>();
      counts.set(year, own.set(document.collection, (own.get(document.collection) ?? 0) + 1));
    }
  }
  const most = Math.max(1, ...[...counts.values()].map(total));
  return yearAxis(counts.keys()).map((year, index) =>
    year === null
      ? null
      : columnOf(year, counts.get(year) ?? new Map(), most, index === 0 || year % 10 === 0),
  );
}

/** The collections that the columns show, in the order of the site. */
export function collectionsShown(columns: readonly (YearColumn | null)[]): Collection[] {
  const shown = new Set(columns.flatMap((column) => column?.pieces.map((piece) => piece.collection) ?? []));
  return COLLECTIONS.filter((collection) => shown.has(collection));
}

/** What a count by collection is in words: 计划 1，文件 2. */
export function countsInWords(counts: ReadonlyMap<Collection, number>): string {
  return COLLECTIONS.flatMap((key) => {
    const count = counts.get(key) ?? 0;
    return count === 0 ? [] : `${COLLECTION_LABELS[key].slice(-2)} ${count}`;
  }).join('，');
}

function columnOf(
  year: number,
  counts: ReadonlyMap<Collection, number>,
  most: number,
  landmark: boolean,
): YearColumn {
  const count = total(counts);
  const height = columnHeight(count, most);
  let y = height;
  const pieces = COLLECTIONS.flatMap((collection) => {
    const own = ((counts.get(collection) ?? 0) / Math.max(1, count)) * height;
    y -= own;
    return own === 0 ? [] : { collection, y: round(y), height: round(own) };
  });
  return { year, count, height, pieces, words: `共 ${count} 份：${countsInWords(counts)}`, landmark };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function total(counts: ReadonlyMap<Collection, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
