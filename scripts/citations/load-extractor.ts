import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type * as CitedTitles from '../../src/core/cited-titles.ts';
import type * as DocNumber from '../../src/core/docnumber.ts';
import type * as SeenCodes from '../../src/core/seen-codes.ts';
import { ComparisonError } from './read-arguments.ts';

/** One version of the extraction. Versions before seen codes have none. */
export type Extractor = Pick<typeof DocNumber, 'findDocNumbers'> &
  Pick<typeof CitedTitles, 'findCitedTitles'> &
  Partial<Pick<typeof SeenCodes, 'collectSeenCodes' | 'seenCodesIn'>>;

const CORE = 'src/core';
const run = promisify(execFile);

/** The extraction of the sources below `root`. */
export async function loadExtractor(root: string): Promise<Extractor> {
  const load = (name: string): Promise<unknown> => import(pathToFileURL(path.join(root, CORE, name)).href);
  // The modules are our own, of this or an earlier version; what is called of them has kept its shape.
  const [numbers, titles, codes] = await Promise.all([
    load('docnumber.ts'),
    load('cited-titles.ts'),
    load('seen-codes.ts').catch(() => ({})),
  ]);
  return { ...(numbers as Extractor), ...(titles as Extractor), ...(codes as Partial<Extractor>) };
}

/**
 * The extraction as it was at a git revision of the repository at `root`; its sources lie in a temporary folder
 * that `use` may read from until it ends.
 * @throws ComparisonError when there is no git, no repository or no such revision.
 */
export async function withExtractorAt<T>(
  revision: string,
  root: string,
  use: (extractor: Extractor) => Promise<T>,
): Promise<T> {
  const files = await filesAt(revision, root);
  const folder = await mkdtemp(path.join(tmpdir(), 'citations-'));
  try {
    await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
    for (const file of files) {
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, await git(root, 'show', `${revision}:./${file}`));
    }
    return await use(await loadExtractor(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesAt(revision: string, root: string): Promise<string[]> {
  await git(root, '--version').catch((error: unknown) =>
    fail('没有 git 程序', '装有 git', '安装 git 再试', error),
  );
  await git(root, 'rev-parse', '--git-dir').catch((error: unknown) =>
    fail('这个文件夹没有 git 记录', '用 git clone 得到的文件夹', '用 git clone 取得仓库再试', error),
  );
  await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).catch(
    (error: unknown) =>
      fail(`版本 ${revision} 不存在`, 'git 认得的版本', '用 git log 查看版本，例如 --against HEAD~1', error),
  );
  const listed = await git(root, 'ls-tree', '-r', '--name-only', revision, `${CORE}/`);
  const files = listed.split('\n').filter((name) => name.endsWith('.ts'));
  if (!files.includes(`${CORE}/docnumber.ts`) || !files.includes(`${CORE}/cited-titles.ts`))
    fail(
      `版本 ${revision} 里没有找文号和题名的程序`,
      '有 src/core/docnumber.ts 和 src/core/cited-titles.ts 的版本',
      '换一个较新的版本',
    );
  return files;
}

function fail(found: string, expected: string, remedy: string, cause?: unknown): never {
  throw new ComparisonError(`发现${found}，应为${expected}。改法：${remedy}。`, { cause });
}

async function git(root: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  return stdout;
}
