import { fileType, isPicture } from '../../core/content-files.ts';
import { hasAt, indexOf, latin1 } from './bytes.ts';
import { type Danger, refused } from './danger.ts';

const MARKUP =
  /^<(?:!doctype\s+(?:html|svg)|(?:html|head|body|script|svg|iframe|meta|style|xsl:stylesheet)\b)/i;
/** What may stand before the first element. No tail follows, so that nothing is tried twice. */
const PROLOGUE = /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/;
/** Markup that would run if a browser took the file for a page. */
const HIDDEN = ['<script', '<SCRIPT', '<html', '<HTML', '<iframe', '<?php'];
const PICTURES: Record<string, readonly (readonly number[] | string)[]> = {
  png: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  jpg: [[0xff, 0xd8, 0xff]],
  jpeg: [[0xff, 0xd8, 0xff]],
  gif: ['GIF87a', 'GIF89a'],
  webp: ['RIFF'],
};

/** What a file is that its name denies: a program, a web page, two files in one. */
export function masquerade(path: string, bytes: Uint8Array): Danger[] {
  const type = fileType(path);
  const named = `不是 .${type} 文件，`;
  if (isProgram(bytes)) return [refused(`${named}是程序`, '删去它，不要在自己的电脑上打开')];
  const head = latin1(bytes.subarray(0, 4096))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .replace(PROLOGUE, '');
  if (MARKUP.test(head)) {
    const isSvg = /<svg\b/i.test(head) && !/<html\b/i.test(head);
    return [
      refused(
        `${named}是${isSvg ? ' SVG 图' : '网页'}`,
        isSvg
          ? '在浏览器里打开，截图或另存为 PNG'
          : '多半是下载时存下了出错的网页：重新下载原件；确是网页的，另存为 PDF 或 Word',
      ),
    ];
  }
  return isPicture(path) ? pictureDangers(type, bytes) : tailDangers(type, bytes);
}

function isProgram(bytes: Uint8Array): boolean {
  if (hasAt(bytes, [0x7f, 0x45, 0x4c, 0x46]) || hasAt(bytes, [0xca, 0xfe, 0xba, 0xbe])) return true;
  if (hasAt(bytes, [0xcf, 0xfa, 0xed, 0xfe]) || hasAt(bytes, [0x4c, 0, 0, 0, 1, 0x14, 2, 0])) return true;
  // Two letters may begin a text: a program of Windows says where its header is.
  return hasAt(bytes, 'MZ') && hasAt(bytes, 'PE\0\0', (bytes[0x3c] ?? 0) + (bytes[0x3d] ?? 0) * 256);
}

function pictureDangers(type: string, bytes: Uint8Array): Danger[] {
  if (bytes.length === 0) return [];
  if (!PICTURES[type]?.some((mark) => hasAt(bytes, mark)))
    return [
      refused(`不是 .${type} 图片`, '用画图或看图软件打开，另存为 PNG 或 JPG；打不开的，找一份完好的原图'),
    ];
  const hidden = HIDDEN.some((mark) => indexOf(bytes, mark) >= 0) || hasZipEnd(bytes);
  return hidden ? [refused('图片里藏着网页、程序或压缩包', '用画图打开，另存一份新的 PNG 或 JPG')] : [];
}

/** A PDF that is something else to another program: another file before it, or an archive behind it. */
function tailDangers(type: string, bytes: Uint8Array): Danger[] {
  if (type !== 'pdf') return [];
  const before = ['PK', 'GIF8', 'Rar!', 'MZ', '{\\rtf', '\xff\xd8\xff'].some((mark) => hasAt(bytes, mark));
  const isDouble = before || (hasZipEnd(bytes) && bytes.lastIndexOf(0x25) < lastZipEnd(bytes));
  return isDouble ? [refused('同时又是别的格式的文件', '用阅读器打开，“打印”成一份新的 PDF')] : [];
}

function hasZipEnd(bytes: Uint8Array): boolean {
  return lastZipEnd(bytes) >= 0;
}

/** Where the record stands that ends a zip, among the last bytes in which programs look for it. */
function lastZipEnd(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - 66_000);
  const at = indexOf(bytes, 'PK\x05\x06', from);
  return at >= 0 && indexOf(bytes, 'PK\x01\x02') >= 0 ? at : -1;
}
