import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RunningEditor, serveEditor } from '../../../../scripts/editor/local-server.ts';
import { planText, writeContent } from '../../../support/temp-content.ts';
import { temporaryFolder } from '../run-script.ts';

const folder = temporaryFolder();
const PLAN = planText();
const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
let editor: RunningEditor;
const check = vi.fn(async (files: readonly string[]) => ({
  ...{ file: files.at(-1) ?? '', errors: 0, warnings: 0, issues: [] },
}));

beforeEach(async () => {
  await writeContent(path.join(folder(), 'content'), {
    'plans/2012.mdx': PLAN,
    'plans/云教研字.mdx': PLAN,
    'plans/_draft.mdx': PLAN,
    'plans/notes.txt': 'x',
    'policies/old.mdx': Buffer.from([0xb1, 0xe0, 0xd6, 0xc6]),
    'topics.yml': '- name: 课程改革\n',
    'files/form.png': PICTURE,
    'files/page.html': '<script>',
    'addresses.yml': '- /plans/2012/\n',
  });
  await writeFile(path.join(folder(), 'secret.mdx'), 'secret');
  check.mockClear();
  editor = await serveEditor({
    ...{ contentDir: path.join(folder(), 'content'), port: 0, policy: "default-src 'none'", check },
    adminFile: async (name) => (name === 'index.html' ? '<!doctype html>' : undefined),
  });
});
afterEach(() => editor.close());

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

