import { fileType, isContentFile } from '../../core/content-files.ts';
import { archiveDangers } from './archive.ts';
import { hasAt, latin1 } from './bytes.ts';
import { type Danger, doubtful, refused } from './danger.ts';
import { masquerade } from './masquerade.ts';
import { officeDangers, oldOfficeDangers, rtfDangers } from './office.ts';
import { pdfDangers } from './pdf.ts';
import { zipEntries } from './zip-entries.ts';

/** Larger files are not read; the check says of them that they are too large. */
export const LARGEST_EXAMINED = 64 * 1024 * 1024;

/** Nobody reads more about one file. */
const MOST_DANGERS = 20;

/** Sound and film are for players, which run nothing. */
export function isExamined(path: string): boolean {
  return isContentFile(path) && !['mp3', 'mp4'].includes(fileType(path));
}

/**
 * What a file holds that could act on a reader's computer, or that its name denies, each once and the worst first. It is
 * judged by its content, whatever it is called; nothing in it is run, rendered or unpacked to more than a part's size.
 */
export function fileDangers(path: string, bytes: Uint8Array): Danger[] {
  const pretended = masquerade(path, bytes);
  const dangers = pretended.length > 0 ? pretended : contentDangers(path, bytes);
  // A hostile file may hold the same a hundred thousand times.
  const unlike = [...new Map(dangers.map((danger) => [danger.found, danger])).values()].slice(
    0,
    MOST_DANGERS,
  );
  return [
    ...unlike.filter(({ severity }) => severity === 'error'),
    ...unlike.filter(({ severity }) => severity === 'warning'),
  ];
}

function contentDangers(path: string, bytes: Uint8Array): Danger[] {
  const type = fileType(path);
  if (hasAt(bytes, 'PK\x03\x04')) return zippedDangers(type, bytes);
  if (hasAt(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oldOfficeDangers(bytes);
  if (hasAt(bytes, '{\\rt')) return rtfDangers(bytes);
  if (type === 'pdf' || hasAt(bytes, '%PDF-')) return pdfDangers(bytes);
  return type === 'csv' ? tableDangers(bytes) : [];
}

function zippedDangers(type: string, bytes: Uint8Array): Danger[] {
  const entries = zipEntries(bytes);
  if (!entries) return [doubtful('目录不完整，多半没有下载完，也查不了里面有什么', '重新下载或另存一份')];
  const isOffice = type !== 'zip' || entries.some(({ name }) => name === '[Content_Types].xml');
  return [...archiveDangers(entries, bytes.length), ...(isOffice ? officeDangers(bytes, entries) : [])];
}

/**
 * A cell that makes a spreadsheet call a program, or send what stands in others away. Lengths are bounded: a line of a
 * hostile file may be as long as the file.
 */
const CALLING =
  /(?:^|[,;\t\r\n])[" ]{0,8}[=+\-@](?:[^,;\t\r\n|]{0,200}\|[^,;\t\r\n!]{0,200}!|[^,;\t\r\n(]{0,80}(?:HYPERLINK|WEBSERVICE|IMPORT[A-Z]{2,8}|EXEC|CALL|REGISTER) ?\()/i;

function tableDangers(bytes: Uint8Array): Danger[] {
  return CALLING.test(latin1(bytes))
    ? [refused('里有打开时调用程序或网址的公式', '用 Excel 打开，把公式粘贴为数值，另存')]
    : [];
}
