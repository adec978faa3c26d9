/** Which state of the content a copy was made from, in words. Never the day on which it was made. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { COLLECTIONS } from '../../src/core/collections.ts';

const run = promisify(execFile);

/** What an office publishes, below its content folder; help and rules come with the software. */
const PUBLISHED = [...COLLECTIONS, 'agencies.yml', 'topics.yml'];

/** What git says of a folder; undefined without git, or where it knows no commit of it. */
async function git(dir: string, ...args: string[]): Promise<string | undefined> {
  const output = await run('git', ['-C', dir, ...args, '--', ...PUBLISHED]).catch(() => undefined);
  return output?.stdout.trim();
}

/** The last commit that changed the content, and whether files were changed since. */
async function fromGit(contentDir: string): Promise<string | undefined> {
  const commit = await git(contentDir, 'log', '-1', '--format=%cs（%h）');
  if (!commit) return undefined;
  const changed = await git(contentDir, 'status', '--porcelain');
  return `内容更新到 ${commit}${changed ? '，另有之后尚未提交的改动' : ''}`;
}

/** The latest day, month or year that the documents themselves bear, as they write it. */
function newestDate(list: unknown): string | undefined {
  const dates = (Array.isArray(list) ? list : []).flatMap((entry: { issuedOn?: unknown }) =>
    typeof entry.issuedOn === 'string' ? entry.issuedOn : [],
  );
  return dates.sort().at(-1);
}

/** Lines that say what the copy of the site in `siteDir` holds. */
export async function describeContent(siteDir: string, contentDir: string): Promise<string[]> {
  const list: unknown = JSON.parse(await readFile(path.join(siteDir, 'api/documents.json'), 'utf8'));
  const count = Array.isArray(list) ? list.length : 0;
  const newest = newestDate(list);
  const version = (await fromGit(contentDir)) ?? (newest && `其中最新的一份成文于 ${newest}`);
  return [`收录 ${count} 份文件${version ? `，${version}` : ''}。`];
}
