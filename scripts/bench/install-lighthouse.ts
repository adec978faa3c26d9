import { spawn } from 'node:child_process';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { UsageError } from '../import/read-arguments.ts';

/** Pinned, because scores of two versions can't be compared. */
export const LIGHTHOUSE_VERSION = '13.5.0';

/**
 * Where it lies: no dependency of the project, which it would outweigh, but below its installed packages, where
 * `npm ci` clears it away.
 */
const FOLDER = path.resolve('node_modules/.cache', `lighthouse-${LIGHTHOUSE_VERSION}`);
const COMMAND = path.join(FOLDER, 'node_modules/lighthouse/cli/index.js');

/**
 * Path of Lighthouse's command for Node, installed by npm on the first call.
 * @throws UsageError when npm can't get it.
 */
export async function lighthouseCommand(progress: (step: string) => void): Promise<string> {
  const installed = await access(COMMAND).then(
    () => true,
    () => false,
  );
  if (installed) return COMMAND;
  progress(`下载 Lighthouse ${LIGHTHOUSE_VERSION}（只这一次，约 180 MB，放在 ${FOLDER}）`);
  await mkdir(FOLDER, { recursive: true });
  // Makes the folder a project of its own: else npm would install into ours.
  await writeFile(path.join(FOLDER, 'package.json'), '{ "private": true }\n');
  const failure = await runNpm([
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--ignore-scripts',
  ]);
  if (failure === undefined) return COMMAND;
  // What came half must not pass for the whole next time.
  await rm(FOLDER, { recursive: true, force: true });
  throw new UsageError(
    `发现 npm 没能下载 Lighthouse ${LIGHTHOUSE_VERSION}，应能连上 npm 的软件包仓库。` +
      `改法：联网后再试，或先用 npm ping 查看连得上连不上。npm 说：\n${failure.trim()}`,
  );
}

/** What npm complained of; undefined when all went well. Within `npm run`, the npm that runs it. */
async function runNpm(args: readonly string[]): Promise<string | undefined> {
  const script = process.env['npm_execpath'];
  const [command, before] =
    script !== undefined && /\.c?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
  const child = spawn(command, [...before, ...args, `lighthouse@${LIGHTHOUSE_VERSION}`], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'pipe'],
    // On Windows npm is a batch file, which only a shell can start.
    shell: command === 'npm' && process.platform === 'win32',
  });
  let said = '';
  child.stderr.on('data', (piece) => (said += piece));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  return code === 0 ? undefined : said || `结束代码 ${code}`;
}
