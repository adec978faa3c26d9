import { byteReader } from '../bytes.ts';
import { SAVE_AS_DOCX } from '../foreign.ts';
import { sourceLines } from '../lines.ts';
import type { ReadSource } from '../manuscript.ts';
import { decodeText } from '../text.ts';
import type { Fib } from './fib.ts';
import { withoutFields } from './plain.ts';

/**
 * Reads a file of Word 6 or 95, whose Chinese text is stored as GBK: text only, since its formatting is stored in other
 * ways. One that was saved fast has its text in disorder and is refused.
 */
export function readOldWord(stream: Uint8Array, { version }: Fib): ReadSource {
  const { u16, u32 } = byteReader(stream);
  const fast = (u16(0x0a) & 4) !== 0;
  const bytes = stream.subarray(u32(0x18), Math.min(u32(0x1c), u32(0x18) + u32(0x34)));
  const decoded = fast || bytes.length === 0 ? undefined : decodeText(bytes.map(plainMark));
  if (!decoded?.ok) {
    const found = `Word 6 或 Word 95 的 .doc 文件（版本号 ${version}）`;
    return {
      ok: false,
      reason: `发现${found}，文字读不出来，应为 Word 97 以后的文件。改法：${SAVE_AS_DOCX}`,
    };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Word's own marks are control characters
  const text = withoutFields(decoded.text).replace(/\u0007/g, '\n');
  const { lines, findings } = sourceLines(text, false);
  const message = 'Word 6 或 Word 95 的文件只读出正文文字：表格按格子分行，加粗、脚注、页眉没有带过来';
  return {
    ok: true,
    manuscript: {
      ...{ format: `Word 6/95 文档（.doc，${decoded.encoding}）`, unit: '段', lines, footnotes: new Map() },
      ...{ findings: [...findings, { kind: 'lost', line: 0, message }], raw: text, dropped: [] },
    },
  };
}

/** Word's own marks would make a text look like none: cells and breaks become line ends, the others spaces. */
function plainMark(byte: number): number {
  if (byte >= 0x20 || [0x09, 0x0a, 0x0d, 0x13, 0x14, 0x15].includes(byte)) return byte;
  return [0x07, 0x0b, 0x0c, 0x0e].includes(byte) ? 0x0d : 0x20;
}
