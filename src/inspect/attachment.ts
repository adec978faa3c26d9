/** Whether a file is what its name says: the first bytes of each format, by extension. */
import { fileType, isContentFile } from '../core/content-files.ts';

const ZIP = [[0x50, 0x4b, 0x03, 0x04]];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const RTF = [...'{\\rtf'].map((character) => character.charCodeAt(0));
const JPEG = [[0xff, 0xd8, 0xff]];

/** What a file may begin with. Word opens RTF under .doc, and WPS's own formats are OLE or, newer, ZIP. */
const BEGINNINGS: Record<string, readonly (readonly number[])[]> = {
  docx: ZIP,
  xlsx: ZIP,
  pptx: ZIP,
  ofd: ZIP,
  zip: ZIP,
  doc: [OLE, RTF],
  xls: [OLE],
  ppt: [OLE],
  wps: [OLE, ...ZIP],
  et: [OLE, ...ZIP],
  dps: [OLE, ...ZIP],
  rtf: [RTF],
  jpg: JPEG,
  jpeg: JPEG,
  png: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  gif: [[0x47, 0x49, 0x46, 0x38]],
  webp: [[0x52, 0x49, 0x46, 0x46]],
};
/** A PDF may be preceded by other bytes, up to the first kilobyte (ISO 32000-1, annex H). */
const PDF = '%PDF-';

/** How much of a file `attachmentProblem` wants to see. */
export const HEAD_LENGTH = 1024;
/** Larger ones are slow on a telephone and refused by some mail systems. */
const LARGE = 50 * 1024 * 1024;

/** Whether a path names a file of a kind that is handed to readers, or of one whose beginning is known. */
export function isAttachment(path: string): boolean {
  return isContentFile(path) || Object.hasOwn(BEGINNINGS, fileType(path));
}

/** Why a file won't open, or undefined. `head` is its first `HEAD_LENGTH` bytes, `size` the bytes that it has. */
export function attachmentProblem(path: string, head: Uint8Array, size: number): string | undefined {
  const extension = fileType(path);
  if (size === 0) return '文件是空的';
  if (size > LARGE) return `文件有 ${Math.round(size / 1024 / 1024)} MB，手机上难以打开`;
  if (extension === 'pdf') {
    return new TextDecoder('latin1').decode(head).includes(PDF) ? undefined : mismatch(extension, head);
  }
  const beginnings = BEGINNINGS[extension];
  const fits = beginnings?.some((bytes) => bytes.every((byte, index) => head[index] === byte)) ?? true;
  return fits ? undefined : mismatch(extension, head);
}

/** The commonest mistake is a web page that was saved under the name of the file that it should have led to. */
function mismatch(extension: string, head: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(head.slice(0, 256)).trimStart();
  const isPage = /^(?:\u00EF\u00BB\u00BF)?<(?:!doctype html|html|\?xml)/i.test(text);
  return `内容不是 ${extension} 格式${isPage ? '，是一张网页' : ''}`;
}
