/**
 * Errors whose message is written for the user. Told by name, because Astro loads some of our modules a second time,
 * so that their classes are other classes.
 */
const WORDED = new Set([
  'ContentRefused',
  'ContentFolderError',
  'EditorUnavailable',
  'EnvironmentMistake',
  'InvalidDocumentError',
  'OutputFolderMistake',
  'ReleaseMistake',
  'SearchIndexError',
]);

/** What the disk may refuse, in words. */
const DISK: Record<string, string> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '那里是只读的',
  EBUSY: '正被别的程序占用',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EISDIR: '那里是文件夹，不是文件',
  ENAMETOOLONG: '名称太长',
  EEXIST: '那里已有同名的文件',
  EMFILE: '同时打开的文件太多',
};

/** The message for a user's mistake or a refusal of the disk; undefined for a fault of the program. */
export function explainFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (WORDED.has(error.name)) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : DISK[code];
  if (reason === undefined) return undefined;
  return `发现 ${path ?? '文件'} 不能读写（${reason}），应为可以读写的位置。改法：检查权限与磁盘，或用 OUT_DIR（离线版用 --out）换一个位置；那里原有的未动。`;
}
