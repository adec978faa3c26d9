import { damageReason, foreignEncodingReason, isRatherForeign } from './foreign-encoding.ts';
import { garbledReason } from './garbled.ts';

/** The encodings that an office's text files come in. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

/** Bytes as text, or why they are none, in Chinese. */
export type DecodedText = { ok: true; text: string; encoding: Encoding } | { ok: false; reason: string };

const MARKS: [readonly number[], Encoding][] = [
  [[0xef, 0xbb, 0xbf], 'UTF-8'],
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
  [[0x84, 0x31, 0x95, 0x33], 'GB18030'],
];

/** First bytes of files that are often renamed to .txt. */
const FOREIGN: [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], '压缩包（.docx、.xlsx、.zip 一类）'],
  [[0xd0, 0xcf, 0x11, 0xe0], '旧版 Office 文件（.doc、.xls 一类）'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF 文件'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG 图片'],
  [[0xff, 0xd8, 0xff], 'JPEG 图片'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF 文件'],
];

/**
 * Decodes a text file by its byte order mark, or else by trying UTF-8, UTF-16 and GB18030 in turn. A wrong guess
 * would put garbled characters under an office's name, so a doubtful file is refused.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return { ok: false, reason: '文件是空的，没有一个字节' };
  const foreign = FOREIGN.find(([mark]) => startsWith(bytes, mark));
  if (foreign) return { ok: false, reason: `内容其实是${foreign[1]}，不是纯文本` };
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if (!decoded.ok) return decoded;
  if (isBinary(decoded.text)) return { ok: false, reason: '含有大量控制字符，像是二进制文件，不是纯文本' };
  if (decoded.text.trim() === '') return { ok: false, reason: '文件里只有空白，没有文字' };
  const garbled = garbledReason(decoded.text);
  if (garbled !== undefined) return { ok: false, reason: garbled };
  return decoded;
}

function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const marked = MARKS.find(([mark]) => startsWith(bytes, mark));
  if (!marked) return undefined;
  const [mark, encoding] = marked;
  const text = tryDecode(bytes.subarray(mark.length), encoding);
  if (text !== undefined) return { ok: true, text, encoding };
  const damage = encoding === 'UTF-8' ? damageReason(bytes.subarray(mark.length)) : undefined;
  return { ok: false, reason: damage ?? `文件头标明 ${encoding} 编码，内容却不合该编码` };
}

function decodeUnmarked(bytes: Uint8Array): DecodedText {
  if (bytes.includes(0)) return decodeUnmarkedUtf16(bytes);
  const utf8 = tryDecode(bytes, 'UTF-8');
  if (utf8 !== undefined) return { ok: true, text: utf8, encoding: 'UTF-8' };
  const gb = tryDecode(bytes, 'GB18030');
  if (gb !== undefined && isCommonGb(bytes) && !isRatherForeign(bytes, gb)) {
    return { ok: true, text: gb, encoding: 'GB18030' };
  }
  return {
    ok: false,
    reason: damageReason(bytes) ?? foreignEncodingReason(bytes),
  };
}

/** UTF-16 without a mark betrays itself by the zero bytes of its line ends and digits. */
function decodeUnmarkedUtf16(bytes: Uint8Array): DecodedText {
  const candidates = (['UTF-16LE', 'UTF-16BE'] as const)
    .map((encoding) => ({ encoding, text: tryDecode(bytes, encoding) ?? '' }))
    .map((candidate) => ({ ...candidate, share: shareOfPlainCharacters(candidate.text) }))
    .sort((a, b) => b.share - a.share);
  const best = candidates[0];
  if (best && best.share >= 0.9) return { ok: true, text: best.text, encoding: best.encoding };
  return { ok: false, reason: '含有零字节，像是二进制文件，不是纯文本' };
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Share of characters that Chinese prose is made of, 0 to 1. */
function shareOfPlainCharacters(text: string): number {
  const sample = [...text.slice(0, 20_000)];
  const plain = sample.filter((char) =>
    /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2026\u2500-\u257f\n\r\t -~]/.test(char),
  );
  return sample.length === 0 ? 0 : plain.length / sample.length;
}

/**
 * GB18030 accepts almost any bytes. Real Chinese prose keeps to the 3755 characters of GB 2312 level 1 (lead bytes
 * B0 to D7) for more than nine tenths; Big5 and binary data read as GB do not.
 */
function isCommonGb(bytes: Uint8Array): boolean {
  let common = 0;
  let pairs = 0;
  for (let i = 0; i < Math.min(bytes.length, 40_000) - 1; i++) {
    const lead = bytes[i] ?? 0;
    const trail = bytes[i + 1] ?? 0;
    if (lead < 0x81) continue;
    // Four bytes stand for a rare character, of which a name may have several: no evidence either way.
    if (trail >= 0x30 && trail <= 0x39) {
      i += 3;
      continue;
    }
    i++;
    if (lead >= 0xa1 && lead <= 0xa9 && trail >= 0xa1) continue;
    pairs++;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common++;
  }
  return pairs === 0 || common / pairs >= 0.7;
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = sample.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g)?.length ?? 0;
  return sample.includes('\u0000') || (controls > 8 && controls > sample.length / 50);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
