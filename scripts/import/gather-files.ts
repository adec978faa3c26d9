import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What a list of files and folders on the command line comes to. */
export interface GatheredFiles {
  /** Files to import, each once, in the order given; a folder's files in the byte order of their paths. */
  files: string[];
  /** What cannot be imported, each with the reason in Chinese. */
  refused: { file: string; reason: string }[];
}

/** Formats that can be imported now, by extension. */
const SUPPORTED = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.docx']);
/** What operating systems and Word leave in folders; nobody means to import them. */
const LITTER = /^(?:\..*|~\$.*|Thumbs\.db|desktop\.ini)$/i;

/** Resolves files and folders (with all that is below them) to the files that can be imported. */
export async function gatherFiles(inputs: readonly string[]): Promise<GatheredFiles> {
  const files = new Set<string>();
  const refused: GatheredFiles['refused'] = [];
  for (const input of inputs) {
    const info = await stat(input).catch(() => undefined);
    if (!info) {
      refused.push({ file: input, reason: '没有这个文件或文件夹。改法：检查路径，含空格的路径要加引号' });
      continue;
    }
    const found = info.isDirectory() ? await listFolder(input, refused) : [input];
    for (const file of found) {
      const reason = unsupported(file);
      if (reason) refused.push({ file, reason });
      else files.add(path.normalize(file));
    }
  }
  return { files: [...files], refused };
}

async function listFolder(folder: string, refused: GatheredFiles['refused']): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    refused.push({ file: folder, reason: '文件夹读不出来。改法：检查是否有读取权限' });
    return [];
  }
  const files: string[] = [];
  const sorted = entries.filter(({ name }) => !LITTER.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of sorted) {
    const full = path.join(folder, entry.name);
    // Linked folders are not followed: a link to a parent would never end.
    const linkedFile = entry.isSymbolicLink() && (await stat(full).catch(() => undefined))?.isFile() === true;
    if (entry.isDirectory()) files.push(...(await listFolder(full, refused)));
    else if (entry.isFile() || linkedFile) files.push(full);
    else refused.push({ file: full, reason: '不是普通文件（链接或设备），没有导入' });
  }
  return files;
}

function unsupported(file: string): string | undefined {
  const extension = path.extname(file).toLowerCase();
  if (SUPPORTED.has(extension)) return undefined;
  const found = extension === '' ? '没有扩展名的文件' : `${extension} 文件`;
  return `发现${found}，应为纯文本 .txt 或 .md。改法：在原来的软件里另存为纯文本（.txt），再导入`;
}
