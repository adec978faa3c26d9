/** Runs a build: whatever goes wrong before its end, the last good site still stands. */
import path from 'node:path';
import { guardCopyFolder, publishCopy } from '../offline/publish-copy.ts';
import { startProgram } from '../render/program.ts';
import { readEnvironment, type SiteEnvironment } from './environment.ts';
import { explainFailure } from './explain-failure.ts';
import type { BuildStage } from './make-site.ts';
import { guardOutputFolder, sweepRemains } from './output-folder.ts';
import { inStaging, STAGING_PARENT } from './staging.ts';

export type { BuildStage } from './make-site.ts';

/** A copy that is opened from disk, made of the site; `out` is its folder, as typed. */
interface CopyWanted {
  readonly out?: string | undefined;
}

/**
 * Runs the build, and makes a copy for the disk if one is wanted; false, with the message printed, for a user's mistake.
 * `onStage` is told of each stage as it begins. A fault of ours is thrown on.
 */
export async function runBuild(onStage?: (stage: BuildStage) => void, copy?: CopyWanted): Promise<boolean> {
  try {
    const environment = readEnvironment();
    const copyDir = copy && path.resolve(copy.out ?? `${environment.outDir}-offline`);
    if (copyDir !== undefined) await guardCopyFolder(environment, copyDir);
    await buildSite(environment, onStage);
    if (copyDir !== undefined) await publishCopy(environment, copyDir);
    return true;
  } catch (error) {
    const message = explainFailure(error);
    if (message === undefined) throw error;
    console.error(message);
    return false;
  }
}

/**
 * Checks, builds and indexes into a folder of its own and puts it in place at the end.
 * @throws an error that `explainFailure` words, for a user's mistake.
 */
async function buildSite(
  environment: SiteEnvironment,
  onStage: (stage: BuildStage) => void = () => {},
): Promise<void> {
  await guardOutputFolder(environment);
  await sweepRemains(environment.outDir, STAGING_PARENT);
  const stop = new AbortController();
  const { program: compiling } = await startProgram(environment, stop.signal);
  // Should the content be wrong, nobody waits for it any more.
  compiling.catch(() => undefined);
  try {
    // All that makes a site takes a while to load, in which the compiler already works.
    const { makeSite } = await import('./make-site.ts');
    await inStaging('site', (staging) => makeSite(environment, compiling, staging, onStage));
  } finally {
    stop.abort();
  }
}
