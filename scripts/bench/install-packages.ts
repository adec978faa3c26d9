import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { UsageError } from '../import/read-arguments.ts';

/** Packages that only the benchmark needs, as they are installed together. */
export interface WantedPackages {
  /** With its version, for people and for the name of the folder. */
  readonly title: string;
  readonly version: string;
  /** About how much comes, for people. */
  readonly size: string;
  /** Exact versions by name. */
  readonly packages: Readonly<Record<string, string>>;
}

/**
 * Where they lie: no dependencies of the project, which they would outweigh, but below its installed packages, where
 * `npm ci` clears them away.
 */
const FOLDER = path.resolve(import.meta.dirname, '../../node_modules/.cache');

/**
 * The folder that holds the packages, installed by npm on the first call.
 * @throws UsageError when npm can't get them.
 */
export async function installPackages(
  { title, version, size, packages }: WantedPackages,
  progress: (step: string) => void,
  parent = FOLDER,
): Promise<string> {
  const folder = path.join(parent, `${title.toLowerCase().replace(/\W+/g, '-')}-${version}`);
  if (await isThere(folder)) return folder;
  progress(`下载 ${title} ${version}（只这一次，约 ${size}，放在 ${folder}）`);
  // Put in place whole: what came half must not pass for the whole next time.
  const draft = `${folder}.new-${process.pid}`;
  const forget = (): void => rmSync(draft, { recursive: true, force: true });
  process.once('exit', forget);
  try {
    await mkdir(draft, { recursive: true });
    // Makes the folder a project of its own: else npm would install into ours.
    await writeFile(
      path.join(draft, 'package.json'),
      `${JSON.stringify({ private: true, type: 'module', dependencies: packages }, null, 2)}\n`,
    );
    const failure = await runNpm(draft);
    if (failure !== undefined) throw new UsageError(failed(`${title} ${version}`, failure));
    await rename(draft, folder);
    return folder;
  } finally {
    process.off('exit', forget);
    await rm(draft, { recursive: true, force: true });
  }
}

const failed = (what: string, said: string): string =>
  `发现 npm 没能下载 ${what}，应能连上 npm 的软件包仓库。` +
  `改法：联网后再试，或先用 npm ping 查看连得上连不上。npm 说：\n${said.trim()}`;

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const INSTALL = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];

/** What npm complained of; undefined when all went well. Within `npm run`, the npm that runs it. */
async function runNpm(cwd: string): Promise<string | undefined> {
  const script = process.env['npm_execpath'];
  const [command, before] =
    script !== undefined && /\.c?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
  const child = spawn(command, [...before, ...INSTALL], {
    cwd,
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
