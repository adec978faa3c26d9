/** The platform has refused, or can't be reached; the message is for the maintainer, in Chinese. */
export class NoteError extends Error {
  override readonly name = 'NoteError';
}

/** A platform's interface: JSON in and out, under one address, with one token. */
export interface Api {
  /** Without a slash at the end. */
  root: string;
  headers: Readonly<Record<string, string>>;
}

/** Asks the platform. `path` begins with a slash. @throws NoteError for any answer but a good one. */
export async function ask(
  { root, headers }: Api,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  body?: Readonly<Record<string, string>>,
): Promise<unknown> {
  const request = {
    method,
    headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
    // A token goes to the platform and nowhere else.
    redirect: 'error',
  } as const;
  const response = await fetch(root + path, request).catch((error: unknown) => {
    throw new NoteError(`发现连不上 ${root}，应能连上。改法：检查网络后重新运行这一步。`, { cause: error });
  });
  if (response.ok) return response.json();
  throw new NoteError(
    `发现平台没有接受（${method} ${path}，状态 ${response.status}），应为成功。改法：检查令牌的权限：要能写合并请求的评论。`,
  );
}

/** All entries of a list that the platform gives in pages of 100; at most 30 pages. */
export async function askAll(api: Api, path: string): Promise<unknown[]> {
  const entries: unknown[] = [];
  for (let page = 1; page <= 30; page++) {
    const answer = await ask(api, 'GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
    if (!Array.isArray(answer)) return entries;
    entries.push(...answer);
    if (answer.length < 100) return entries;
  }
  return entries;
}
