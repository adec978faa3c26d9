import type { Revisions } from '../../src/changes/report.ts';
import { fail, git, tryGit } from './git.ts';

const WHOLE_HISTORY =
  '运行 git remote set-branches origin "*"，再运行 git fetch --unshallow；GitHub Actions 里给 actions/checkout 写上 fetch-depth: 0，GitLab CI 里设 GIT_DEPTH: 0';

/** The repository that holds a content folder. */
export interface Repository {
  /** Absolute path of its top folder. */
  top: string;
  /** The content folder below it with a slash at the end, or '' for the top itself. */
  prefix: string;
}

/** Finds the repository of a content folder. @throws ChangesError when there is no git, or no repository. */
export async function findRepository(contentDir: string): Promise<Repository> {
  await git(contentDir, '--version').catch((error: unknown) =>
    fail('这台电脑没有 git 程序', '装有 git', '安装 git 再试', error),
  );
  const top = await git(contentDir, 'rev-parse', '--show-toplevel').catch((error: unknown) => {
    if (/dubious ownership/.test(String(error)))
      return fail(
        `${contentDir} 属于另一个用户，git 不肯读取`,
        '自己的文件夹',
        '运行 git config --global --add safe.directory 加上仓库的完整路径',
        error,
      );
    return fail(
      `${contentDir} 不在 git 仓库里，没有旧的版本可以比较`,
      '用 git clone 得到的文件夹',
      '用 git clone 取得仓库再试；CONTENT_DIR 指到别处的，换回仓库里的内容文件夹',
      error,
    );
  });
  const prefix = await git(contentDir, 'rev-parse', '--show-prefix');
  return { top: top.trimEnd(), prefix: prefix.trimEnd() };
}

/**
 * The commit to compare with. A line of work that parted from the base is compared with where it parted: what others
 * have done on the base since then is no change of this one.
 * @throws ChangesError for an unknown revision, or when a shallow clone lacks the place where they parted.
 */
export async function findBase({ top }: Repository, base: string): Promise<Revisions> {
  const given = await commitOf(top, base);
  if (given === undefined) return unknownRevision(top, base);
  const head = await commitOf(top, 'HEAD');
  if (head === undefined || head === given) return { base, commit: given, note: null };
  const parted = (await tryGit(top, 'merge-base', given, head))?.trim();
  if (parted) {
    const note = parted === given ? null : `${base} 后来又有了别的改动；这里与分叉处比较，那些改动不算在内。`;
    return { base, commit: parted, note };
  }
  if (await isShallow(top))
    return fail(
      `这里的 git 记录不全（浅克隆），找不到与 ${base} 的分叉处`,
      '有完整记录的仓库',
      WHOLE_HISTORY,
    );
  return { base, commit: given, note: `与 ${base} 没有共同的历史，直接与它比较。` };
}

async function commitOf(top: string, revision: string): Promise<string | undefined> {
  const found = await tryGit(
    top,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  );
  return found?.trim() || undefined;
}

async function isShallow(top: string): Promise<boolean> {
  return (await tryGit(top, 'rev-parse', '--is-shallow-repository'))?.trim() === 'true';
}

async function unknownRevision(top: string, base: string): Promise<never> {
  const remote = await commitOf(top, `origin/${base}`);
  if (remote !== undefined) return fail(`本地没有版本 ${base}`, 'git 认得的版本', `改用 origin/${base}`);
  if (await isShallow(top))
    return fail(`版本 ${base} 不在这里的 git 记录里，记录不全（浅克隆）`, 'git 认得的版本', WHOLE_HISTORY);
  return fail(
    `版本 ${base} 不存在`,
    'git 认得的版本',
    '用 git log 查看版本，例如 npm run changes -- origin/main；刚建的仓库先 git fetch',
  );
}
