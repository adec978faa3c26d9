import { fileURLToPath } from 'node:url';
import { type StageFigures, type StageMark, stageTimes } from './build-stages.ts';
import { runProcess } from './run-process.ts';

/** Where to build from and to, and what the build keeps for the next; all outside the checkout. */
export interface BuildPlace {
  readonly contentDir: string;
  readonly outDir: string;
  readonly cacheDir: string;
}

/** What a build took, of whatever program. */
export interface BuildCost {
  /** From the start of the process to its end, in milliseconds of wall clock. */
  readonly totalMs: number;
  /** Time on processors of the whole process tree, in milliseconds; null where it can't be told. */
  readonly cpuMs: number | null;
  /** Of the whole process tree, in bytes; null where it can't be told. */
  readonly peakBytes: number | null;
}

/** One build of the site. */
export interface BuildFigures extends BuildCost {
  readonly stages: readonly StageFigures[];
}

/** The build ended without a site; the message is what it printed. */
export class BuildFailed extends Error {}

const SCRIPT = fileURLToPath(new URL('timed-build.ts', import.meta.url));

/** Runs the real build once. @throws BuildFailed when it gives no site. */
export async function runBuild({ contentDir, outDir, cacheDir }: BuildPlace): Promise<BuildFigures> {
  const marks: StageMark[] = [];
  const began = performance.now();
  const run = await runProcess(SCRIPT, {
    env: { CONTENT_DIR: contentDir, OUT_DIR: outDir, BASE_PATH: '/', SITE_URL: '', WENKU_CACHE: cacheDir },
    onMessage: (stage) => marks.push({ name: String(stage), at: performance.now() - began }),
  });
  if (run.code !== 0) throw new BuildFailed(run.output);
  const { ms: totalMs, cpuMs, peakBytes } = run;
  return { totalMs, cpuMs, peakBytes, stages: stageTimes(marks, totalMs) };
}
