/**
 * How an index stores the list of one word in one shard of the library: the documents, numbered within the shard, and
 * apart from them how often and where the word stands in each.
 */
import { type BitReader, type BitWriter, riceWidth } from './bits.ts';

/** Where a word stands. */
export interface Postings {
  /** The documents that have it. */
  readonly documents: number;
  /** How many places it has in each of them. */
  readonly counts: Uint32Array;
  /**
   * Its places, document after document, ascending within each; counted in characters from the document's beginning.
   * The first is that at `begin`.
   */
  readonly places: Uint32Array;
  readonly begin: number;
}

/** Writes which of a shard's `size` documents are in a list: the first `count` of `documents`, at least one. */
export function writeDocuments(
  out: BitWriter,
  documents: ArrayLike<number>,
  count: number,
  size: number,
): void {
  out.gamma(count);
  const width = riceWidth(size / count);
  let next = 0;
  for (let index = 0; index < count; index++) {
    const document = documents[index] ?? 0;
    out.rice(document - next, width);
    next = document + 1;
  }
  out.align();
}

/** Reads them back into `documents`, each with `base` added, and gives their number. */
export function readDocuments(from: BitReader, documents: number[], size: number, base = 0): number {
  const count = from.gamma();
  const width = riceWidth(size / count);
  let next = base;
  for (let index = 0; index < count; index++) {
    const document = next + from.rice(width);
    documents[index] = document;
    next = document + 1;
  }
  from.align();
  return count;
}

const WIDTH_BITS = 4;
const MOST_WIDTH = 2 ** WIDTH_BITS - 1;

/** The more places a document has, the closer they are. */
function widthFor(width: number, count: number): number {
  const narrower = width - (31 - Math.clz32(count));
  return narrower > 0 ? narrower : 0;
}

/** About how far the texts of the documents reach, as their places show. */
function reachOf({ documents, counts, places, begin }: Postings): number {
  let sum = 0;
  let end = begin;
  for (let index = 0; index < documents; index++) {
    end += counts[index] ?? 0;
    sum += places[end - 1] ?? 0;
  }
  return sum / documents;
}

/** Writes how often and where a word stands in the documents of its list. */
export function writePlaces(out: BitWriter, postings: Postings): void {
  const { documents, counts, places, begin } = postings;
  const width = Math.min(MOST_WIDTH, riceWidth(reachOf(postings)));
  for (let index = 0; index < documents; index++) out.gamma(counts[index] ?? 1);
  out.bits(width, WIDTH_BITS);
  let at = begin;
  for (let index = 0; index < documents; index++) {
    const count = counts[index] ?? 1;
    const own = widthFor(width, count);
    let next = 0;
    for (const end = at + count; at < end; at++) {
      const place = places[at] ?? 0;
      out.rice(place - next, own);
      next = place + 1;
    }
  }
  out.align();
}

/** Reads how often a word stands in each of the `documents` documents of its list. */
export function readCounts(from: BitReader, documents: number, counts: number[]): void {
  for (let index = 0; index < documents; index++) counts[index] = from.gamma();
}

/** Reads the places that follow the counts, and hands each document's on, by its place in the list. */
export function readPlaces(
  from: BitReader,
  documents: number,
  counts: readonly number[],
  take: (index: number, places: readonly number[]) => void,
): void {
  const width = from.bits(WIDTH_BITS);
  const places: number[] = [];
  for (let index = 0; index < documents; index++) {
    const count = counts[index] ?? 0;
    const own = widthFor(width, count);
    let next = 0;
    places.length = 0;
    for (let at = 0; at < count; at++) {
      const place = next + from.rice(own);
      places.push(place);
      next = place + 1;
    }
    take(index, places);
  }
  from.align();
}
