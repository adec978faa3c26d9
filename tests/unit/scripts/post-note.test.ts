import { execFile } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commentText } from '../../../scripts/note/comment-text.ts';
import { INBOX_MARKER, MARKER } from '../../../src/changes/render-markdown.ts';
import { type Run, temporaryFolder } from './run-script.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = temporaryFolder();
const at = (name: string): string => path.join(folder(), name);
const SHA = 'a'.repeat(40);

/** A platform that answers from a table and writes down what it was told. */
let server: Server;
let answers: Record<string, unknown>;
let told: { method: string; url: string; body: string; token: string }[];
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};
beforeEach(async () => {
  [answers, told] = [{}, []];
  server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const token = String(headers['private-token'] ?? headers.authorization ?? '');
    told.push({ method, url, body: await bodyOf(request), token });
    const answer = method === 'GET' ? answers[url] : {};
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));
const root = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const writes = () => told.filter(({ method }) => method !== 'GET');

function note(env: Record<string, string>, file = at('comment.md')): Promise<Run> {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const bare = { PATH, NODE_COMPILE_CACHE };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, 'scripts/post-note.ts'), file],
      { cwd: folder(), env: { ...bare, ...env } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

describe('the text of a comment', () => {
  it('is our report or nothing', () => {
    expect(commentText(`${MARKER}\n## 变更清单\n`, false)).toEqual({
      marker: MARKER,
      text: `${MARKER}\n## 变更清单\n`,
    });
    for (const text of ['', '## 变更清单', ` ${MARKER}\n`, `${MARKER}x\n`])
      expect(commentText(text, false)).toBeUndefined();
  });

  it('of a forged report calls nobody, loads nothing, commands nothing and imitates no other', () => {
    const forged = `${MARKER}\n@octocat <img src="http://evil.example/x.png"> ![x](http://evil.example)\n/close\n${INBOX_MARKER}\n<a href="x">点</a>`;
    const text = commentText(forged, true)?.text ?? '';
    expect(text.split('\n').slice(1).join('\n')).not.toMatch(
      /@octocat|<img|(?<!\\)!?(?<![\\])!\[|^\/close|<!--|<a /m,
    );
    expect(text).toContain('由分叉仓库里的程序生成');
  });

  it('keeps to the length of a comment', () => {
    expect((commentText(`${MARKER}\n${'长'.repeat(90_000)}`, true)?.text ?? '').length).toBeLessThan(65_536);
  });
});

describe('GitHub', () => {
  const run = (given: object = {}) => ({
    workflow_run: {
      ...{ event: 'pull_request', head_sha: SHA, head_branch: 'edit/2012&x=1' },
      head_repository: { full_name: 'teacher/wenku', owner: { login: 'teacher' } },
      ...given,
    },
  });
  const pulls = '/repos/office/wenku/pulls?state=open&head=teacher%3Aedit%2F2012%26x%3D1&per_page=100&page=1';
  const comments = '/repos/office/wenku/issues/7/comments?per_page=100&page=1';
  const pull = (sha = SHA, repository = 'teacher/wenku') => ({
    number: 7,
    head: { sha, repo: { full_name: repository } },
  });
  const env = (): Record<string, string> => ({
    ...{ GITHUB_ACTIONS: 'true', GITHUB_TOKEN: 't', GITHUB_REPOSITORY: 'office/wenku' },
    ...{ GITHUB_EVENT_PATH: at('event.json'), GITHUB_API_URL: root() },
  });
  beforeEach(async () => {
    await writeFile(at('comment.md'), `${MARKER}\n## 变更清单\n`);
    await writeFile(at('event.json'), JSON.stringify(run()));
    answers = { [pulls]: [pull()], [comments]: [] };
  });

  it('writes one comment and afterwards mends it; a marker in a comment of somebody else is passed over', async () => {
    expect(await note(env())).toMatchObject({ code: 0, out: '已写评论：合并请求 7。\n' });
    expect(writes().map(({ method, url }) => [method, url])).toEqual([
      ['POST', '/repos/office/wenku/issues/7/comments'],
    ]);
    expect(told.every(({ token }) => token === 'Bearer t')).toBe(true);
    answers[comments] = [
      { id: 1, body: `${MARKER}\n假的`, user: { type: 'User' } },
      { id: 2, body: `${INBOX_MARKER}\n`, user: { type: 'Bot' } },
      { id: 3, body: `${MARKER}\n旧的`, user: { type: 'Bot' } },
    ];
    expect((await note(env())).out).toBe('已更新评论：合并请求 7。\n');
    expect(writes().at(-1)).toMatchObject({ method: 'PATCH', url: '/repos/office/wenku/issues/comments/3' });
    expect(JSON.parse(writes().at(-1)?.body ?? '{}').body).toContain('由分叉仓库里的程序生成');
  });

  it('writes nothing where no open pull request has that very commit of that very repository', async () => {
    for (const found of [[], [pull('b'.repeat(40))], [pull(SHA, 'somebody/else')]]) {
      answers[pulls] = found;
      expect((await note(env())).out).toContain('不写评论');
    }
    expect(writes()).toEqual([]);
  });

  it('a converted inbox has moved its own branch on: that is no newer state', async () => {
    await writeFile(at('event.json'), JSON.stringify(run({ event: 'push' })));
    answers[pulls] = [pull('b'.repeat(40))];
    expect((await note(env())).out).toContain('已写评论');
  });

  it('refuses what is no report, a link of the file system, another event and a refusal of the platform', async () => {
    await writeFile(at('other.md'), '## 别的');
    await symlink('/etc/hostname', at('link.md'));
    for (const file of ['other.md', 'link.md', 'none.md'])
      expect(await note(env(), at(file))).toMatchObject({ code: 2, err: expect.stringMatching(/^发现/) });
    await writeFile(at('event.json'), '{"pull_request":{}}');
    expect((await note(env())).err).toContain('发现不是 workflow_run 触发的');
    await writeFile(at('event.json'), JSON.stringify(run()));
    answers = {};
    expect(await note(env())).toMatchObject({ code: 2, err: expect.stringContaining('状态 404') });
    expect(writes()).toEqual([]);
  });
});

describe('GitLab', () => {
  const notes = '/projects/12/merge_requests/3/notes?per_page=100&page=1';
  const env = (): Record<string, string> => ({
    ...{ GITLAB_CI: 'true', CI_API_V4_URL: root(), CI_PROJECT_ID: '12', CI_MERGE_REQUEST_IID: '3' },
  });
  beforeEach(() => writeFile(at('comment.md'), `${MARKER}\n## 变更清单\n`));

  it('does nothing without a token', async () => {
    expect(await note(env())).toMatchObject({
      code: 0,
      out: expect.stringContaining('没有设变量 REVIEW_TOKEN'),
    });
    expect(told).toEqual([]);
  });

  it('writes one note and afterwards mends it', async () => {
    answers = { '/user': { id: 5 }, [notes]: [] };
    const token = { ...env(), REVIEW_TOKEN: 't' };
    expect((await note(token)).out).toBe('已写评论：合并请求 3。\n');
    answers[notes] = [
      { id: 1, body: MARKER, author: { id: 6 }, system: false },
      { id: 2, body: `${MARKER}\n旧的`, author: { id: 5 }, system: false },
    ];
    expect((await note(token)).out).toBe('已更新评论：合并请求 3。\n');
    expect(writes().map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /projects/12/merge_requests/3/notes',
      'PUT /projects/12/merge_requests/3/notes/2',
    ]);
    expect(told.every((each) => each.token === 't')).toBe(true);
  });
});

it('says where it can be run', async () => {
  await writeFile(at('comment.md'), `${MARKER}\n`);
  expect(await note({})).toMatchObject({ code: 2, err: expect.stringContaining('npm run changes') });
});
