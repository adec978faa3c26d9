import { rm } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../import/read-arguments.ts';
import type { BenchArguments } from './arguments.ts';
import type { BenchFolders } from './folders.ts';
import { countCharacters, readDocuments } from './literal-search.ts';
import { compareWithClean, rebuildChanged, rebuildUnchanged } from './measure-builds.ts';
import { builtDocuments, measureOutput } from './measure-output.ts';
import { measureOwnSearch, type OwnSearchFigures } from './measure-own-search.ts';
import { buildInTurn } from './measure-peers.ts';
import type { BuildPlace } from './run-build.ts';
import { middleRun, type ScaleFigures } from './scale-figures.ts';

/** Folders of one size, all of them below a temporary one. */
export interface ScalePlace extends BuildPlace {
  /** Where peers are built. */
  readonly peerDir: string;
}

/** Measures one size of a series, whose content lies in `contentDir`; `what` says what it is. */
export async function measureScale(
  place: ScalePlace,
  options: Pick<BenchArguments, 'peers' | 'rounds' | 'sameBytes' | 'cold' | 'queries'>,
  what: string,
  progress: (step: string) => void,
): Promise<ScaleFigures> {
  const { coldRuns, peers } = await buildInTurn(place, place.peerDir, options, progress);
  // What is measured next must not wait for the disk because of what peers wrote.
  await rm(place.peerDir, { recursive: true, force: true });
  const output = await measureOutput(place.outDir);
  const { unchanged, bytes } = await rebuildUnchanged(place, progress);
  progress('检索');
  const { search, ...content } = await lookAtSearch(place.outDir, options);
  const changed = await rebuildChanged(place, progress);
  const again = options.sameBytes ? { changed: await compareWithClean(place, progress) } : {};
  return {
    content: { what, ...content },
    builds: { cold: middleRun(coldRuns), unchanged, ...changed },
    coldRuns,
    bytes: { unchanged: bytes, ...again },
    output,
    search,
    peers,
  };
}

async function lookAtSearch(
  outDir: string,
  wanted: { cold: number; queries: number },
): Promise<{ search: OwnSearchFigures; documents: number; characters: number }> {
  const documents = await builtDocuments(outDir);
  if (documents.length === 0) {
    throw new UsageError('发现网站里没有文件，应至少有一份。改法：换一个有文件的文件夹。');
  }
  const read = await readDocuments(outDir, documents);
  const search = await measureOwnSearch(outDir, read, wanted);
  return { search, documents: documents.length, characters: countCharacters(read) };
}

/** The folders of a size below the temporary one; each size has the same, one after the other. */
export const scalePlace = ({ workspace: dir, cacheDir }: BenchFolders): ScalePlace => ({
  contentDir: path.join(dir, 'content'),
  outDir: path.join(dir, 'site'),
  cacheDir,
  peerDir: path.join(dir, 'peers'),
});
