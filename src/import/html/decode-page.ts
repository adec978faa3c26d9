import type { Finding } from '../finding.ts';
import { decodeText } from '../text.ts';

/** A page as text, or why it is none, in Chinese. */
export type DecodedPage =
  | { ok: true; markup: string; encoding: string; findings: Finding[] }
  | { ok: false; reason: string };

/** Where browsers look for a page's own word on its encoding, in bytes. */
const DECLARATION_WITHIN = 4096;
const DECLARED = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)/i;
/** Names under which pages declare an encoding that they may have. */
const ENCODINGS: Record<string, string> = {
  'utf-8': 'UTF-8',
  utf8: 'UTF-8',
  gb2312: 'GB18030',
  gb_2312: 'GB18030',
  'gb_2312-80': 'GB18030',
  gbk: 'GB18030',
  cp936: 'GB18030',
  gb18030: 'GB18030',
  big5: 'Big5',
};

/**
 * Decodes a page: a byte order mark counts first, then bytes that are valid UTF-8, whatever the page declares, since
 * programs that save pages convert them and leave the declaration as it was; then the declaration, else a guess.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  const declared = declaredEncoding(bytes);
  const sniffed = decodeText(bytes);
  if (sniffed.ok && (sniffed.encoding !== 'GB18030' || declared === undefined || declared === 'GB18030')) {
    return {
      ok: true,
      markup: sniffed.text,
      encoding: sniffed.encoding,
      findings: mismatch(sniffed, declared),
    };
  }
  const text = declared && declared !== 'UTF-8' ? decodeAs(bytes, declared) : undefined;
  if (declared && text !== undefined) return { ok: true, markup: text, encoding: declared, findings: [] };
  if (sniffed.ok) {
    const { text: markup, encoding } = sniffed;
    return { ok: true, markup, encoding, findings: mismatch(sniffed, declared) };
  }
  return sniffed;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_WITHIN));
  const match = DECLARED.exec(head);
  return ENCODINGS[(match?.[1] ?? match?.[2] ?? '').toLowerCase()];
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function mismatch(
  { text, encoding }: { text: string; encoding: string },
  declared: string | undefined,
): Finding[] {
  // A page of ASCII alone is right in any encoding.
  if (declared === undefined || declared === encoding || !/[\u0080-\uffff]/.test(text)) return [];
  const message = `网页标明编码为 ${declared}，内容其实是 ${encoding}，按 ${encoding} 读入`;
  return [{ kind: 'guessed', line: 0, message }];
}
