import { fork } from 'node:child_process';
import process from 'node:process';
import { watchMemory } from './process-memory.ts';

/** A script that ran to its end as a process of its own. */
export interface ProcessRun {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  /** From its start to its end, in milliseconds of wall clock. */
  readonly ms: number;
  /** Of it and all that it started, in bytes; null where it can't be told. */
  readonly peakBytes: number | null;
  /** What it printed. */
  readonly output: string;
}

interface RunOptions {
  readonly args?: readonly string[];
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Told of what the script sends. */
  readonly onMessage?: (message: unknown) => void;
}

/** Runs a script by itself, by the clock and with its memory watched. */
export async function runProcess(script: string, options: RunOptions = {}): Promise<ProcessRun> {
  const { args = [], env = {}, onMessage = () => {} } = options;
  const began = performance.now();
  const child = fork(script, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // A benchmark that is stopped must not leave its work running.
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const memory = watchMemory(child.pid ?? 0);
  let output = '';
  child.on('message', onMessage);
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (output += piece));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const ms = performance.now() - began;
  process.off('exit', stop);
  return { code, ms, peakBytes: memory.stop() ?? null, output: output.trim() };
}
