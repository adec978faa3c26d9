import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** The comparison can't be made; the message is for the user, in Chinese. */
export class ChangesError extends Error {
  override readonly name = 'ChangesError';
}

/** Throws the message 「发现…，应为…。改法：…。」. */
export function fail(found: string, expected: string, remedy: string, cause?: unknown): never {
  // A Latin word after a Chinese one is set off by a space.
  const should = /^\w/.test(expected) ? ` ${expected}` : expected;
  throw new ChangesError(`发现${found}，应为${should}。改法：${remedy}。`, { cause });
}

const run = promisify(execFile);
const LARGEST_LIST = 1 << 28;

/** What a git command prints, in `cwd`. Names come as they are. @throws Error with git's own words. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], {
    cwd,
    maxBuffer: LARGEST_LIST,
  });
  return stdout;
}

/** The same, or undefined when git refuses. */
export async function tryGit(cwd: string, ...args: string[]): Promise<string | undefined> {
  return git(cwd, ...args).catch(() => undefined);
}

/** What a git command prints as bytes, given `input`. */
export function gitBytes(cwd: string, args: readonly string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    // A git that ends early closes its input; its exit code tells why.
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(Buffer.concat(err).toString('utf8').trim()));
    });
    child.stdin.end(input);
  });
}
