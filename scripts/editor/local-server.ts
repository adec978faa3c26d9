/**
 * Serves the editor and its API on this machine. Any page of the web can send requests to this machine's ports, and a
 * host name of its own can be made to mean this machine: so nothing is answered but what was addressed to this server by
 * its own name, and nothing is written but for the editor's own page.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOCAL_API } from '../../src/editor/config.ts';
import type { LocalCheck } from '../../src/editor/local-check.ts';
import { ADMIN } from './admin-files.ts';
import { RefusedRequest } from './content-paths.ts';
import { DraftBox, MissingDraft } from './draft-box.ts';
import { answerLocal } from './local-api.ts';

export interface LocalEditor {
  /** The content folder. */
  readonly contentDir: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** A file of the folder admin by its name; undefined for none. */
  readonly adminFile: (name: string) => Promise<Uint8Array | string | undefined>;
  /** Judges what was saved; paths below the content folder. */
  readonly check: (files: readonly string[]) => Promise<LocalCheck>;
  /** The policy that the page has as well, sent with it. */
  readonly policy: string;
}

export interface RunningEditor {
  /** Address of the editor. */
  url: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const API_CHECK = '/api/check';
/** A film of some length as base64; the whole is held in memory. */
const LARGEST_BODY = 200 * 1024 * 1024;
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** A request that is not answered as wished: a status, and words for whoever sent it. */
class NotServed extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Starts serving. Rejects when the port is taken. */
export async function serveEditor(editor: LocalEditor): Promise<RunningEditor> {
  const drafts = new DraftBox(editor.contentDir);
  let checked: Promise<LocalCheck | null> = Promise.resolve(null);
  const onSaved = (files: string[]): void => {
    checked = editor.check(files);
    // Asked for by the page; a fault is told there, and must not end the server before.
    checked.catch(() => undefined);
  };
  const server = createServer((request, response) => {
    respond(editor, request, { drafts, onSaved, lastCheck: () => checked })
      .then((answer) => send(response, 200, answer))
      .catch((error: unknown) => sendError(response, error));
  });
  await listen(server, editor.port);
  // A TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${port}/${ADMIN}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });

interface Answer {
  type: string;
  body: Uint8Array | string;
  headers?: Record<string, string>;
}

interface Session {
  drafts: DraftBox;
  onSaved: (files: string[]) => void;
  lastCheck: () => Promise<LocalCheck | null>;
}

async function respond(editor: LocalEditor, request: IncomingMessage, session: Session): Promise<Answer> {
  guardHost(request);
  const { pathname } = new URL(request.url ?? '/', `http://${LOOPBACK}`);
  if (pathname === LOCAL_API) {
    guardSender(request);
    const body = await readJson(request);
    return json(await answerLocal({ dir: editor.contentDir, ...session }, body));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new NotServed(405, '这里只能读取。');
  if (pathname === API_CHECK) return json(await session.lastCheck());
  const [, folder, name = '', ...rest] = pathname.split('/');
  if (folder === ADMIN && rest.length === 0 && pathname !== `/${ADMIN}`) {
    return await serveFile(editor, name || 'index.html');
  }
  if (pathname === '/' || pathname === `/${ADMIN}`) {
    throw new NotServed(404, `编辑器在 /${ADMIN}/ 。`);
  }
  throw new NotServed(404, '没有这个网址。');
}

/** By any other name this machine was not meant, or its name is another's. */
function guardHost({ headers, socket }: IncomingMessage): void {
  const own = [`${LOOPBACK}:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!own.includes(headers.host ?? ''))
    throw new NotServed(421, '请用 http://127.0.0.1 加端口号打开编辑器。');
}

/** Only the editor's own page sends these: from this origin, as JSON, which no form of another page can send unasked. */
function guardSender({ method, headers }: IncomingMessage): void {
  if (method !== 'POST') throw new NotServed(405, '这里只接受编辑器的请求。');
  const isOwn = headers.origin === `http://${headers.host}`;
  const site = headers['sec-fetch-site'];
  if (!isOwn || (site !== undefined && site !== 'same-origin')) {
    throw new NotServed(403, '这个请求来自别的网页，没有执行。');
  }
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    throw new NotServed(415, '请求应为 JSON。');
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > LARGEST_BODY) throw new NotServed(413, '文件太大，应在 150 MB 以内。请压缩后再上传。');
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
  } catch {
    throw new NotServed(400, '请求不是可读的 JSON。');
  }
}

async function serveFile({ adminFile, policy }: LocalEditor, name: string): Promise<Answer> {
  const body = await adminFile(name);
  if (body === undefined) throw new NotServed(404, '没有这个文件。');
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { type, body, headers: { 'content-security-policy': `${policy}; frame-ancestors 'none'` } };
}

function json(value: unknown): Answer {
  return { type: TYPES['json'] ?? '', body: JSON.stringify(value ?? null) };
}

function send(response: ServerResponse, status: number, { type, body, headers = {} }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...headers,
  });
  response.end(body);
}

function statusOf(error: unknown): number {
  if (error instanceof NotServed) return error.status;
  if (error instanceof MissingDraft) return 404;
  return error instanceof RefusedRequest ? 422 : 500;
}

/** Refusals in words; a fault of ours is named to the terminal, and the server goes on. */
function sendError(response: ServerResponse, error: unknown): void {
  const status = statusOf(error);
  const words = error instanceof Error ? error.message : String(error);
  const message = status === 500 ? `没有做成（${words}）。请看运行 npm run editor 的窗口。` : words;
  if (status === 500) console.error(error);
  // The rest of a body that is too large is not waited for.
  response.setHeader('connection', 'close');
  send(response, status, json({ error: message }));
}
