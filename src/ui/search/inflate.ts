/** `/search/inflate.js`: decompresses, for browsers that can't by themselves. */
import { gunzipSync } from 'fflate';

/** The content of a gzip file. */
export function inflate(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gunzipSync(file));
}
