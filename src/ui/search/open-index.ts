/** The index of `/search/api.js`: loaded once, anew after a failure or when the site has been published anew. */
import { loadIndex, type SearchIndex } from './pagefind-index.ts';
import { REMEDY } from './remedy.ts';

/** The site's address, which follows from where the bundle lies. */
export const base = new URL('../', import.meta.url);

let loading: Promise<SearchIndex> | undefined;
const forgetters: (() => void)[] = [];

/** Has something forgotten that was loaded beside the index, and is as old, when there is a new index. */
export function forgetWithIndex(forgetFiles: () => void): void {
  forgetters.push(forgetFiles);
}

/** The index, loaded at the first call. */
export function openIndex(): Promise<SearchIndex> {
  if (loading) return loading;
  const opened = loadIndex(base);
  loading = opened;
  opened.catch(() => forget(opened));
  return opened;
}

/** The next search starts with a fresh index: this one failed, perhaps because the site has been published anew. */
function forget(opened: Promise<SearchIndex>): void {
  if (loading === opened) loading = undefined;
}

/** What a reader is told of a failure. */
export function toSearchError(cause: unknown): Error {
  return new Error(`检索没有成功：有索引文件没有取到。${REMEDY}`, { cause });
}

/** Uses an index; what goes wrong becomes a message for the reader. */
export async function guarded<Value>(
  opened: Promise<SearchIndex>,
  use: (index: SearchIndex) => Promise<Value>,
): Promise<Value> {
  try {
    return await use(await opened);
  } catch (error) {
    forget(opened);
    throw toSearchError(error);
  }
}

/** Whether an index that failed belongs to a site that has been published anew since it was loaded. */
async function isReplaced(opened: Promise<SearchIndex>): Promise<boolean> {
  try {
    const [old, current] = await Promise.all([opened, openIndex()]);
    return old.folder !== current.folder;
  } catch {
    // Then the failure is that of the server or the network, which the caller is told of.
    return false;
  }
}

/** Uses the index; once more if meanwhile there is a new one. */
export async function withIndex<Value>(
  use: (index: SearchIndex, opened: Promise<SearchIndex>) => Promise<Value>,
): Promise<Value> {
  const opened = openIndex();
  try {
    return await guarded(opened, (index) => use(index, opened));
  } catch (error) {
    if (!(await isReplaced(opened))) throw error;
    for (const forgetFiles of forgetters) forgetFiles();
    const current = openIndex();
    return await guarded(current, (index) => use(index, current));
  }
}
