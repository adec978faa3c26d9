/** Word lists on disk, of which a range of words is read at a time: what joining very many shards takes no more memory for. */
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { FIELDS, type Field } from '../../src/search/tokenize.ts';
import type { ShardIndex, WordLists } from '../search-index/word-lists.ts';

/** A shard whose lists lie in a file. */
export interface StoredShard {
  readonly file: string;
  readonly lengths: readonly number[];
  readonly fields: Readonly<Record<Field, Omit<WordLists, 'data'> & { readonly offset: number }>>;
}

/** Writes the lists of a shard, and keeps what tells where each is. */
export function storeShard(file: string, { lengths, fields }: ShardIndex): StoredShard {
  const stored: Partial<Record<Field, StoredShard['fields'][Field]>> = {};
  let offset = 0;
  for (const field of FIELDS) {
    const { keys, starts, middles, data } = fields[field];
    stored[field] = { keys, starts, middles, offset };
    offset += data.length;
  }
  writeFileSync(file, Buffer.concat(FIELDS.map((field) => fields[field].data)));
  // All fields have just been filled in.
  return { file, lengths, fields: stored as StoredShard['fields'] };
}

function firstFrom(keys: Float64Array, least: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads the words from `least` up to, but not including, `end` (word-lists.ts, `wordKey`). */
export function readRange(shard: StoredShard, least: number, end: number): ShardIndex {
  const file = openSync(shard.file, 'r');
  try {
    const fields: Partial<Record<Field, WordLists>> = {};
    for (const field of FIELDS) {
      const { keys, starts, middles, offset } = shard.fields[field];
      const [from, to] = [firstFrom(keys, least), firstFrom(keys, end)];
      const begin = starts[from] ?? 0;
      const data = new Uint8Array((starts[to] ?? 0) - begin);
      readSync(file, data, 0, data.length, offset + begin);
      fields[field] = {
        keys: keys.slice(from, to),
        starts: starts.slice(from, to + 1).map((start) => start - begin),
        middles: middles.slice(from, to).map((middle) => middle - begin),
        data,
      };
    }
    // All fields have just been filled in.
    return { lengths: shard.lengths, fields: fields as ShardIndex['fields'] };
  } finally {
    closeSync(file);
  }
}
