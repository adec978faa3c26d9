/**
 * The performance benchmark: `npm run bench -- [--docs N] [--from DIR]`, and more options in `bench/arguments.ts`.
 * Builds in temporary folders and leaves nothing behind. Exit codes: 0 measured, 1 the content is
 * wrong and gives no site, or Lighthouse's scores are below what they must be, 2 could not run.
 */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { readBenchArguments, USAGE } from './bench/arguments.ts';
import { copyBuiltSite } from './bench/built-site.ts';
import { isBelow } from './bench/lighthouse-scores.ts';
import { measureCheck, reportCheck } from './bench/measure-check.ts';
import { type BenchPlace, measureSite } from './bench/measure-site.ts';
import { prepareContent } from './bench/prepare-content.ts';
import { reportFigures } from './bench/report.ts';
import { BuildFailed } from './bench/run-build.ts';
import { buildCacheDir } from './build/cache-dir.ts';
import { runCommand } from './import/read-arguments.ts';

const progress = (step: string): void => console.error(`${step}……`);

async function main(): Promise<number> {
  const options = readBenchArguments(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'wenku-bench-'));
  const place: BenchPlace = {
    contentDir: path.join(workspace, 'content'),
    outDir: path.join(workspace, 'site'),
    copyDir: path.join(workspace, 'copies'),
  };
  const clean = (): void => removeTraces(workspace, place);
  const stop = (): void => {
    clean();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await mkdir(place.contentDir);
    progress('准备内容');
    const { dist } = options;
    const what =
      dist === undefined
        ? await prepareContent(place.contentDir, options)
        : await copyBuiltSite(dist, place.outDir);
    if (options.only === 'check') {
      const run = await measureCheck(place.contentDir, path.join(workspace, 'cache'), what, progress);
      console.log(reportCheck(run));
      if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(run, null, 2)}\n`);
      return 0;
    }
    const figures = await measureSite(place, options, what, progress);
    console.log(reportFigures(figures));
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
    return figures.lighthouse?.some(isBelow) === true ? 1 : 0;
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    // The user knows the folder that was given, not the copy that was built.
    console.error(error.message.replaceAll(place.contentDir, options.from ?? place.contentDir));
    return 1;
  } finally {
    clean();
  }
}

/** The build keeps a cache of its own below the project, under a name that no other build will use again. */
function removeTraces(workspace: string, { contentDir, outDir }: BenchPlace): void {
  rmSync(workspace, { recursive: true, force: true });
  rmSync(buildCacheDir({ outDir, contentDir, base: '/' }), { recursive: true, force: true });
}

await runCommand(USAGE, main);
