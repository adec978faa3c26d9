/**
 * Hosts that serve a site without a configuration of ours: GitHub Pages, and a bucket of an object store as a website.
 * What they do beyond sending files, and what they don't, is all that a site may count on there.
 */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface StaticHost {
  /** Scheme, host and port, without a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Answers a path, decoded and beginning with a slash. */
type Answer = (pathname: string, response: ServerResponse) => Promise<void>;

async function serve(answer: Answer): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const [raw = '/'] = (request.url ?? '/').split('?');
    answer(decodeURIComponent(raw), response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, status: number, file: string): Promise<void> {
  response.writeHead(status);
  response.end(await readFile(file));
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();

/** A project's site on GitHub Pages, under /<repository>/: a folder gets its slash, 404.html answers all else. */
export function servePages(dir: string, base: string): Promise<StaticHost> {
  return serve(async (pathname, response) => {
    const file = path.join(dir, pathname.slice(base.length));
    if (!pathname.startsWith(base)) return send(response, 404, path.join(dir, '404.html'));
    if (pathname.endsWith('/') && isFile(path.join(file, 'index.html')))
      return send(response, 200, path.join(file, 'index.html'));
    if (isFile(path.join(file, 'index.html'))) {
      response.writeHead(301, { location: encodeURI(`${pathname}/`) });
      response.end();
      return;
    }
    if (!pathname.endsWith('/') && isFile(file)) return send(response, 200, file);
    return send(response, 404, path.join(dir, '404.html'));
  });
}

/**
 * A bucket: objects by their exact key, which is the path, decoded; an index document for keys that end in a slash; an
 * error document. It knows no folders: an address that lacks its slash is no object.
 */
export function serveBucket(objects: ReadonlyMap<string, string>, errorKey: string): Promise<StaticHost> {
  return serve(async (pathname, response) => {
    const key = pathname.slice(1);
    const file = objects.get(key.endsWith('/') || key === '' ? `${key}index.html` : key);
    return send(response, file ? 200 : 404, file ?? objects.get(errorKey) ?? '');
  });
}