interface Sent {
  at?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request with headers that `fetch` doesn't let a script set. */
function send({ at = '/api/v1', method = 'POST', headers = {}, body = '' }: Sent): Promise<Reply> {
  const { hostname, port, host, origin } = new URL(editor.url);
  const own = { host, origin, 'content-type': 'application/json; charset=utf-8', ...headers };
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path: at, method, headers: own }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => {
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: isJson ? JSON.parse(text) : text,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const ask = (action: string, params: object = {}, headers: Record<string, string> = {}): Promise<Reply> =>
  send({
    body: JSON.stringify({ branch: 'local', action, params: { branch: 'local', ...params } }),
    headers,
  });
const optionsOf = (useWorkflow: boolean) => ({
  ...{ collectionName: 'plans', commitMessage: 'x', useWorkflow, status: 'draft' },
});
const persist = (file: string, raw: string, assets: object[] = []): Promise<Reply> =>
  ask('persistEntry', {
    dataFiles: [{ slug: 'x', path: file, raw }],
    assets,
    options: optionsOf(false),
  });
const asset = (file: string, content = PICTURE) => ({
  ...{ path: file, content: content.toString('base64'), encoding: 'base64' },
});
const contentAt = (file: string): Promise<string> => readFile(path.join(folder(), 'content', file), 'utf8');

/** Every file below the temporary folder with its content: nothing of it may change. */
async function snapshot(): Promise<Record<string, string>> {
  const entries = await readdir(folder(), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.sort().map(async (file) => [file, await readFile(file, 'base64')] as const),
  );
  return Object.fromEntries(read);
}

describe('reading', () => {
  it('lists the documents of a collection, drafts and other files left out', async () => {
    const { status, body } = await ask('entriesByFolder', {
      folder: 'content/plans',
      extension: 'mdx',
      depth: 1,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { data: PLAN, file: { path: 'content/plans/2012.mdx' } },
      { data: PLAN, file: { path: 'content/plans/云教研字.mdx' } },
    ]);
  });

  it('reads documents and registers; one that isn’t there is null', async () => {
    expect((await ask('getEntry', { path: 'content/plans/2012.mdx' })).body).toMatchObject({ data: PLAN });
    const files = [{ path: 'content/agencies.yml', label: '机关代字表' }, { path: 'content/topics.yml' }];
    expect((await ask('entriesByFiles', { files })).body).toMatchObject([
      { data: null, file: { label: '机关代字表' } },
      { data: '- name: 课程改革\n' },
    ]);
  });

  it('gives a file in another encoding as no document, so that nothing can be saved over it', async () => {
    const { body } = await ask('getEntry', { path: 'content/policies/old.mdx' });
    expect(body).toMatchObject({ data: expect.stringMatching(/^（这份文件不是 UTF-8/) });
  });

  it('lists attachments that readers may be handed', async () => {
    const { body } = await ask('getMedia', { mediaFolder: 'content/files' });
    expect(body).toEqual([
      expect.objectContaining({ path: 'content/files/form.png', content: PICTURE.toString('base64') }),
    ]);
  });

  it('says what it is', async () => {
    expect((await ask('info')).body).toMatchObject({ type: 'local_fs' });
    expect((await ask('getDeployPreview', { collection: 'plans', slug: 'x' })).body).toBeNull();
  });
});

describe('writing', () => {
  it('saves a document with its attachments, and has it checked', async () => {
    const changed = PLAN.replace('2012', '2013');
    const { status } = await persist('content/plans/2012.mdx', changed, [
      asset('content/files/听课 图1.png'),
    ]);
    expect(status).toBe(200);
    expect(await contentAt('plans/2012.mdx')).toBe(changed);
    expect(await readFile(path.join(folder(), 'content/files/听课 图1.png'))).toEqual(PICTURE);
    expect(check).toHaveBeenCalledWith(['files/听课 图1.png', 'plans/2012.mdx']);
    expect((await send({ at: '/api/check', method: 'GET' })).body).toMatchObject({ file: 'plans/2012.mdx' });
    expect((await readdir(path.join(folder(), 'content/plans'))).some((name) => name.endsWith('.tmp'))).toBe(
      false,
    );
  });

  it('makes a collection’s folder with its first document', async () => {
    expect((await persist('content/summaries/2012.mdx', PLAN)).status).toBe(200);
    expect(await contentAt('summaries/2012.mdx')).toBe(PLAN);
  });

  it('removes attachments', async () => {
    const options = { commitMessage: 'x' };
    expect((await ask('deleteFiles', { paths: ['content/files/form.png'], options })).status).toBe(200);
    expect(await readdir(path.join(folder(), 'content/files'))).toEqual(['page.html']);
  });
});

describe('a draft', () => {
  const name = { collection: 'plans', slug: '2012' };
  const changed = PLAN.replace('2012', '2013');
  const draft = (file = 'content/plans/2012.mdx', raw = changed, assets: object[] = []): Promise<Reply> =>
    ask('persistEntry', {
      dataFiles: [{ slug: '2012', path: file, raw }],
      assets,
      options: optionsOf(true),
    });

  it('leaves the folder alone until it is published, and is then gone', async () => {
    const before = await snapshot();
    expect((await ask('unpublishedEntry', name)).status).toBe(404);
    const picture = 'content/files/lessons.png';
    expect((await draft(undefined, undefined, [asset(picture)])).status).toBe(200);
    expect(await snapshot()).toEqual(before);
    expect((await ask('unpublishedEntries')).body).toEqual(['plans/2012']);
    const described = {
      ...{ ...name, status: 'draft' },
      diffs: [
        { id: picture, path: picture, newFile: true },
        { id: 'content/plans/2012.mdx', path: 'content/plans/2012.mdx', newFile: false },
      ],
    };
    expect((await ask('unpublishedEntry', name)).body).toMatchObject(described);
    expect((await ask('unpublishedEntry', { id: 'plans/2012' })).body).toMatchObject(described);
    const at = { ...name, path: 'content/plans/2012.mdx', id: 'x' };
    expect((await ask('unpublishedEntryDataFile', at)).body).toEqual({ data: changed });
    expect((await ask('unpublishedEntryMediaFile', { ...at, path: picture })).body).toMatchObject({
      ...{ name: 'lessons.png', content: PICTURE.toString('base64') },
    });
    expect((await ask('publishUnpublishedEntry', name)).status).toBe(200);
    expect(await contentAt('plans/2012.mdx')).toBe(changed);
    expect(check).toHaveBeenCalledWith(['files/lessons.png', 'plans/2012.mdx']);
    expect((await ask('unpublishedEntries')).body).toEqual([]);
  });

  it('keeps its status when it is saved again, and can be thrown away', async () => {
    await draft();
    const moved = { ...name, newStatus: 'pending_publish' };
    expect((await ask('updateUnpublishedEntryStatus', moved)).status).toBe(200);
    await draft(undefined, `${changed}\n`);
    expect((await ask('unpublishedEntry', name)).body).toMatchObject({ status: 'pending_publish' });
    expect((await ask('deleteUnpublishedEntry', name)).status).toBe(200);
    expect((await ask('publishUnpublishedEntry', name)).status).toBe(404);
    expect(await contentAt('plans/2012.mdx')).toBe(PLAN);
  });

  it('reaches no further than what is saved at once', async () => {
    for (const file of ['../secret.mdx', 'content/help/publish.mdx', 'content/plans/工作计划.mdx'])
      expect((await draft(file)).status, file).toBe(422);
    expect((await draft(undefined, undefined, [asset('content/files/x.svg')])).status).toBe(422);
    expect((await ask('unpublishedEntries')).body).toEqual([]);
    await draft();
    expect((await ask('updateUnpublishedEntryStatus', { ...name, newStatus: 'published' })).status).toBe(422);
    const elsewhere = { ...name, path: '../secret.mdx', id: 'x' };
    expect((await ask('unpublishedEntryMediaFile', elsewhere)).status).toBe(422);
    expect((await ask('unpublishedEntryDataFile', elsewhere)).status).toBe(404);
  });
});

describe('what reaches beyond the content', () => {
  beforeEach(async () => {
    const content = path.join(folder(), 'content');
    await mkdir(path.join(folder(), 'outside'));
    await symlink(path.join(folder(), 'secret.mdx'), path.join(content, 'plans/link.mdx'));
    await symlink(path.join(folder(), 'outside'), path.join(content, 'plans/linked'));
  });

  const PATHS = [
    '../secret.mdx',
    'content/../secret.mdx',
    'content/plans/../../secret.mdx',
    'content/plans/..%2f..%2fsecret.mdx',
    'content/plans\\..\\..\\secret.mdx',
    'content/plans/..\\2012.mdx',
    'content/plans//2012.mdx',
    'content/plans/./2012.mdx',
    'content/plans/2012.mdx\u0000.png',
    'content/plans/2012.mdx:stream.mdx',
    'content/plans/con.mdx',
    'content/plans/.hidden.mdx',
    'content/plans/.git/config.mdx',
    'content/plans/link.mdx',
    'content/plans/linked/new.mdx',
    'content/plans/2012.mdx/inside.mdx',
    'content/plans/page.html',
    'content/plans',
    'content/Plans/2012.mdx',
    'content/help/publish.mdx',
    'content/rules/file-name.mdx',
    'content/addresses.yml',
    'content/files/page.html',
    'content/files/picture.svg',
    'content/files/run.js',
    'content/files/no-type',
    'content/files/a?b.png',
    'package.json',
    'src/site.config.ts',
    '/etc/passwd',
    'C:/Windows/win.ini',
    '//server/share/x.mdx',
    '',
    `content/plans/${'x'.repeat(300)}.mdx`,
  ];

  it.each(PATHS)('%j is neither read, written nor removed', async (file) => {
    const before = await snapshot();
    const options = { commitMessage: 'x' };
    const replies = await Promise.all([
      ask('getEntry', { path: file }),
      ask('entriesByFiles', { files: [{ path: file }] }),
      ask('getMediaFile', { path: file }),
      persist(file, 'x'),
      ask('persistMedia', { asset: asset(file), options }),
      ask('deleteFile', { path: file, options }),
      ask('deleteFiles', { paths: ['content/files/form.png', file], options }),
    ]);
    for (const { status, body } of replies) {
      expect(status).toBe(422);
      expect(body).toMatchObject({ error: expect.stringMatching(/^发现.*应为/s) });
      expect(JSON.stringify(body)).not.toContain('secret"');
    }
    expect(await snapshot()).toEqual(before);
    expect(check).not.toHaveBeenCalled();
  });

  it.each(['content', 'content/help', 'content/plans/..', '..', 'src', 'content/plans/linked'])(
    'the folder %j is not listed',
    async (at) => {
      expect((await ask('entriesByFolder', { folder: at, extension: 'mdx', depth: 9 })).status).toBe(422);
      expect((await ask('getMedia', { mediaFolder: at })).status).toBe(422);
    },
  );

  it('a document or register is not removed, nor moved', async () => {
    const before = await snapshot();
    const options = { commitMessage: 'x' };
    expect((await ask('deleteFile', { path: 'content/plans/2012.mdx', options })).status).toBe(422);
    expect((await ask('deleteFile', { path: 'content/topics.yml', options })).status).toBe(422);
    const dataFiles = [
      { slug: 'x', path: 'content/plans/2012.mdx', raw: PLAN, newPath: 'content/plans/b.mdx' },
    ];
    expect((await ask('persistEntry', { dataFiles, assets: [], options: optionsOf(false) })).status).toBe(
      422,
    );
    expect(await snapshot()).toEqual(before);
  });

  it('all of a request is refused when a part of it is', async () => {
    const before = await snapshot();
    expect((await persist('content/plans/2012.mdx', 'x', [asset('content/files/x.svg')])).status).toBe(422);
    expect(await snapshot()).toEqual(before);
  });

  it('a new document has a name that can be an address; an old one keeps its own', async () => {
    const { status, body } = await persist('content/plans/工作计划.mdx', PLAN);
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: expect.stringContaining('工作计划.mdx') });
    expect((await persist('content/plans/云教研字.mdx', `${PLAN}\n`)).status).toBe(200);
  });

  it.each([
    ['{}'],
    ['[]'],
    ['null'],
    ['"info"'],
    ['{"action":"exec"}'],
    ['{"action":"__proto__"}'],
    ['{"action":"getEntry"}'],
    ['{"action":"getEntry","params":{"path":["content/plans/2012.mdx"]}}'],
    ['{"action":"persistEntry","params":{"dataFiles":[],"assets":[]}}'],
    [
      '{"action":"persistMedia","params":{"asset":{"path":"content/files/a.png","content":"***","encoding":"base64"}}}',
    ],
  ])('%s is no request', async (body) => {
    const reply = await send({ body });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ error: expect.stringMatching(/^发现/) });
  });

  it('what is no JSON is refused, and the server goes on', async () => {
    expect((await send({ body: '{' })).status).toBe(400);
    expect((await ask('info')).status).toBe(200);
  });
});

