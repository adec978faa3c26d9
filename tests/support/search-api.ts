/** Runs a built site's `/search/api.js` in Node, its files read from disk. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';

export type SearchApi = typeof import('../../src/ui/search/api.ts');

/** What to give instead of a file's bytes; undefined gives the file. */
export type Intercept = (url: string) => Response | undefined;

/** Every file that was asked for, by its name below the site's folder. */
export interface LoadedApi {
  readonly api: SearchApi;
  readonly requests: string[];
}

async function answer(url: URL): Promise<Response> {
  try {
    return new Response(await readFile(url));
  } catch {
    return new Response('not found', { status: 404 });
  }
}

let copies = 0;

/** Loads a fresh copy of the module. Undo with `vi.unstubAllGlobals()`. */
export async function loadSearchApi(
  outDir: string,
  intercept: Intercept = () => undefined,
): Promise<LoadedApi> {
  const requests: string[] = [];
  const root = pathToFileURL(`${outDir}${path.sep}`).href;
  vi.stubGlobal('fetch', async (input: string) => {
    const url = new URL(input);
    url.search = '';
    requests.push(url.href.slice(root.length));
    return intercept(url.href) ?? (await answer(url));
  });
  copies += 1;
  const module = `${pathToFileURL(path.join(outDir, 'search/api.js')).href}?copy=${copies}`;
  const api: SearchApi = await import(/* @vite-ignore */ module);
  return { api, requests };
}
