import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What a list of files and folders on the command line comes to. */
export interface GatheredFiles {
  /** Files to import, each once, in the order given; a folder's files in the byte order of their paths. */
  files: string[];
  /** What cannot be imported, each with the reason in Chinese. */
  refused: { file: string; reason: string }[];
}

/** What operating systems and Word leave in folders; nobody means to import them. */
const LITTER = /^(?:\..*|~\$.*|Thumbs\.db|desktop\.ini)$/i;
/** What Word and WPS leave beside an open document: a pattern such as *.docx names it too. */
const LOCK = /^(?:~\$|\.~).*/;
const NO_FILE = '发现链接、管道或设备，不是普通文件，应为文件本身。改法：换成链接所指的文件';

/**
 * Resolves files and folders (with all that is below them) to files; what they are is told later, by their content.
 * Without `followLinks` a link to a file is no file: in a folder that others send files to, it could lead to anything on
 * this machine.
 */
export async function gatherFiles(inputs: readonly string[], followLinks = true): Promise<GatheredFiles> {
  const files = new Set<string>();
  const refused: GatheredFiles['refused'] = [];
  for (const input of inputs) {
    const info = await (followLinks ? stat : lstat)(input).catch(() => undefined);
    if (LOCK.test(path.basename(input)) && info?.isDirectory() !== true) continue;
    if (!info) {
      refused.push({
        file: input,
        reason: '发现没有这个文件或文件夹，应为存在的路径。改法：检查路径，含空格的路径要加引号',
      });
    } else if (info.isDirectory()) {
      for (const file of await listFolder(input, refused, followLinks)) files.add(path.normalize(file));
    } else if (info.isFile()) files.add(path.normalize(input));
    else refused.push({ file: input, reason: NO_FILE });
  }
  return { files: [...files], refused };
}

async function listFolder(
  folder: string,
  refused: GatheredFiles['refused'],
  followLinks: boolean,
): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    refused.push({ file: folder, reason: '发现文件夹读不出来，应为能读的文件夹。改法：检查是否有读取权限' });
    return [];
  }
  const files: string[] = [];
  const sorted = entries.filter(({ name }) => !LITTER.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of sorted) {
    const full = path.join(folder, entry.name);
    // Linked folders are not followed: a link to a parent would never end.
    const linkedFile =
      followLinks && entry.isSymbolicLink() && (await stat(full).catch(() => undefined))?.isFile() === true;
    if (entry.isDirectory())
      for (const file of await listFolder(full, refused, followLinks)) files.push(file);
    else if (entry.isFile() || linkedFile) files.push(full);
    else refused.push({ file: full, reason: NO_FILE });
  }
  return files;
}
