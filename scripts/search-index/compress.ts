/** Compresses files as Pagefind does. */
import { gunzipSync, gzipSync } from 'node:zlib';

// Every Pagefind file starts with this, before the JSON or CBOR.
const MAGIC = Buffer.from('pagefind_dcd');

// The next ones make the files a thousandth smaller and take twice the time.
const LEVEL = 7;

/** A Pagefind file of some content: no Buffer, as only plain bytes are the same again after the way between threads. */
export function compress(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = gzipSync(Buffer.concat([MAGIC, content]), { level: LEVEL });
  // The byte that names the operating system would make two builds differ.
  file[9] = 255;
  return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
}

/** The content again. */
export function decompress(file: Uint8Array): Uint8Array {
  return gunzipSync(file).subarray(MAGIC.length);
}
