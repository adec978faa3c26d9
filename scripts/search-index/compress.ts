/** Compresses files as Pagefind does, on all processors. */
import os from 'node:os';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compressAsync = promisify(gzip);

// Every Pagefind file starts with this, before the JSON or CBOR.
const MAGIC = Buffer.from('pagefind_dcd');

// The next ones make the files a thousandth smaller and take twice the time.
const LEVEL = 7;

/** How many to begin at the same time: each takes memory, also while it waits. */
export const COMPRESS_AT_ONCE = os.availableParallelism() * 2;

/** A Pagefind file of some content. */
export async function compress(content: Uint8Array): Promise<Buffer> {
  const file = await compressAsync(Buffer.concat([MAGIC, content]), { level: LEVEL });
  // The byte that names the operating system would make two builds differ.
  file[9] = 255;
  return file;
}
