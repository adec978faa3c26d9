import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installPackages } from '../install-packages.ts';
import { measureOutput } from '../measure-output.ts';
import type { BuildCost } from '../run-build.ts';
import { type ProcessRun, runProcess, runProgram } from '../run-process.ts';
import { inspectPeer, PeerRefused } from './inspect-peer.ts';
import type { Peer, PeerStep, PeerText, PeerTools } from './peer.ts';

/** One build of a peer, and what it gave. */
export interface PeerRun extends BuildCost {
  readonly files: number;
  readonly bytes: number;
}

const MODULES = 'node_modules';
/** Where Vite and Astro keep things for the next build by default. */
const KEPT = [`${MODULES}/.vite`, `${MODULES}/.astro`];
const PAGEFIND = path.resolve(import.meta.dirname, '../../../node_modules/pagefind/lib/runner/bin.cjs');

/**
 * Puts what a peer needs into the new folder `dir`, in which it is to be built: its packages are copied, for Starlight
 * fails when they are linked from elsewhere. @throws UsageError when they can't be installed, PeerRefused when the
 * peer's program isn't there.
 */
export async function preparePeer(
  peer: Peer,
  dir: string,
  progress: (step: string) => void,
): Promise<PeerTools> {
  const modules = path.join(dir, MODULES);
  if (peer.packages) {
    const folder = await installPackages(peer.packages, progress);
    await cp(path.join(folder, MODULES), modules, { recursive: true, verbatimSymlinks: true });
  }
  const { program } = peer;
  if (program && !(await runs(program.name))) {
    throw new PeerRefused(`发现找不到程序 ${program.name}，应能在命令行里运行。改法：${program.mend}。`);
  }
  return { modules, pagefind: PAGEFIND };
}

const runs = (name: string): Promise<boolean> =>
  runProgram(name, { args: ['version'] }).then(
    ({ code }) => code === 0,
    () => false,
  );

/**
 * Builds a new project in the prepared folder `dir`, emptied but for its packages: nothing is left of an earlier
 * build. Only the building is by the clock. @throws PeerRefused when it fails or its output isn't whole.
 */
export async function buildPeer(
  peer: Peer,
  tools: PeerTools,
  texts: readonly PeerText[],
  dir: string,
): Promise<PeerRun> {
  const left = (await readdir(dir).catch(() => [])).filter((name) => name !== MODULES);
  for (const name of [...left, ...KEPT]) await rm(path.join(dir, name), { recursive: true, force: true });
  for (const [file, text] of peer.project(texts)) {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  }
  const runs: ProcessRun[] = [];
  for (const step of peer.steps(tools)) runs.push(await runStep(peer, step, dir));
  const outDir = path.join(dir, peer.outDir);
  await inspectPeer(peer, outDir, texts);
  const { files, bytes } = await measureOutput(outDir);
  return { ...addUp(runs), files, bytes };
}

async function runStep(peer: Peer, { command, program, args }: PeerStep, cwd: string): Promise<ProcessRun> {
  // A setting of ours must not reach another program.
  const env = { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', CI: '1' };
  const run = await (program ? runProgram : runProcess)(command, { args, cwd, env });
  if (run.code === 0) return run;
  const said = run.output.split('\n').slice(-8).join('\n');
  throw new PeerRefused(
    `发现 ${peer.title} 没有建成（结束代码 ${run.code}），应建成网站。改法：看它说的是什么；这一项不作比较。它说：\n${said}`,
  );
}

/** Steps one after the other: times add up, memory doesn't. */
export function addUp(runs: readonly Pick<ProcessRun, 'ms' | 'cpuMs' | 'peakBytes'>[]): BuildCost {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const cpu = runs.flatMap(({ cpuMs }) => cpuMs ?? []);
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return {
    totalMs: sum(runs.map(({ ms }) => ms)),
    cpuMs: cpu.length === runs.length ? sum(cpu) : null,
    peakBytes: peaks.length === runs.length ? Math.max(...peaks) : null,
  };
}
