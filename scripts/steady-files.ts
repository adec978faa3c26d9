/** What a folder that is served needs when a build replaces it in the middle of a request. */
import { fstatSync, type ReadStream, statSync } from 'node:fs';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Tells one folder at a path from the next; undefined while none is there. */
export function folderIdentity(dir: string): string | undefined {
  const found = statSync(dir, { throwIfNoEntry: false });
  // The number of a folder that is gone is given to a new one.
  return found && `${found.ino} ${found.birthtimeMs}`;
}

/**
 * Holds the head of a response back until the file that it announces is open: a file may be another one by then, or
 * gone. The length is told as it is; `onGone` answers instead when there is nothing to send. Returns how to give that up.
 */
export function headWhenOpened(response: ServerResponse, onGone: () => void): () => void {
  const original = response.writeHead;
  const writeHead = original.bind(response) as (
    code: number,
    headers?: OutgoingHttpHeaders,
  ) => typeof response;
  let held: { code: number; headers: OutgoingHttpHeaders } | undefined;
  const holding = (code: number, headers?: OutgoingHttpHeaders): typeof response => {
    if (code !== 200 && code !== 206) return writeHead(code, headers);
    held = { code, headers: { ...headers } };
    return response;
  };
  const onPipe = (source: ReadStream): void => {
    source.once('open', (descriptor: number) => {
      if (!held) return;
      const { size } = fstatSync(descriptor);
      writeHead(held.code, held.code === 206 ? held.headers : { ...held.headers, 'Content-Length': size });
    });
    source.once('error', () => {
      if (response.headersSent) response.destroy();
      else onGone();
    });
  };
  response.writeHead = holding as ServerResponse['writeHead'];
  response.once('pipe', onPipe);
  return () => {
    response.writeHead = original;
    response.off('pipe', onPipe);
  };
}
