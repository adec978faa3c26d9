/**
 * The performance benchmark: `npm run bench -- [--docs N] [--from DIR]`, and more options in `bench/arguments.ts`.
 * Builds in temporary folders and leaves nothing behind. Exit codes: 0 measured, 1 the content is
 * wrong and gives no site, Lighthouse's scores are below what they must be, a rebuild's bytes are not a clean build's,
 * or a peer could not be compared, 2 could not run.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { type BenchArguments, readBenchArguments, USAGE } from './bench/arguments.ts';
import { copyBuiltSite } from './bench/built-site.ts';
import { type BenchFolders, makeFolders, removeFolders } from './bench/folders.ts';
import { isBelow } from './bench/lighthouse-scores.ts';
import { measureCheck, reportCheck } from './bench/measure-check.ts';
import { measureSeries } from './bench/measure-series.ts';
import { type BenchPlace, measureSite } from './bench/measure-site.ts';
import { prepareContent } from './bench/prepare-content.ts';
import { reportFigures } from './bench/report.ts';
import { BuildFailed } from './bench/run-build.ts';
import { runCommand } from './import/read-arguments.ts';

const progress = (step: string): void => console.error(`${step}……`);

async function main(): Promise<number> {
  const options = readBenchArguments(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const folders = await makeFolders();
  const clean = (): void => removeFolders(folders);
  const stop = (): void => process.exit(130);
  // Whatever was started ends with this process, and is told so before its folders go.
  process.once('exit', clean).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return options.only === 'scale'
      ? await measureSeries(folders, options, progress)
      : await measureOne(folders, options);
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    // The user knows the folder that was given, not the copy that was built.
    const copy = path.join(folders.workspace, 'content');
    console.error(error.message.replaceAll(copy, options.from ?? copy));
    return 1;
  } finally {
    clean();
  }
}

/** Measures one content folder or built site. */
async function measureOne({ workspace, cacheDir }: BenchFolders, options: BenchArguments): Promise<number> {
  const place: BenchPlace = {
    contentDir: path.join(workspace, 'content'),
    outDir: path.join(workspace, 'site'),
    cacheDir,
    copyDir: path.join(workspace, 'copies'),
  };
  await mkdir(place.contentDir);
  progress('准备内容');
  const { dist, json, from, docs } = options;
  const what =
    dist === undefined
      ? await prepareContent(place.contentDir, {
          docs: docs[0] ?? 1,
          ...(from === undefined ? {} : { from }),
        })
      : await copyBuiltSite(dist, place.outDir);
  if (options.only === 'check') {
    const run = await measureCheck(place.contentDir, place.cacheDir, what, progress);
    console.log(reportCheck(run));
    if (json !== undefined) await writeFile(json, `${JSON.stringify(run, null, 2)}\n`);
    return 0;
  }
  const figures = await measureSite(place, options, what, progress);
  console.log(reportFigures(figures));
  if (json !== undefined) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  return figures.lighthouse?.some(isBelow) === true ? 1 : 0;
}

await runCommand(USAGE, main);
