/** A thread that asks one query of a simulated library with the site's own `/search/api.js`, as a browser does first. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is started with. */
export interface AskedQuery {
  /** The site. */
  readonly dir: string;
  readonly query: string;
}

/** What it found. */
export interface FoundAnswer {
  readonly total: number;
  /** Milliseconds until the hits were known. */
  readonly ms: number;
  /** Names of the first ten documents. */
  readonly first: readonly string[];
  /** Files that were loaded, below the site. */
  readonly loaded: readonly string[];
}

/** What is used of `/search/api.js`. */
interface SearchApi {
  search(query: string): Promise<{ total: number; results: ReadonlyArray<{ readonly id: string }> }>;
}

const { dir, query }: AskedQuery = workerData;
const root = pathToFileURL(`${dir}${path.sep}`).href;
const loaded: string[] = [];
globalThis.fetch = async (input) => {
  const name = new URL(String(input)).pathname.slice(new URL(root).pathname.length);
  loaded.push(name);
  return new Response(new Uint8Array(readFileSync(path.join(dir, name))));
};
const api: SearchApi = await import(`${root}search/api.js`);
const began = performance.now();
const { total, results } = await api.search(query);
const ms = performance.now() - began;
const first = results.slice(0, 10).map(({ id }) => id);
parentPort?.postMessage({ total, ms, first, loaded } satisfies FoundAnswer);
