import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { BenchArguments } from './arguments.ts';
import type { BenchFolders } from './folders.ts';
import { describeMachine } from './machine.ts';
import { measureScale, scalePlace } from './measure-scale.ts';
import { prepareContent } from './prepare-content.ts';
import { reportScale, reportSize } from './report-scale.ts';
import { faultsOf, type ScaleFigures, type ScaleRun } from './scale-figures.ts';

/**
 * Measures each size, prints and writes what is known after each, and the table over all at the end: a long series that
 * is stopped has told of the sizes before. Returns the exit code.
 */
export async function measureSeries(
  folders: BenchFolders,
  options: BenchArguments,
  progress: (step: string) => void,
): Promise<number> {
  const { from, json } = options;
  const sizes: ScaleFigures[] = [];
  const run: ScaleRun = { machine: describeMachine(), sizes };
  for (const docs of from === undefined ? options.docs : [0]) {
    const place = scalePlace(folders);
    for (const dir of [place.contentDir, place.outDir, place.peerDir])
      await rm(dir, { recursive: true, force: true });
    await mkdir(place.contentDir);
    progress(from === undefined ? `准备 ${docs} 份文件` : '准备内容');
    const what = await prepareContent(place.contentDir, from === undefined ? { docs } : { docs, from });
    const figures = await measureScale(place, options, what, progress);
    sizes.push(figures);
    console.log(reportSize(figures));
    if (json !== undefined) await writeFile(json, `${JSON.stringify(run, null, 2)}\n`);
  }
  console.log(reportScale(run));
  const faults = faultsOf(run);
  for (const fault of faults) console.error(`\n${fault}`);
  return faults.length > 0 ? 1 : 0;
}
