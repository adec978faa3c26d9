/** Downloads a file that the search needs. Rejects when it isn't there. */
export async function download(url: string, cache: RequestCache = 'default'): Promise<ArrayBuffer> {
  const response = await globalThis.fetch(url, { cache });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return await response.arrayBuffer();
}
