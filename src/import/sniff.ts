import { asciiText, hasMark } from './bytes.ts';
import { FOREIGN, type ForeignKind } from './foreign.ts';
import { readCompoundFile } from './ole/compound-file.ts';
import { decodeText } from './text.ts';
import { zipKind } from './zip-kind.ts';
import { zipNames } from './zip-names.ts';

/** Formats of documents, told by content. */
export const DOCUMENT_FORMATS = ['docx', 'doc', 'rtf', 'pdf', 'html', 'mht', 'wordxml', 'text'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What a file is: a kind of document, or something else. */
export type SourceFormat = DocumentFormat | ForeignKind;

/** How far from the start marks of text formats are looked for, in bytes. */
const HEAD = 4_096;

const MARKS: [readonly number[] | string, SourceFormat][] = [
  ['{\\rtf', 'rtf'],
  ['%PDF-', 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'png'],
  [[0xff, 0xd8, 0xff], 'jpeg'],
  ['GIF8', 'gif'],
  [[0x49, 0x49, 0x2a, 0x00], 'tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'tiff'],
  ['Rar!', 'rar'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'sevenZip'],
  [[0x1f, 0x8b, 0x08], 'gzip'],
  [[0x7f, 0x45, 0x4c, 0x46], 'program'],
];

/** Extensions of formats whose content bears no mark that is known here. */
const BY_NAME: Record<string, ForeignKind> = {
  ...{ ceb: 'ceb', gd: 'gd', gw: 'gd', sep: 'gd', caj: 'caj', kdh: 'caj', nh: 'caj', exe: 'program' },
};

/**
 * What a file is by its content. Its name is asked only about content that is no text and bears no mark.
 */
export function sniffFormat(bytes: Uint8Array, fileName = ''): SourceFormat {
  const marked = MARKS.find(([mark]) => hasMark(bytes, mark));
  if (marked) return marked[1];
  if (hasMark(bytes, [0x50, 0x4b, 0x03, 0x04]) || hasMark(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return zipFormat(bytes);
  if (hasMark(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundFormat(bytes);
  if (hasMark(bytes, 'RIFF') && hasMark(bytes, 'WEBP', 8)) return 'webp';
  if (hasMark(bytes, 'ftyphei', 4) || hasMark(bytes, 'ftypmif1', 4)) return 'heic';
  // A bitmap gives its own size, so that a text that begins with BM is none.
  if (hasMark(bytes, 'BM') && hasMark(bytes, [0, 0, 0, 0], 6)) return 'bmp';
  return markupFormat(asciiText(bytes, 0, HEAD)) ?? unmarkedFormat(bytes, fileName);
}

/** True for what a foreign kind is called. */
export function isForeign(format: SourceFormat): format is ForeignKind {
  return format in FOREIGN;
}

function zipFormat(bytes: Uint8Array): SourceFormat {
  const names = zipNames(bytes);
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  const type = /mimetype([a-z]+\/[-+.\w]+)/.exec(asciiText(bytes, 0, 200))?.[1] ?? '';
  if (type.startsWith('application/epub')) return 'epub';
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  if (type.startsWith('application/vnd.oasis.')) return 'odf';
  return zipKind(names) ?? 'zip';
}

function compoundFormat(bytes: Uint8Array): SourceFormat {
  const names = readCompoundFile(bytes)?.names;
  if (!names || names.length === 0) return 'brokenCompound';
  if (names.includes('EncryptedPackage')) return 'locked';
  if (names.includes('WordDocument')) return 'doc';
  if (names.some((name) => name === 'Workbook' || name === 'Book')) return 'xls';
  if (names.includes('PowerPoint Document')) return 'ppt';
  if (names.some((name) => name.startsWith('__properties') || name.startsWith('__substg'))) return 'message';
  return names.includes('MatOST') ? 'works' : 'compound';
}

function markupFormat(head: string): DocumentFormat | undefined {
  // UTF-16 has a zero beside each letter, and marks at the start.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: zero bytes are what is removed
  const text = head.replace(/\u0000/g, '').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  if (/<\?mso-application\s+progid="Word\.Document"|<w:wordDocument\b|<pkg:package\b/.test(text))
    return 'wordxml';
  if (/^(?:[-\w]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart\/related/i.test(text)) return 'mht';
  const start = text.replace(/^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*/, '');
  return /^<(?:!doctype\s+html|html|head|body|meta)\b/i.test(start) ? 'html' : undefined;
}

function unmarkedFormat(bytes: Uint8Array, fileName: string): SourceFormat {
  if (bytes.length === 0 || decodeText(bytes).ok) return 'text';
  if (asciiText(bytes, 0, 1_024).includes('%PDF-')) return 'pdf';
  if (hasMark(bytes, 'MZ')) return 'program';
  return BY_NAME[/\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? 'text';
}
