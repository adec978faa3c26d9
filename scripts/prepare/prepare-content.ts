import { normalizeBase } from '../../src/core/base-path.ts';
import type { Collection } from '../../src/core/collections.ts';
import type { StoredEntry } from '../../src/load/stored-entry.ts';
import { ROOT } from '../check-addresses.ts';
import { type CheckOptions, type CheckResult, checkContent } from '../check-content.ts';
import type { HtmlPlace } from './bodies-file-fs.ts';
import { ContentRendering } from './content-rendering.ts';

export type { HtmlPlace } from './bodies-file-fs.ts';

/** Where content is prepared, and what for. */
export interface PrepareOptions
  extends Pick<CheckOptions, 'cacheDir' | 'threads' | 'busy' | 'onProgress' | 'onStage'> {
  /** Base path of the site. */
  base: string;
  /** Where to write the HTML of all documents; the folder has to be there. It may share its bytes with the cache: it must not be written to. */
  bodiesFile: string;
  /** Holds what every page shares. */
  publicDir?: string | undefined;
}

/** A content folder, judged and rendered. */
export interface PreparedContent {
  /** What the check says of it. */
  report: CheckResult;
  /** The published documents as the site's pages get them, in the order of their files. */
  entries: ReadonlyMap<Collection, readonly StoredEntry<HtmlPlace>[]>;
  /** What is wrong with published documents that can't be rendered, in Chinese: nothing must be built then. */
  invalid: readonly string[];
}

/**
 * Judges a content folder as the check does and renders it as the loader of the site does, in one reading: each document
 * is split and parsed once, on all cores, unless the cache in `cacheDir` knows it from before. AS_OF says as of which day.
 * @throws ContentFolderError, EnvironmentMistake as `checkContent` does; an error of the disk when the file can't be written.
 */
export async function prepareContent(
  contentDir: string,
  { base, bodiesFile, publicDir, cacheDir, ...how }: PrepareOptions,
): Promise<PreparedContent> {
  const rendering = new ContentRendering({
    ...{ dir: contentDir, base: normalizeBase(base), root: ROOT },
    ...{ bodiesFile, cacheDir },
  });
  try {
    const report = await checkContent(contentDir, [], publicDir, {
      ...{ ...how, rendering },
      ...(cacheDir === undefined ? {} : { cacheDir }),
    });
    return { report, ...(await rendering.finish()) };
  } finally {
    await rendering.close();
  }
}
