import { fileURLToPath } from 'node:url';
import type { BuildStage } from '../build-site.ts';
import { runProcess } from './run-process.ts';

/** Where to build from and to; both outside the checkout. */
export interface BuildPlace {
  readonly contentDir: string;
  readonly outDir: string;
}

/** One build. Times in milliseconds of wall clock. */
export interface BuildFigures {
  /** From the start of the process to its end. */
  readonly totalMs: number;
  /** The rest: start and end of the process, and putting the site in place. */
  readonly restMs: number;
  readonly checkMs: number;
  readonly pagesMs: number;
  readonly indexMs: number;
  /** Of the whole process tree, in bytes; null where it can't be told. */
  readonly peakBytes: number | null;
}

/** The build ended without a site; the message is what it printed. */
export class BuildFailed extends Error {}

const SCRIPT = fileURLToPath(new URL('timed-build.ts', import.meta.url));

/** Runs the real build once. @throws BuildFailed when it gives no site. */
export async function runBuild({ contentDir, outDir }: BuildPlace): Promise<BuildFigures> {
  const times = new Map<BuildStage, number>();
  const run = await runProcess(SCRIPT, {
    env: { CONTENT_DIR: contentDir, OUT_DIR: outDir, BASE_PATH: '/', SITE_URL: '' },
    onMessage: (stage) => times.set(stage as BuildStage, performance.now()),
  });
  if (run.code !== 0) throw new BuildFailed(run.output);
  const between = (from: BuildStage, to: BuildStage): number => (times.get(to) ?? 0) - (times.get(from) ?? 0);
  const checkMs = between('check', 'pages');
  const pagesMs = between('pages', 'index');
  const indexMs = between('index', 'inspect');
  const totalMs = run.ms;
  const restMs = totalMs - checkMs - pagesMs - indexMs;
  return { totalMs, restMs, checkMs, pagesMs, indexMs, peakBytes: run.peakBytes };
}
