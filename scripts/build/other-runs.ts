import process from 'node:process';

/**
 * True when the process of that number is still at work. This one has made nothing yet: what bears its number was left
 * by an earlier process, as happens in containers, where every run gets the same number.
 */
export function isOfAnotherRun(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
