/** Serves a built site from disk, as any web server would: for `npm start` and the browser tests. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import { normalizeBase } from '../src/core/base-path.ts';
import { servedUrl } from './served-url.ts';
import { folderIdentity, headWhenOpened } from './steady-files.ts';

export interface ServeOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Where the site lies, such as `/` or `/wenku/`. */
  readonly basePath: string;
  /** The address to listen on; this machine only by default. */
  readonly host?: string;
  /** Told of the path of each request below the base path, without its query. */
  readonly onRequest?: (path: string) => void;
}

export interface StaticServer {
  /** Address of the site's home page, with the base path and a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

async function sendNotFound(dir: string, response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(dir, '404.html')).catch(() => Buffer.from('404 没有这个页面'));
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  response.end(page);
}

/** A file whose name holds its content's hash need never be asked for again; any other is asked for each time. */
function setCaching(response: ServerResponse, pathname: string): void {
  const hashed = pathname.startsWith('/_astro/');
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** How often a page is looked for while builds replace the folder, and how long is waited in between, in milliseconds. */
const MOST_ATTEMPTS = 20;
const PAUSE = 20;

/** Answers a request below `base` (which ends in a slash); everything else is 404. */
function makeHandler(
  dir: string,
  base: string,
  onRequest: (path: string) => void,
): (request: IncomingMessage, response: ServerResponse) => void {
  // `dev` makes sirv read the folder afresh for each request: a site built again while it is served is seen. A file
  // `<name>.gz` beside another is sent in its place to whom it suits.
  const serve = sirv(dir, { dev: true, etag: true, dotfiles: false, gzip: true, setHeaders: setCaching });
  return (request, response) => {
    const url = request.url ?? '/';
    const notFound = (): void => void sendNotFound(dir, response);
    if (`${url.replace(/[?#].*$/, '')}/` === base && base !== '/') {
      response.writeHead(302, { location: base });
      response.end();
      return;
    }
    if (!url.startsWith(base)) return notFound();
    request.url = servedUrl(`/${url.slice(base.length)}`);
    onRequest(url.slice(base.length).replace(/[?#].*$/, ''));
    const answer = (attempt: number): void => {
      const folder = folderIdentity(dir);
      // The folder was replaced just now: the page may be in the new one, which is there in a moment.
      const missing = (): void => {
        giveUp();
        const replaced = folder === undefined || folder !== folderIdentity(dir);
        if (attempt < MOST_ATTEMPTS && replaced) setTimeout(() => answer(attempt + 1), PAUSE);
        else notFound();
      };
      const giveUp = headWhenOpened(response, missing);
      try {
        serve(request, response, missing);
      } catch (error) {
        // It was there a moment ago.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        missing();
      }
    };
    answer(1);
  };
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

/** Starts serving `dir`. Rejects when the port is taken. */
export async function serveStatic(dir: string, options: ServeOptions): Promise<StaticServer> {
  const base = normalizeBase(options.basePath);
  const host = options.host ?? LOOPBACK;
  const server = createServer(makeHandler(path.resolve(dir), base, options.onRequest ?? (() => {})));
  await listen(server, options.port, host);
  // A TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
