/** Which files of the content folder the local editor may touch, and where they lie. Everything else is refused. */
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isCollection } from '../../src/core/collections.ts';
import { CONTENT_FILES, isContentFile } from '../../src/core/content-files.ts';
import { LOCAL_FOLDER } from '../../src/editor/config.ts';
import { isRegister } from '../../src/editor/judge-entry.ts';

/** A request that is not followed; the message is for the editor's user, in Chinese. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
}

export type ContentKind = 'document' | 'register' | 'file';

/** A file as the editor names it, and where it is. */
export interface ContentPath {
  kind: ContentKind;
  /** Path below the content folder, with forward slashes. */
  file: string;
  /** Absolute. */
  at: string;
  exists: boolean;
}

/** Signs with a meaning of their own in addresses or on some system's disks, colons of Windows' streams among them. */
const SIGNS = /[\\#?%<>:"|*\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Names that Windows takes for devices, whatever follows the full stop. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST_STEP = 255;
/** A new document's name is its address (rule file-name). */
const NEW_DOCUMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*\.mdx$/;

/**
 * The file that a path of the editor's (content/plans/2012.mdx) names.
 * @throws RefusedRequest for whatever is no document, register or attachment, or leads elsewhere by a link of the disk.
 */
export async function contentPath(contentDir: string, requested: string): Promise<ContentPath> {
  const steps = requested.split('/');
  const [top, ...below] = steps;
  const kind = top === LOCAL_FOLDER && below.every(isPlainStep) ? kindOf(below) : undefined;
  if (kind === undefined) throw refused(requested);
  const file = below.join('/');
  const root = await realpath(contentDir);
  for (let depth = 1; depth < below.length; depth++) {
    const folder = await stats(path.join(root, ...below.slice(0, depth)));
    if (folder && !folder.isDirectory()) throw refused(requested);
  }
  const at = path.join(root, ...below);
  const found = await stats(at);
  if (found && !found.isFile()) throw refused(requested);
  return { kind, file, at, exists: found !== undefined };
}

/** Nothing hidden, nothing that leads up, nothing that a disk or an address would read as something else. */
function isPlainStep(step: string): boolean {
  return (
    step !== '' &&
    !/^[._]|[. ]$|^ /.test(step) &&
    !SIGNS.test(step) &&
    !DEVICES.test(step) &&
    Buffer.byteLength(step) <= LONGEST_STEP
  );
}

function kindOf(steps: readonly string[]): ContentKind | undefined {
  const [first = '', ...rest] = steps;
  const name = rest.at(-1);
  if (name === undefined)
    return /\.yml$/.test(first) && isRegister(first.slice(0, -4)) ? 'register' : undefined;
  if (isCollection(first)) return /\.mdx?$/.test(name) ? 'document' : undefined;
  return first === CONTENT_FILES && isContentFile(name) ? 'file' : undefined;
}

/** Not following links: a link is no file of the content, wherever it leads. */
async function stats(at: string) {
  return await lstat(at).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}

/** A file that may be written, new or old. @throws RefusedRequest, also for a new document with an unfit name. */
export async function writablePath(contentDir: string, requested: string): Promise<ContentPath> {
  const place = await contentPath(contentDir, requested);
  const name = place.file.split('/').at(-1) ?? '';
  if (place.kind === 'document' && !place.exists && !NEW_DOCUMENT.test(name)) {
    throw new RefusedRequest(
      `发现新文件的名字是“${name}”，应为英文字母、数字、连字符加 .mdx，因为它就是网页地址。改法：填上发文字号，或改标题。`,
    );
  }
  return place;
}

/** The folder below the content folder that the editor asks for, such as plans. @throws RefusedRequest for any other. */
export function contentFolder(requested: string): string {
  const [top, folder = '', ...rest] = requested.split('/');
  const known = isCollection(folder) || folder === CONTENT_FILES;
  if (top !== LOCAL_FOLDER || !known || rest.length > 0) throw refused(requested);
  return folder;
}

function refused(requested: string): RefusedRequest {
  const shown = requested.length > 80 ? `${requested.slice(0, 80)}……` : requested;
  return new RefusedRequest(
    `发现要读写的是“${shown}”，应为内容文件夹里的文件（plans、summaries、policies 里的 .mdx，agencies.yml，topics.yml，files 里的附件和图片）。改法：附件换一种格式或文件名，再上传。`,
  );
}
