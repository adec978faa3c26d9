import { rm } from 'node:fs/promises';
import { addOneDocument, changeOneDocument, changeOneTitle } from './change-document.ts';
import type { BuildSeries } from './figures.ts';
import { type BuildFigures, type BuildPlace, runBuild } from './run-build.ts';
import { type BytesFigures, compareSites, digestSite } from './same-bytes.ts';
import { toldBuild } from './tell-cost.ts';

type Progress = (step: string) => void;

/** Builds from nothing: without a site in place, and without anything kept by an earlier build. */
export async function buildClean(place: BuildPlace): Promise<BuildFigures> {
  await rm(place.outDir, { recursive: true, force: true });
  await rm(place.cacheDir, { recursive: true, force: true });
  return await toldBuild(runBuild(place));
}

/** Builds again with nothing changed, after a clean build in the same place; the bytes must be the same. */
export async function rebuildUnchanged(
  place: BuildPlace,
  progress: Progress,
): Promise<{ unchanged: BuildFigures; bytes: BytesFigures }> {
  const clean = await digestSite(place.outDir);
  progress('不改内容再构建');
  const unchanged = await toldBuild(runBuild(place));
  return { unchanged, bytes: compareSites(clean, await digestSite(place.outDir)) };
}

/** Changes the content step by step and builds after each: a text, a title, a document more. */
export async function rebuildChanged(
  place: BuildPlace,
  progress: Progress,
): Promise<Required<Pick<BuildSeries, 'oneChanged' | 'titleChanged' | 'oneAdded'>>> {
  await changeOneDocument(place.contentDir);
  progress('改一份文件的正文再构建');
  const oneChanged = await toldBuild(runBuild(place));
  await changeOneTitle(place.contentDir);
  progress('改一份文件的标题再构建');
  const titleChanged = await toldBuild(runBuild(place));
  await addOneDocument(place.contentDir);
  progress('添一份文件再构建');
  return { oneChanged, titleChanged, oneAdded: await toldBuild(runBuild(place)) };
}

/** Builds the present state from nothing, and compares the site in place with it byte by byte. */
export async function compareWithClean(place: BuildPlace, progress: Progress): Promise<BytesFigures> {
  const rebuilt = await digestSite(place.outDir);
  progress('改完后从头构建，逐字节比较');
  await buildClean(place);
  return compareSites(await digestSite(place.outDir), rebuilt);
}
