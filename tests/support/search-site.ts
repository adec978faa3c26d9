/** The search page on a small site, served: for the browser tests of the page itself. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSearchIndex } from '../../scripts/build-search-index.ts';
import { type StaticServer, serveStatic } from '../../scripts/serve-static.ts';
import type { Neighbour } from '../../src/core/neighbours.ts';
import { makeSampleDocuments, type SampleDocument, writeSampleSite } from './sample-site.ts';

const BASE = '/wenku/';
const ROOT = fileURLToPath(new URL('../fixtures/search-site/', import.meta.url));

export interface SearchSite {
  readonly url: string;
  readonly documents: readonly SampleDocument[];
  close(): Promise<void>;
}

/**
 * Builds the pages in a process of their own: vitest's environment names another base path. `neighbours` are what the
 * search page is given to search together.
 */
export async function buildPages(
  outDir: string,
  base = BASE,
  neighbours: readonly Neighbour[] = [],
): Promise<void> {
  const astro = path.join(
    path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
    'bin/astro.mjs',
  );
  const built = await mkdtemp(path.join(tmpdir(), 'search-pages-'));
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1', TEST_NEIGHBOURS: JSON.stringify(neighbours) };
  const options = ['build', '--root', ROOT, '--outDir', built, '--base', base];
  await promisify(execFile)(process.execPath, [astro, ...options], { env });
  await cp(built, outDir, { recursive: true });
  await rm(built, { recursive: true });
}

async function serveBuilt(outDir: string, documents: readonly SampleDocument[]): Promise<SearchSite> {
  await buildPages(outDir);
  await buildSearchIndex({ outDir, basePath: BASE });
  const server: StaticServer = await serveStatic(outDir, { port: 0, basePath: BASE });
  const close = async (): Promise<void> => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
  return { url: server.url, documents, close };
}

/** Builds the search page and an index of 60 fictional documents, and serves both below /wenku/. */
export async function openSearchSite(): Promise<SearchSite> {
  const documents = makeSampleDocuments(60, BASE);
  const held = { url: `${BASE}${documents[1]?.entry.id}/`, held: true };
  const missing = { url: `${BASE}n/云政办函〔2010〕8号/`, held: false };
  const outDir = await writeSampleSite(documents, {
    '云教发〔2006〕1号': held,
    '云政办函〔2010〕8号': missing,
  });
  return await serveBuilt(outDir, documents);
}
