import { lstat, readFile } from 'node:fs/promises';
import process from 'node:process';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { NoteError } from './note/api.ts';
import { commentText, type Marker } from './note/comment-text.ts';
import { findPullRequest, postToGithub, readRunEvent } from './note/post-github.ts';
import { postToGitlab } from './note/post-gitlab.ts';

const USAGE = `用法：npm run note -- 文件
把变更清单或收件箱报告写成合并请求的评论；已有的那一条改成新的，不另加。只在 CI 里用。
GitHub：由 workflow_run 触发的任务运行，用 GITHUB_TOKEN。GitLab：设了变量 REVIEW_TOKEN 才写，没有设就什么也不做。
  --help      显示这段说明
结束代码：0 写了，或没有可写的地方，2 没能写。`;

/** A larger file is no report. In bytes. */
const LARGEST = 1_000_000;

interface Note {
  marker: Marker;
  text: string;
}

/** Reads the report. A link of the file system would have any file of the machine posted. */
async function readNote(file: string, foreign: boolean): Promise<Note> {
  const info = await lstat(file).catch(() => undefined);
  if (!info?.isFile())
    throw new UsageError(`发现没有文件 ${file}，应为 npm run changes 写的报告。改法：先运行它。`);
  const raw = info.size <= LARGEST ? await readFile(file, 'utf8') : '';
  const note = commentText(raw, foreign);
  if (note) return note;
  throw new UsageError(`发现 ${file} 不是变更清单或收件箱报告，应为那样的报告。改法：检查文件名。`);
}

/** Writes the note where the environment says, and tells in Chinese what was done. */
async function post(file: string): Promise<string> {
  const env = process.env;
  const said = { new: '已写评论', updated: '已更新评论' } as const;
  if (env['GITHUB_ACTIONS'] === 'true') {
    const [token, repository, eventFile] = needed('GITHUB_TOKEN', 'GITHUB_REPOSITORY', 'GITHUB_EVENT_PATH');
    const run = readRunEvent(await readFile(eventFile, 'utf8'));
    if (!run)
      throw new UsageError('发现不是 workflow_run 触发的，应在那样的任务里运行。改法：见 comment.yml。');
    const root = env['GITHUB_API_URL'] || 'https://api.github.com';
    const api = { root, headers: { authorization: `Bearer ${token}` } };
    const number = await findPullRequest(api, repository, run);
    if (number === undefined) return '没有对应的合并请求，或它已有更新的提交：不写评论。';
    const note = await readNote(file, run.head_repository.full_name !== repository);
    return `${said[await postToGithub(api, repository, number, note)]}：合并请求 ${number}。`;
  }
  if (env['GITLAB_CI'] === 'true') {
    const token = env['REVIEW_TOKEN'];
    if (!token) return '没有设变量 REVIEW_TOKEN，不写评论；清单在任务的产物里。';
    const [root, project, number] = needed('CI_API_V4_URL', 'CI_PROJECT_ID', 'CI_MERGE_REQUEST_IID');
    const api = { root, headers: { 'private-token': token } };
    return `${said[await postToGitlab(api, project, number, await readNote(file, false))]}：合并请求 ${number}。`;
  }
  throw new UsageError(
    '发现不是在 GitHub 或 GitLab 的 CI 里，应在那里运行。改法：在本地用 npm run changes 看清单。',
  );
}

function needed(...names: [string, string, string]): [string, string, string] {
  const missing = names.find((name) => !process.env[name]);
  if (missing !== undefined)
    throw new UsageError(`发现没有环境变量 ${missing}，应由 CI 给出。改法：检查工作流的 env。`);
  const [a, b, c] = names.map((name) => process.env[name] ?? '');
  return [a ?? '', b ?? '', c ?? ''];
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [file, stray] = positionals;
  if (file === undefined || stray !== undefined)
    throw new UsageError(
      '发现没有写文件，或不止一个，应为一个文件。改法：例如 npm run note -- review/comment.md。',
    );
  try {
    console.log(await post(file));
    return 0;
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    console.error(error.message);
    return 2;
  }
}

if (import.meta.main) await runCommand(USAGE, main);
