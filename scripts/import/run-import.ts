import { existsSync } from 'node:fs';
import { readContent } from '../../src/load/content-fs.ts';
import { findOffice } from './convert-office.ts';
import { gatherFiles } from './gather-files.ts';
import { type ImportOptions, importFile } from './import-files.ts';
import { openReader } from './isolated-reader.ts';
import { takenBy } from './name-targets.ts';
import { showProgress } from './progress.ts';
import { UsageError } from './read-arguments.ts';
import type { FileReport, ImportReport } from './report.ts';
import { finishKilledRuns } from './unfinished.ts';

/** What to import, and how. */
export interface ImportRun extends ImportOptions {
  inputs: string[];
  /** The library whose registers and documents are known. */
  contentDir: string;
}

/** Imports all inputs, one after the other; a file that fails harms no other. */
export async function runImport(run: ImportRun): Promise<ImportReport> {
  const { files, refused } = await gatherFiles(run.inputs);
  if (files.length === 0 && refused.length === 0) {
    throw new UsageError('发现所给的文件夹里没有文件，应为至少一个文档。');
  }
  const finished = run.dryRun ? [] : await finishKilledRuns(run.out);
  const library = existsSync(run.out) ? await readContent(run.out) : undefined;
  const known = existsSync(run.contentDir) ? await readContent(run.contentDir) : library;
  const reader = openReader();
  const tools = { library: known, taken: takenBy(library), reader, office: await findOffice(process.env) };
  const reports: FileReport[] = refused.map(({ file, reason }) => ({ file, ok: false, reason, outputs: [] }));
  const progress = showProgress(files.length, process.stderr);
  const interruption = listenForInterruption(() => reader.close());
  let done = 0;
  try {
    for (const file of files) {
      progress.begin(done + 1, file);
      const report = await importFile(file, run, tools);
      // A file that the interruption broke off was not refused: its turn has not come.
      if (interruption.came() && !report.ok) break;
      reports.push(report);
      done++;
      if (interruption.came()) break;
    }
  } finally {
    progress.end(done);
    interruption.ignore();
    await reader.close();
  }
  const imported = reports.filter(({ ok }) => ok).length;
  return {
    dryRun: run.dryRun,
    ...{ imported, refused: reports.length - imported, notReached: files.length - done, finished },
    files: reports,
  };
}

/**
 * Ctrl-C ends the run after the file that is being written, with a report; the same again ends it at once. `onCome` stops
 * what is being read.
 */
function listenForInterruption(onCome: () => Promise<void>): { came(): boolean; ignore(): void } {
  let came = false;
  const handle = (): void => {
    came = true;
    ignore();
    void onCome();
  };
  const ignore = (): void => {
    process.removeListener('SIGINT', handle);
    process.removeListener('SIGTERM', handle);
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return { came: () => came, ignore };
}