describe('another page, or another name for this machine', () => {
  it.each([
    ['another host name', { host: 'evil.example' }, 421],
    ['another port', { host: '127.0.0.1:1' }, 421],
    ['another page', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
  ])('%s gets nothing written', async (_, headers, status) => {
    const before = await snapshot();
    const reply = await ask(
      'persistEntry',
      {
        dataFiles: [{ slug: 'x', path: 'content/plans/2012.mdx', raw: 'x' }],
        assets: [],
        options: optionsOf(false),
      },
      headers,
    );
    expect(reply.status).toBe(status);
    expect(await snapshot()).toEqual(before);
  });

  it('is not answered by another method, nor shown what was saved', async () => {
    expect((await send({ method: 'GET' })).status).toBe(405);
    expect(
      (await send({ method: 'OPTIONS', headers: { origin: 'https://evil.example' } })).headers,
    ).not.toHaveProperty('access-control-allow-origin');
    expect((await send({ at: '/api/check', method: 'GET', headers: { host: 'evil.example' } })).status).toBe(
      421,
    );
    expect((await send({ at: '/admin/', method: 'POST' })).status).toBe(405);
  });

  it('takes localhost for itself', async () => {
    const { port } = new URL(editor.url);
    const own = `localhost:${port}`;
    expect((await ask('info', {}, { host: own, origin: `http://${own}` })).status).toBe(200);
  });
});

describe('the page', () => {
  it('comes with its policy, in no frame, and never from a cache', async () => {
    const { status, headers } = await send({ at: '/admin/', method: 'GET' });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    '/',
    '/admin',
    '/admin/../secret.mdx',
    '/admin/%2e%2e/secret.mdx',
    '/admin/x/index.html',
    '/content/topics.yml',
  ])('%s is no page', async (at) => {
    expect((await send({ at, method: 'GET' })).status).toBe(404);
  });
});
