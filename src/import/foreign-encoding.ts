const MEND = '改法：用记事本或 WPS 打开，确认文字正常后，另存为 UTF-8 编码的 .txt，再导入';

/** What a text in another encoding than the usual is, and how to mend it, in Chinese. */
export function foreignEncodingReason(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 40_000);
  const japanese = decode(sample, 'shift_jis');
  const kana = share(japanese, /[\u3040-\u30ff]/g);
  if (kana > 0.15) return `编码像是日文的 Shift-JIS，不是 UTF-8、UTF-16 或 GB18030（GBK、GB2312）。${MEND}`;
  const traditional = decode(sample, 'big5');
  if (share(traditional, /[的一是不在有人我學國為會以師長課業務等及之與]/g) > 0.05) {
    return `编码像是繁体中文的 Big5，不是 UTF-8、UTF-16 或 GB18030（GBK、GB2312）。${MEND}`;
  }
  return `编码不是 UTF-8、UTF-16 或 GB18030（GBK、GB2312）。${MEND}`;
}

/** True when bytes that GB18030 accepts are far likelier to be Big5 or Shift-JIS. */
export function isRatherForeign(bytes: Uint8Array, asGb: string): boolean {
  const sample = bytes.subarray(0, 40_000);
  const common = /[的一是不在有人工作教学校和为中年大小关于通知各区市县月日]/g;
  const gb = share(asGb.slice(0, 20_000), common);
  if (share(decode(sample, 'shift_jis'), /[\u3040-\u30ff]/g) > 0.3 && gb < 0.03) return true;
  const traditional = share(
    decode(sample, 'big5'),
    /[的一是不在有人工作教學校和為中年大小關於通知各區市縣月日]/g,
  );
  return traditional > 0.12 && traditional > gb * 3;
}

/**
 * Where a text that is plainly UTF-8 (or GB18030) but for a few bytes goes wrong, with the mend, in Chinese. Undefined
 * when it is not plainly so.
 */
export function damageReason(bytes: Uint8Array): string | undefined {
  return damageAs(bytes, 'UTF-8', 0x3000) ?? damageAs(bytes, 'GB18030', 0x3000);
}

function damageAs(bytes: Uint8Array, encoding: string, from: number): string | undefined {
  const text = decode(bytes, encoding);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const right = Array.from(text).filter(
    (char) => (char.codePointAt(0) ?? 0) >= from && char !== '\ufffd',
  ).length;
  const plain = share(text, /[\u4e00-\u9fff]/g);
  if (wrong === 0 || right < 2 * wrong || plain < 0.3 || (wrong > 3 && right < wrong * 20)) return undefined;
  if (encoding === 'GB18030' && share(text, /[的一是不在有人工作教学校和为中年大小关于通知各]/g) < 0.04)
    return undefined;
  const at = text.indexOf('\ufffd');
  const before = text.slice(0, at);
  const line = before.split(/\r\n|\r|\n/).length;
  const column = Array.from(before.split(/\r\n|\r|\n/).at(-1) ?? '').length + 1;
  const end = at >= text.trimEnd().length - 1;
  const what = end ? '文件在最后一个字中间断了，多半没有下载或复制完整' : `有 ${wrong} 处坏字节`;
  return `编码是 ${encoding}，但第 ${line} 行第 ${column} 个字处不合编码：${what}。改法：重新取得完整的文件，或打开后补上那个字，另存为 UTF-8`;
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Share of the characters, space left out, that match. */
function share(text: string, pattern: RegExp): number {
  const plain = text.replace(/\s/g, '');
  return plain.length === 0 ? 0 : (plain.match(pattern)?.length ?? 0) / plain.length;
}
