import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { COLLECTIONS } from '../../src/core/collections.ts';
import { UsageError } from '../import/read-arguments.ts';
import { generateContent } from './generate-content.ts';
import { type TextFile, wrapTexts } from './wrap-texts.ts';

/**
 * Puts what is to be measured into the new folder `dir`; a folder that was given is copied, never built in place.
 * Returns what it is, for the report.
 * @throws UsageError for a folder that holds neither documents nor texts.
 */
export async function prepareContent(
  dir: string,
  { docs, from }: { readonly docs: number; readonly from?: string },
): Promise<string> {
  if (from === undefined) {
    await writeFiles(dir, generateContent(docs));
    return 'generated documents of fictional offices';
  }
  const folder = await stat(from).catch(() => undefined);
  if (!folder?.isDirectory()) {
    throw new UsageError(`发现 --from ${from} 不是可读的文件夹，应为文件夹。改法：检查路径是否写错。`);
  }
  const names = await readdir(from);
  if (COLLECTIONS.some((collection) => names.includes(collection))) {
    await cp(from, dir, { recursive: true, dereference: true });
    return `content folder ${path.basename(path.resolve(from))}`;
  }
  const { files, refused } = wrapTexts(await readTexts(from));
  for (const text of refused) console.error(`略去 ${text}。`);
  if (files.size === 0) {
    throw new UsageError(
      `发现 --from ${from} 里没有可读的 .md 或 .txt 文本，也没有 plans、summaries、policies 文件夹。` +
        '应为内容文件夹或文本文件夹。改法：换一个文件夹。',
    );
  }
  await writeFiles(dir, files);
  return `texts of ${path.basename(path.resolve(from))}, wrapped`;
}

async function readTexts(from: string): Promise<TextFile[]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/i.test(entry.name))
    .map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return await Promise.all(
    files.map(async (file) => ({ file, bytes: await readFile(path.join(from, file)) })),
  );
}

async function writeFiles(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  }
}
