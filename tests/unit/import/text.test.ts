import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../scripts/import-score/encode-gb18030.ts';
import { decodeText } from '../../../src/import/text.ts';

const PROSE = '云岭区教研室工作计划\n以提高教学质量为中心，开展校本教研。2012年\n';
/** 云岭区教研室 … in GBK, and a traditional sentence in Big5, as bytes: the platform has no encoders for them. */
const GBK = Uint8Array.from(Buffer.from('d4c6c1ebc7f8bdccd1d0cad2b9a4d7f7bcc6bbae', 'hex'));
const BIG5 = Uint8Array.from(
  Buffer.from(
    'a5feb0cfa655a4a4a470bec7aed5ad6ebb7baf75b8a8b9eab1d0bec7b160b357a141b1d0ace3adfba843b667c5a5bdd2a4a3a4d6a9f3a8e2b860a141a8c3a9f3bec7b4c1a5bdb4a3a5e6c160b5b2a143',
    'hex',
  ),
);

const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return Uint8Array.from(little ? bytes : bytes.swap16());
};

/** The bytes with one of them made what no encoding has. */
const spoiled = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? 0xff : byte));

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(PROSE)],
    ['UTF-8', new TextEncoder().encode(`\ufeff${PROSE}`)],
    ['UTF-16LE', utf16(PROSE, true, true)],
    ['UTF-16BE', utf16(PROSE, false, true)],
    ['UTF-16LE', utf16(PROSE, true, false)],
    ['UTF-16BE', utf16(PROSE, false, false)],
  ])('reads %s with and without a mark', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: PROSE, encoding });
  });

  it('reads GBK', () => {
    expect(decodeText(GBK)).toEqual({ ok: true, text: '云岭区教研室工作计划', encoding: 'GB18030' });
  });

  it('reads rare characters of two and four bytes', () => {
    const text = '朱镕基、陶喆、㐂、𠮷、䶮都在名单里，各校认真做好工作。';
    expect(decodeText(encodeGb18030(text))).toEqual({ ok: true, text, encoding: 'GB18030' });
    expect(decodeText(new TextEncoder().encode(text))).toMatchObject({ ok: true, text });
  });

  it.each([
    ['nothing', new Uint8Array(), /空的/],
    ['white space', new TextEncoder().encode(' \n\u3000\n'), /只有空白/],
    ['a Word file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /压缩包/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), /PDF/],
    [
      'bytes of a program',
      Uint8Array.from({ length: 512 }, (_, index) => (index * 37) % 256),
      /不是纯文本|编码/,
    ],
    ['Big5', BIG5, /繁体中文的 Big5.*改法：/],
    [
      'Shift-JIS',
      Uint8Array.from(
        Buffer.from(
          '82b182ea82cd93fa967b8cea82cc95b68fcd82c582b781428a778d5a82cc8bb388e78c7689e682c982c282a282c490e096be82b582dc82b78142',
          'hex',
        ),
      ),
      /日文的 Shift-JIS.*改法：/,
    ],
    [
      'UTF-8 cut off in its last character',
      new TextEncoder().encode(PROSE.trim().slice(0, -5)).subarray(0, -2),
      /UTF-8，但第 2 行第 \d+ 个字.*断了.*改法：/,
    ],
    [
      'UTF-8 with a byte gone wrong',
      spoiled(new TextEncoder().encode(PROSE), 40),
      /UTF-8，但第 2 行第 4 个字处.*坏字节.*改法：/,
    ],
    [
      'GB18030 with a byte gone wrong',
      spoiled(encodeGb18030(PROSE), 30),
      /GB18030，但第 2 行第 5 个字处.*坏字节/,
    ],
    [
      'GB18030 cut off in its last character',
      encodeGb18030(PROSE.split('2012')[0] ?? '').subarray(0, -1),
      /GB18030，但第 2 行.*断了/,
    ],
    [
      'UTF-8 encoded twice',
      new TextEncoder().encode(Buffer.from(PROSE).toString('latin1')),
      /两次编码.*改法：/,
    ],
    [
      'UTF-8 read as GBK and saved',
      new TextEncoder().encode(new TextDecoder('gbk').decode(new TextEncoder().encode(PROSE.repeat(2)))),
      /误按 GBK 读出.*改法：/,
    ],
    ['half a UTF-16 character', Uint8Array.of(0xff, 0xfe, 0x41), /UTF-16LE/],
    ['UTF-8 after its mark gone wrong', Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0x28), /UTF-8/],
  ])('refuses %s', (_, bytes, reason) => {
    const decoded = decodeText(bytes);
    expect(decoded.ok).toBe(false);
    expect(decoded.ok ? '' : decoded.reason).toMatch(reason);
  });
});
