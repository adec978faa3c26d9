/** Several small libraries under different paths of one folder, as a city's host has its districts'. */
import { mkdir, mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSearchIndex } from '../../scripts/build-search-index.ts';
import { makeSampleDocuments, type SampleDocument, writeSampleSite } from './sample-site.ts';

/** The libraries by name, in order, of which each holds a third of the sample documents. */
export const LIBRARIES = ['yunling', 'heming', 'qingxi'] as const;
export type LibraryName = (typeof LIBRARIES)[number];

const EACH = 20;

export interface LibrarySites {
  /** The folder that holds the libraries' folders. */
  readonly root: string;
  /** Builds a library anew, of some of the sample documents. */
  build(name: LibraryName, from?: number, to?: number): Promise<void>;
  remove(): Promise<void>;
}

/** The sample documents of one library, or of all when they lie in one; `base` begins and ends with a slash. */
export function documentsAt(base: string, from = 0, to = LIBRARIES.length * EACH): SampleDocument[] {
  return makeSampleDocuments(LIBRARIES.length * EACH, base).slice(from, to);
}

/** Writes a site below `root`; `base` is its path on the host. */
export async function writeLibrary(
  root: string,
  name: string,
  documents: readonly SampleDocument[],
  base: string,
) {
  const written = await writeSampleSite(documents, {});
  const outDir = path.join(root, name);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await rename(written, outDir);
  await buildSearchIndex({ outDir, basePath: base });
}

/**
 * Builds the libraries below a new folder. `host` gives the path at which that folder lies on its host: that of the
 * folder itself for a test that reads the files from disk.
 */
export async function makeLibrarySites(
  host: (root: string) => string = (root) => `${root}/`,
): Promise<LibrarySites> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'libraries-')));
  const build = async (name: LibraryName, from?: number, to?: number): Promise<void> => {
    const begin = LIBRARIES.indexOf(name) * EACH;
    const base = `${host(root)}${name}/`;
    await writeLibrary(root, name, documentsAt(base, from ?? begin, to ?? begin + EACH), base);
  };
  await Promise.all(LIBRARIES.map((name) => build(name)));
  return { root, build, remove: () => rm(root, { recursive: true, force: true }) };
}
