/**
 * Cuts the list of documents into shards: neighbours by date, about as many in each, whose index is made and kept by
 * itself. Where a shard ends depends on nothing but the ids nearby, so that a document more or less moves one border
 * or two and leaves all other shards what they were.
 */
import { hash } from 'node:crypto';

/** What a library is cut into, about. Each shard takes a few bits of every word; fewer make an update slower. */
const SHARDS = 24;
/** A library of fewer documents is one shard: indexing it takes no longer than putting shards together. */
const LEAST_DOCUMENTS = 16;
/** A shard of more takes too much memory while it is made: about a hundred bytes for each of its characters. */
const MOST_DOCUMENTS = 1024;

/** About how many documents a shard has: a power of two, so that a library must grow much before all is cut anew. */
function usualSize(documents: number): number {
  let size = LEAST_DOCUMENTS;
  while (size < MOST_DOCUMENTS && size * 2 * SHARDS <= documents) size *= 2;
  return size;
}

/** A number that an id gives, the same one on any machine. */
const numberOf = (id: string): number => Number.parseInt(hash('sha256', id).slice(0, 8), 16);

/** The documents, in their order, cut into shards of at least half the usual size and at most twice it. */
export function cutShards<Document extends { readonly id: string }>(
  documents: readonly Document[],
): Document[][] {
  const usual = usualSize(documents.length);
  // Beyond half the usual size, one in so many documents begins a shard.
  const oneIn = usual / 2;
  const shards: Document[][] = [];
  for (const document of documents) {
    const last = shards.at(-1);
    const begins =
      !last || last.length >= usual * 2 || (last.length >= usual / 2 && numberOf(document.id) % oneIn === 0);
    if (begins) shards.push([document]);
    else last?.push(document);
  }
  return shards;
}
