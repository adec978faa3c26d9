import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { watchTree } from './process-tree.ts';

/** A program that ran to its end. */
export interface ProcessRun {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  /** From its start to its end, in milliseconds of wall clock. */
  readonly ms: number;
  /** Time on processors, of it and all that it started, in milliseconds; null where it can't be told. */
  readonly cpuMs: number | null;
  /** Of it and all that it started, in bytes; null where it can't be told. */
  readonly peakBytes: number | null;
  /** What it printed. */
  readonly output: string;
}

interface RunOptions {
  readonly args?: readonly string[];
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Told of what the script sends. */
  readonly onMessage?: (message: unknown) => void;
}

/** Runs a script of Node by itself, by the clock and with its memory watched. */
export function runProcess(script: string, options: RunOptions = {}): Promise<ProcessRun> {
  const { args = [], onMessage = () => {} } = options;
  const began = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    ...placeOf(options),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.on('message', onMessage);
  return watch(child, began);
}

/** Runs any program in the same way. */
export function runProgram(
  command: string,
  options: Omit<RunOptions, 'onMessage'> = {},
): Promise<ProcessRun> {
  const began = performance.now();
  const child = spawn(command, [...(options.args ?? [])], {
    ...placeOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watch(child, began);
}

const placeOf = ({ cwd, env = {} }: RunOptions) => ({
  env: { ...process.env, ...env },
  ...(cwd === undefined ? {} : { cwd }),
});

async function watch(child: ChildProcess, began: number): Promise<ProcessRun> {
  // A benchmark that is stopped must not leave its work running.
  const stop = (): void => void child.kill();
  process.prependOnceListener('exit', stop);
  const tree = watchTree(child.pid ?? 0);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (output += piece));
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const ms = performance.now() - began;
    const { cpuMs = null, peakBytes = null } = tree.stop() ?? {};
    return { code, ms, cpuMs, peakBytes, output: output.trim() };
  } finally {
    tree.stop();
    process.off('exit', stop);
  }
}
