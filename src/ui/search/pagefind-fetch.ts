/**
 * How Pagefind's browser code gets its files. Pagefind swallows a file that doesn't load and goes on without it,
 * so that results would be missing silently; here failures are counted, and the count is looked at after each search.
 */

const preloaded = new Map<string, ArrayBuffer | Uint8Array<ArrayBuffer>>();
let failures = 0;

const GZIP = [0x1f, 0x8b];
const PLAIN = new TextEncoder().encode('pagefind_dcd');

/** A file that a server or a proxy has replaced by a page of its own must not pass for an index. */
function isPagefindFile(bytes: Uint8Array): boolean {
  return [GZIP, PLAIN].some((magic) => [...magic].every((byte, index) => bytes[index] === byte));
}

const withoutQuery = (url: string): string => url.replace(/\?.*$/, '');

/** Downloads a file. Throws when it isn't there, or isn't a Pagefind file though its name says so. */
export async function download(url: string, cache: RequestCache = 'default'): Promise<ArrayBuffer> {
  const response = await globalThis.fetch(url, { cache });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const body = await response.arrayBuffer();
  if (/\.(pf_\w+|pagefind)$/.test(withoutQuery(url)) && !isPagefindFile(new Uint8Array(body))) {
    throw new Error(`not an index file: ${url}`);
  }
  return body;
}

/** Hands a file to Pagefind that is loaded already. */
export function preload(url: string, body: ArrayBuffer | Uint8Array<ArrayBuffer>): void {
  preloaded.set(url, body);
}

/** `fetch` as Pagefind's code sees it. */
export async function pagefindFetch(url: string): Promise<Response> {
  const ready = preloaded.get(withoutQuery(url));
  if (ready) return new Response(ready.slice());
  try {
    return new Response(await download(url));
  } catch (error) {
    // A fragment's failure reaches whoever asked for it.
    if (!url.includes('/fragment/')) failures += 1;
    throw error;
  }
}

/** How many parts of an index have failed to load since this module was loaded. */
export function countFailures(): number {
  return failures;
}
