/** How Pagefind's files get from a server. */
import { download } from './download.ts';
import { lazyModule } from './lazy-module.ts';

const GZIP = [0x1f, 0x8b];
/** What Pagefind's files begin with, once they are decompressed. */
const MARK = new TextEncoder().encode('pagefind_dcd');

const beginsWith = (bytes: Uint8Array, beginning: Iterable<number>): boolean =>
  [...beginning].every((byte, index) => bytes[index] === byte);

const loadInflate = lazyModule<typeof import('./inflate.ts')>(new URL('inflate.js', import.meta.url));

/** Browsers of before 2023 get a program for it first. */
async function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof DecompressionStream === 'undefined') return (await loadInflate()).inflate(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Downloads the content of one of Pagefind's files, which lie compressed on the server. Rejects too when it is something
 * else: a file that a server or a proxy has replaced by a page of its own must not pass for an index.
 */
export async function downloadContent(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Uint8Array(await download(url));
  const content = beginsWith(file, GZIP) ? await decompress(file) : file;
  if (!beginsWith(content, MARK)) throw new Error(`not an index file: ${url}`);
  return content.subarray(MARK.length);
}
