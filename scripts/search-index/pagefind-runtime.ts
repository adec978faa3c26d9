/** What the Pagefind package itself contributes to a published index: its engine. */
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { SearchIndexError } from './documents.ts';

/** The part of Pagefind that a browser runs. */
export interface PagefindRuntime {
  /** Version of Pagefind, which the index must name. */
  readonly version: string;
  /** The engine (WebAssembly), compressed, for a language without stemming. */
  readonly engine: Uint8Array;
}

async function openIndex(): Promise<PagefindIndex> {
  const reason = await createIndex().then(
    ({ index, errors }) => index ?? errors.join('；'),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (typeof reason !== 'string') return reason;
  throw new SearchIndexError(
    `发现 Pagefind 启动不了（${reason}），应为可以运行的 Pagefind 程序。\n` +
      '改法：运行 npm ci 重新安装依赖（不要用 --omit=optional：Pagefind 的程序是可选依赖）。',
  );
}

function incomplete(found: string, expected: string): SearchIndexError {
  return new SearchIndexError(
    `发现 Pagefind ${found}，应为${expected}。\n` +
      '改法：运行 npm ci 重新安装依赖，使 Pagefind 的版本与 package-lock.json 一致，再构建一次。',
  );
}

let loading: Promise<PagefindRuntime> | undefined;

/**
 * The runtime, loaded once: Pagefind has one service for a whole process, and who closed it would end the loading of
 * another index. Throws a SearchIndexError when Pagefind can't run or lacks a part; the next call tries again.
 */
export function loadRuntime(): Promise<PagefindRuntime> {
  loading ??= readRuntime().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Takes it from an index of no documents. */
export async function readRuntime(): Promise<PagefindRuntime> {
  const index = await openIndex();
  try {
    const { files, errors } = await index.getFiles();
    if (errors.length > 0) throw incomplete(`报错（${errors.join('；')}）`, '给出它的程序文件');
    const read = (name: string): Uint8Array => {
      const file = files.find(({ path }) => path === name);
      if (!file) throw incomplete(`没有给出 ${name}`, '给出这个文件');
      return file.content;
    };
    const entry: { version: string } = JSON.parse(Buffer.from(read('pagefind-entry.json')).toString('utf8'));
    return { version: entry.version, engine: read('wasm.unknown.pagefind') };
  } finally {
    await close();
  }
}
