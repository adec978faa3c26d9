import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BuildStage } from '../build-site.ts';
import { watchMemory } from './process-memory.ts';

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
  const env = { ...process.env, CONTENT_DIR: contentDir, OUT_DIR: outDir, BASE_PATH: '/', SITE_URL: '' };
  const began = performance.now();
  const child = fork(SCRIPT, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  // A benchmark that is stopped must not leave its build running.
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const memory = watchMemory(child.pid ?? 0);
  const times = new Map<BuildStage, number>();
  let output = '';
  child.on('message', (stage) => times.set(stage as BuildStage, performance.now()));
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (output += piece));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const ended = performance.now();
  process.off('exit', stop);
  const peakBytes = memory.stop() ?? null;
  if (code !== 0) throw new BuildFailed(output.trim());
  const between = (from: BuildStage, to: BuildStage): number => (times.get(to) ?? 0) - (times.get(from) ?? 0);
  const checkMs = between('check', 'pages');
  const pagesMs = between('pages', 'index');
  const indexMs = between('index', 'publish');
  const totalMs = ended - began;
  return { totalMs, restMs: totalMs - checkMs - pagesMs - indexMs, checkMs, pagesMs, indexMs, peakBytes };
}
