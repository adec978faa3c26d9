import { cp, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../import/read-arguments.ts';
import { builtDocuments, pageFile } from './measure-output.ts';

/**
 * Copies a built site into the new folder `outDir`: the benchmark adds files of its own, and makes the search index
 * anew. Returns what it is, for the report. @throws UsageError for a folder that is no site at the root of its host.
 */
export async function copyBuiltSite(dist: string, outDir: string): Promise<string> {
  const documents = await builtDocuments(dist).catch(() => undefined);
  if (!Array.isArray(documents)) {
    throw new UsageError(
      `发现 --dist ${dist} 里没有可读的 api/documents.json，应为已构建好的网站。改法：先运行 npm run build，或检查路径是否写错。`,
    );
  }
  const [first] = documents;
  if (first && !(await stat(pageFile(dist, first)).catch(() => undefined))) {
    throw new UsageError(
      `发现 --dist ${dist} 里没有网页 ${first.url}，应为以 / 为网站路径构建的网站。改法：以 BASE_PATH=/ 重新构建。`,
    );
  }
  await cp(dist, outDir, { recursive: true, dereference: true });
  return `built site ${path.basename(path.resolve(dist))}`;
}
