import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { tryGit } from '../changes/git.ts';
import { exists } from '../import/write-files.ts';

/** Folder of the inbox for originals that git doesn't keep; its name makes everything pass over it. */
export const DONE = '_已转换';

/**
 * Takes a converted original out of the way, for what stays in the inbox would be converted again. Nothing is lost: only
 * what git's last commit holds is deleted. Returns a sentence for the report.
 */
export async function putAway(file: string, inbox: string): Promise<string> {
  if (await isCommitted(file)) {
    await rm(file);
    return '原件已从收件箱移走，git 记录里仍有';
  }
  const target = await freeName(path.join(inbox, DONE), path.basename(file));
  await mkdir(path.dirname(target), { recursive: true });
  await rename(file, target);
  return `原件还没有提交过，移到 ${path.relative('.', target).split(path.sep).join('/')}，核对以后可以删去`;
}

/** Whether the last commit has the file as it is. */
async function isCommitted(file: string): Promise<boolean> {
  const [folder, name] = [path.dirname(file), path.basename(file)];
  // A name such as [2013]5号.txt is no pattern that another file could answer to.
  const ask = (...args: string[]) => tryGit(folder, '--literal-pathspecs', ...args, '--', name);
  return (
    (await ask('ls-files', '--error-unmatch')) !== undefined &&
    (await ask('diff', '--quiet', 'HEAD')) !== undefined
  );
}

async function freeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let count = 1; ; count++) {
    const target = path.join(folder, count === 1 ? name : `${stem}-${count}${ext}`);
    if (!(await exists(target))) return target;
  }
}
