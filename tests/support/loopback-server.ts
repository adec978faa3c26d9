/** A server on this machine that answers JSON, for imitations of programs that are asked over HTTP. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  type: string;
  body: string;
}

export interface Answer {
  status: number;
  body: unknown;
}

/** What a client did that the imitated program refuses. */
export class Refused extends Error {}

export interface LoopbackServer {
  url: string;
  /** Why requests were refused, in order. */
  refused: string[];
  close: () => Promise<void>;
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(pathname),
    query: searchParams,
    type: request.headers['content-type'] ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** Answers with what `answer` gives; what it throws becomes a 400 and is noted. */
export async function startServer(answer: (asked: Asked) => unknown): Promise<LoopbackServer> {
  const refused: string[] = [];
  const reply = (asked: Asked): Answer => {
    try {
      return { status: 200, body: answer(asked) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      refused.push(`${asked.method} ${asked.path}: ${reason}`);
      return { status: 400, body: { error: reason } };
    }
  };
  const server = createServer(async (request, response) => {
    const { status, body } = reply(await readAsked(request));
    response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(`${JSON.stringify(body)}\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, refused, close };
}

export type Json = Record<string, unknown>;

/** An object of JSON; refuses all else. */
export function asObject(value: unknown, what: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new Refused(`${what} must be an object`);
}

/** The object that a request's body or a line holds. */
export function parseObject(text: string, what: string): Json {
  try {
    return asObject(JSON.parse(text), what);
  } catch {
    throw new Refused(`${what} is no JSON object: ${text.slice(0, 80)}`);
  }
}
