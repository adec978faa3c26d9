/** What a folder that is served needs when a build replaces it in the middle of a request. */
import { fstatSync, type ReadStream, statSync } from 'node:fs';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Tells one folder at a path from the next; undefined while none is there. */
export function folderIdentity(dir: string): number | undefined {
  return statSync(dir, { throwIfNoEntry: false })?.ino;
}

/**
 * Holds the head of a response back until the file that it announces is open: a file may be another one by then, or
 * gone. The length is told as it is; `onGone` answers instead when there is nothing to send.
 */
export function headWhenOpened(response: ServerResponse, onGone: () => void): void {
  const writeHead = response.writeHead.bind(response) as (
    code: number,
    headers?: OutgoingHttpHeaders,
  ) => typeof response;
  let held: { code: number; headers: OutgoingHttpHeaders } | undefined;
  const holding = (code: number, headers?: OutgoingHttpHeaders): typeof response => {
    if (code !== 200 && code !== 206) return writeHead(code, headers);
    held = { code, headers: { ...headers } };
    return response;
  };
  response.writeHead = holding as ServerResponse['writeHead'];
  response.once('pipe', (source: ReadStream) => {
    source.once('open', (descriptor: number) => {
      if (!held) return;
      const { size } = fstatSync(descriptor);
      writeHead(held.code, held.code === 206 ? held.headers : { ...held.headers, 'Content-Length': size });
    });
    source.once('error', () => {
      if (response.headersSent) response.destroy();
      else onGone();
    });
  });
}
