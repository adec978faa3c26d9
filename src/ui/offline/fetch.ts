import { loadScript } from './load-script.ts';

/** The bytes of a wrapped file. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * Takes the place of the browser's `fetch` in the scripts of a copy on disk: gives a file of the folder, which lies
 * there wrapped as `<name>.js`. What the address says after `?` asks a server for a fresh file and means nothing here.
 * Rejects when the folder lacks the file.
 */
export async function fetch(address: string | URL): Promise<Response> {
  const url = new URL(address, document.baseURI);
  url.search = '';
  url.hash = '';
  const { file } = await loadScript(`${url.href}.js`);
  if (!file) throw new Error(`no wrapped file: ${url.href}`);
  return new Response('text' in file ? file.text : bytesOf(file.base64));
}
