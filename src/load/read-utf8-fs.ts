import { isUtf8 } from 'node:buffer';
import { lstat, readFile } from 'node:fs/promises';

/** Why a file is not read, and what to do about it, in Chinese. */
export interface ReadFault {
  reason: string;
  fix: string;
}

/**
 * Nearly three million Chinese characters: no document of an office comes near. A larger file is something else under
 * the name of one, and would only hold up whatever reads it.
 */
const MOST_BYTES = 8 * 1024 * 1024;

const ENCODING: ReadFault = {
  reason: '不是有效的 UTF-8 文本',
  fix: '用记事本打开，另存为时编码选 UTF-8；若本是 Word 文件，用 npm run import 导入，不要只改后缀',
};

const SPECIAL: ReadFault = { reason: '是管道或设备，不是文件', fix: '删去它，放上一个文本文件' };

/** It could lead to anything on the machine that builds, and whoever sends a change may not choose what is read there. */
export const LINK: ReadFault = {
  reason: '是链接，不是文件或文件夹本身',
  fix: '把链接换成它所指的文件或文件夹',
};

/** By the code of the error. */
const FAULTS: Readonly<Record<string, ReadFault>> = {
  EISDIR: { reason: '是一个文件夹，不是文件', fix: '把这个文件夹改名或移走' },
  EIO: {
    reason: '磁盘读不出它（EIO）',
    fix: '检查磁盘或网络盘；从别处复制一份完好的，或用 git restore 取回提交过的',
  },
  ENOENT: { reason: '刚才还在，读的时候不见了', fix: '停下正在移动文件的程序，再检查一次' },
};

/** A file's text, or why there is none, with the system's code for it. */
export async function readUtf8(file: string): Promise<{ text: string } | { fault: ReadFault; code: string }> {
  try {
    const at = await lstat(file);
    if (at.isSymbolicLink()) return { fault: LINK, code: 'LINK' };
    // Reading a pipe or a device would wait for ever. A folder says so itself.
    if (!at.isFile() && !at.isDirectory()) return { fault: SPECIAL, code: 'SPECIAL' };
    const { size } = at;
    if (size > MOST_BYTES) return { fault: tooLarge(size), code: 'EFBIG' };
    const bytes = await readFile(file);
    if (!isUtf8(bytes)) return { fault: ENCODING, code: 'ENCODING' };
    // Ten times as fast as a TextDecoder that refuses what is no UTF-8.
    return { text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { fault: faultOf(code), code };
  }
}

/** What the system says no to: a file or folder without leave to read, a broken disk. */
export function faultOf(code: string): ReadFault {
  return FAULTS[code] ?? { reason: `系统不让读取（${code}）`, fix: '检查它的权限，或请网站维护者查看' };
}

function tooLarge(bytes: number): ReadFault {
  return {
    reason: `有 ${Math.ceil(bytes / 1024 / 1024)} MB，最多 ${MOST_BYTES / 1024 / 1024} MB`,
    fix: '看看是不是别的文件改了后缀；真是文件的，分成几份，或把原件放到 files 文件夹作附件',
  };
}
