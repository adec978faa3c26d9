import process from 'node:process';

/** Whether a process of that number runs, ours or not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether the run of that number is still at work, asked before this one has made anything: what bears its own number
 * was left by an earlier process, as happens in containers, where every run gets the same number.
 */
export function isOfAnotherRun(pid: number): boolean {
  return pid !== process.pid && isRunning(pid);
}
